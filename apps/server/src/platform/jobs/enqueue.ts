import type { SystemTx, Tx } from '../db/index.ts';
import type { QueuedTask } from './task.ts';

export interface EnqueueOptions {
  /** Not before this instant. */
  runAt?: Date;
  /** Replaces a job of the same workspace, task and key that has not started yet. */
  key?: string;
  /** Urgent jobs of all workspaces run before normal ones, those before later ones; fairness holds within each. */
  priority?: Priority;
}

type Priority = keyof typeof lineStarts;

/** Where the places of each urgency begin; the function system.enqueue counts up to 20,000 from there. */
export const lineStarts = { urgent: -30_000, normal: -10_000, later: 10_000 } as const;

type Job<Input> = EnqueueOptions & { input: Input };

/** Queues a job in the caller's transaction: it runs when that commits, and never when it does not. */
export async function enqueue<Input>(
  tx: Tx,
  task: QueuedTask<Input, 'workspace'>,
  input: Input,
  options: EnqueueOptions = {},
): Promise<void> {
  await enqueueMany(tx, task, [{ input, ...options }]);
}

/** Queues any number of jobs by one statement. */
export async function enqueueMany<Input>(
  tx: Tx,
  task: QueuedTask<Input, 'workspace'>,
  jobs: readonly Job<Input>[],
): Promise<void> {
  await enqueueIn(
    tx,
    task,
    jobs.map((job) => ({ ...job, workspaceId: tx.workspaceId })),
  );
}

/** For the system's paths: each job names its workspace. PostgreSQL refuses another workspace than the caller's. */
export async function enqueueIn<Input>(
  tx: Tx | SystemTx,
  task: QueuedTask<Input, 'workspace'>,
  jobs: readonly (Job<Input> & { workspaceId: string })[],
): Promise<void> {
  await put(tx, task, jobs);
}

/** Queues a job that serves the installation. */
export async function enqueueSystem<Input>(
  tx: SystemTx,
  task: QueuedTask<Input, 'installation'>,
  input: Input,
  options: EnqueueOptions = {},
): Promise<void> {
  await put(tx, task, [{ ...options, input, workspaceId: null }]);
}

async function put<Input>(
  tx: Tx | SystemTx,
  task: QueuedTask<Input, 'workspace' | 'installation'>,
  jobs: readonly (Job<Input> & { workspaceId: string | null })[],
): Promise<void> {
  if (jobs.length === 0) return;
  const rows = lastOfEachKey(jobs).map(({ input, runAt, key, priority = 'normal', workspaceId }) => ({
    workspace_id: workspaceId,
    task: task.name,
    input: task.encode(input),
    tries: task.maxAttempts,
    run_at: runAt,
    key,
    line: lineStarts[priority],
  }));
  await tx.sql('select system.enqueue($1::json, $2)', [JSON.stringify(rows), tx.now]);
}

/** The library's statement cannot replace a job that it has itself just added. */
function lastOfEachKey<Each extends { key?: string; workspaceId: string | null }>(
  jobs: readonly Each[],
): Each[] {
  const byKey = new Map(
    jobs.map((job, at) => [job.key === undefined ? at : `${job.workspaceId} ${job.key}`, job]),
  );
  return [...byKey.values()];
}
