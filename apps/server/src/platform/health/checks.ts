import { statfs } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import type { Database } from '../db/index.ts';
import type { EventConsumers } from '../events/index.ts';
import { readQueueNumbers } from '../jobs/index.ts';
import type { Storage } from '../storage/index.ts';

export interface Check {
  name:
    | 'database'
    | 'events'
    | 'jobs'
    | 'failed_jobs'
    | 'storage'
    | 'disk'
    | 'memory'
    | 'load'
    | (string & {});
  state: 'good' | 'warning' | 'bad';
  /** One sentence: what is so, and what to do when it is not good. */
  message: string;
  value: number | null;
  unit: string | null;
}

export interface HealthSources {
  db: Database;
  consumers: EventConsumers;
  storage: Storage;
  dataFolder: string;
  /** What the product itself can say, by name. */
  others?: Record<string, () => Promise<Pick<Check, 'state' | 'message'> & Partial<Check>>>;
}

/** Everything that is checked, together; a check that breaks is itself bad news, not the end of the others. */
export async function runChecks(sources: HealthSources): Promise<Check[]> {
  const checks: [Check['name'], () => Promise<Check> | Check][] = [
    ['database', () => checkDatabase(sources.db)],
    ['events', () => checkEvents(sources.consumers)],
    ['jobs', () => checkJobs(sources.db)],
    ['failed_jobs', () => checkFailedJobs(sources.db)],
    ['storage', () => checkStorage(sources.storage)],
    ['disk', () => checkDisk(sources.dataFolder)],
    ['memory', checkMemory],
    ['load', checkLoad],
    ...Object.entries(sources.others ?? {}).map(([name, tell]): [string, () => Promise<Check>] => [
      name,
      async () => ({ name, value: null, unit: null, ...(await tell()) }),
    ]),
  ];
  return Promise.all(checks.map(([name, run]) => guarded(name, run)));
}

async function guarded(name: Check['name'], run: () => Promise<Check> | Check): Promise<Check> {
  try {
    return await run();
  } catch {
    return {
      name,
      state: 'bad',
      message: 'This could not be checked. The log of the program says why.',
      value: null,
      unit: null,
    };
  }
}

async function checkDatabase(db: Database): Promise<Check> {
  const start = performance.now();
  await db.acrossWorkspaces('processes', (tx) => tx.sql('select 1'));
  const value = rounded(performance.now() - start);
  const slow = value > 100;
  return {
    name: 'database',
    state: slow ? 'warning' : 'good',
    message: slow
      ? 'The database answers slowly. Look at its load and its disk.'
      : 'The database answers at once.',
    value,
    unit: 'ms',
  };
}

async function checkEvents(consumers: EventConsumers): Promise<Check> {
  const lags = await consumers.lag();
  const worst = lags.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  const state = worst > 300 ? 'bad' : worst > 30 ? 'warning' : 'good';
  const message =
    state === 'good'
      ? 'Everything that happened has been taken in.'
      : 'Some parts of the program are behind the history. Is a copy with the role worker running?';
  return { name: 'events', state, message, value: rounded(worst), unit: 's' };
}

async function checkJobs(db: Database): Promise<Check> {
  const { oldestWaitingSeconds: age } = await db.acrossWorkspaces('jobs', (tx) => readQueueNumbers(tx));
  const state = age > 900 ? 'bad' : age > 120 ? 'warning' : 'good';
  const message =
    state === 'good'
      ? 'Background work starts without delay.'
      : 'Background work is waiting. Is a copy with the role worker running?';
  return { name: 'jobs', state, message, value: rounded(age), unit: 's' };
}

async function checkFailedJobs(db: Database): Promise<Check> {
  const { failed } = await db.acrossWorkspaces('jobs', (tx) => readQueueNumbers(tx));
  return {
    name: 'failed_jobs',
    state: failed > 0 ? 'warning' : 'good',
    message:
      failed > 0
        ? 'Some background work failed for good. Look at it under Developers and retry or discard it.'
        : 'No background work has failed.',
    value: failed,
    unit: null,
  };
}

async function checkStorage(storage: Storage): Promise<Check> {
  await storage.probe();
  return {
    name: 'storage',
    state: 'good',
    message: 'Files can be written and read.',
    value: null,
    unit: null,
  };
}

async function checkDisk(folder: string): Promise<Check> {
  const { bavail, bsize, blocks } = await statfs(folder);
  const free = (bavail * bsize) / 1e9;
  const share = blocks === 0 ? 1 : bavail / blocks;
  const state = free < 1 ? 'bad' : free < 5 || share < 0.05 ? 'warning' : 'good';
  const message =
    state === 'good'
      ? 'There is room on the data disk.'
      : 'The data disk is filling up. Free some space before it is full.';
  return { name: 'disk', state, message, value: rounded(free), unit: 'GB' };
}

function checkMemory(): Check {
  const value = rounded(process.memoryUsage.rss() / 1e6);
  const high = value > 1_500;
  return {
    name: 'memory',
    state: high ? 'warning' : 'good',
    message: high
      ? 'This copy of the program uses much memory. Restart it, and tell us if it happens again.'
      : 'Memory is in order.',
    value,
    unit: 'MB',
  };
}

function checkLoad(): Check {
  const perCore = (loadavg()[0] ?? 0) / availableParallelism();
  const state = perCore > 1.5 ? 'warning' : 'good';
  const message =
    state === 'good'
      ? 'The processors keep up.'
      : 'More work waits for the processors than they can do. Add a machine, or find what keeps them busy.';
  return { name: 'load', state, message, value: rounded(perCore), unit: 'per core' };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
