import { contactFileTasks, contactListTasks, contactsTasks } from './modules/contacts/index.ts';
import { captureTasks } from './modules/capture/index.ts';
import { consentTasks, startSealer, type Sealer } from './modules/consent/index.ts';
import { governanceTasks } from './modules/governance/index.ts';
import {
  messagingTasks,
  processingMetrics,
  startDispatch,
  startProcessing,
  type Dispatch,
  type Processing,
} from './modules/messaging/index.ts';
import { numbersTasks } from './modules/numbers/index.ts';
import { templateScorecardTasks } from './modules/analytics/index.ts';
import { templatesTasks } from './modules/templates/index.ts';
import { workspacesTasks } from './modules/workspaces/index.ts';
import { startJobWorker, type JobWorker, type RunnableTask } from './platform/jobs/index.ts';
import { maintenanceTasks } from './platform/maintenance/index.ts';
import { joinProcesses, type Membership } from './platform/processes/index.ts';
import { contactConditions } from './contact-conditions.ts';
import { observeWork, traced } from './observe.ts';
import type { Parts } from './parts.ts';
import { version } from './version.ts';

/** What runs by itself beside answering requests: following the log, signs of life, subscribers and jobs. */
export interface Work {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** How many copies of the program share what is limited for all of them. */
  liveCopies(): number;
}

export function createWork(parts: Parts): Work {
  const { db, tail, consumers, tracing, metrics } = parts;
  const { config, clock, log, databaseUrl } = parts.options;
  const onOutcome = observeWork(metrics, { db, consumers });
  let membership: Membership | undefined;
  let worker: JobWorker | undefined;
  let processing: Processing | undefined;
  let dispatch: Dispatch | undefined;
  let sealer: Sealer | undefined;

  return {
    start: async () => {
      await tail.start();
      if (config.roles.has('ingest') || config.roles.has('worker')) parts.arrivals.start();
      membership = await joinProcesses({ db, clock, log, version, roles: [...config.roles] });
      if (!config.roles.has('worker')) return;
      consumers.start();
      processing = startProcessing({ ...parts, clock, metrics: processingMetrics(metrics, db) });
      parts.arrivals.listen(processing.wake);
      await parts.dispatching.recovery.start();
      dispatch = startDispatch(parts.dispatching.dispatch);
      sealer = startSealer(parts);
      tail.subscribe((events) => {
        if (events.some(({ type }) => type.startsWith('consent.'))) sealer?.wake();
      });
      const { webhooksKeptDays } = config;
      const given = {
        ownerUrl: databaseUrl,
        now: () => clock.now(),
        numbers: parts.numbers,
        contactConditions,
        imports: parts.imports,
        media: parts.media,
        samples: parts.samples,
        sending: parts.sending,
        links: parts.links,
        ledger: parts.ledger,
        rights: parts.rights,
        webhooksKeptDays,
      };
      const all: RunnableTask<typeof given>[] = [
        ...maintenanceTasks,
        ...workspacesTasks,
        ...numbersTasks,
        ...contactListTasks,
        ...contactFileTasks,
        ...contactsTasks,
        ...templatesTasks,
        ...templateScorecardTasks,
        ...messagingTasks,
        ...consentTasks,
        ...captureTasks,
        ...governanceTasks,
      ];
      const tasks = traced(all, tracing);
      worker = await startJobWorker({ db, tasks, parts: given, membership, log, onOutcome });
    },
    stop: async () => {
      await parts.dispatching.recovery.stop();
      await Promise.all([
        sealer?.stop(),
        dispatch?.stop(),
        worker?.stop(),
        processing?.stop(),
        parts.arrivals.stop(),
      ]);
      if (worker) await consumers.stop();
      if (membership) await tail.stop();
      await membership?.leave();
    },
    liveCopies: () => membership?.liveCopies() ?? 1,
  };
}
