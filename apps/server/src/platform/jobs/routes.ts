import { contract } from '@trikon/contract';
import type { Database } from '../db/index.ts';
import { listParked, type EventConsumers } from '../events/index.ts';
import { workspaceRoutes, type Route } from '../http/index.ts';
import { discardFailedJob, listFailedJobs, retryFailedJob } from './failed-jobs.ts';

/** What failed in the background, for a person to look at and to try again. */
export function jobRoutes(db: Database, consumers: EventConsumers): Route[] {
  return workspaceRoutes('jobs', contract.jobs, {
    listFailed: ({ tx, input }) => listFailedJobs(db, { workspaceId: tx.workspaceId, ...input }),
    retry: async ({ tx, input }) => {
      await retryFailedJob(db, { workspaceId: tx.workspaceId, ...input });
      return {};
    },
    discard: async ({ tx, input }) => {
      await discardFailedJob(db, { workspaceId: tx.workspaceId, ...input });
      return {};
    },
    listParkedEvents: ({ tx, input }) => listParked(tx, input),
    retryParkedEvent: async ({ tx, input }) => {
      await consumers.retryParked(tx.workspaceId, input.consumer, input.eventId);
      return {};
    },
  });
}
