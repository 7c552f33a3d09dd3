import pg from 'pg';
import { z } from 'zod';
import { dropPartitions } from '../../platform/db/partitions.ts';
import type { NumbersParts } from '../numbers/index.ts';
import { defineSystemTask, type RunnableTask } from '../../platform/jobs/index.ts';
import { watchBudgets } from './cost/budget-watch.ts';
import { forgetOld } from './forget.ts';
import { watchHealth } from './health/watch-health.ts';
import { dropStrayDeliveries } from './ingest/deliveries.ts';
import { dropOldStrays } from './messages/strays.ts';
import { dropOldShares } from './processing/deliveries.ts';
import { mediaTasks } from './media/jobs.ts';
import type { MediaParts } from './media/media-parts.ts';
import { releasePacedTask, releaseAllPaced } from './template-control/jobs.ts';
import { sendToAudienceTask } from './send/audience-job.ts';
import type { SendParts } from './send/intent.ts';

interface Parts {
  /** Partitions can only be dropped by the tables' owner. */
  ownerUrl: string;
  now: () => Date;
  webhooksKeptDays: number;
}

const day = 86_400_000;

/** What was not taken in stays, however old it is. */
export const dropOldDeliveries = defineSystemTask({
  name: 'messaging.drop-old-deliveries',
  input: z.object({}),
  schedule: '50 1 * * *',
  run: async ({ acrossWorkspaces }, { ownerUrl, now, webhooksKeptDays }: Parts) => {
    const before = new Date(now().getTime() - webhooksKeptDays * day);
    const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'trikon partitions' });
    await owner.connect();
    try {
      const keeping = `done_at is null or done_at >= '${before.toISOString()}'`;
      await dropPartitions(owner, 'webhook_deliveries', { before, keeping });
    } finally {
      await owner.end();
    }
    await acrossWorkspaces(async (tx) => {
      await dropStrayDeliveries(tx, before);
      await dropOldShares(tx, before);
      await dropOldStrays(tx);
    });
  },
});

const forget = defineSystemTask({
  name: 'messaging.forget-old',
  input: z.object({}),
  schedule: '20 2 * * *',
  run: ({ acrossWorkspaces }, _parts: Parts) => acrossWorkspaces(forgetOld),
});

const watchAllHealth = defineSystemTask({
  name: 'messaging.watch-health',
  input: z.object({}),
  schedule: '*/5 * * * *',
  run: (_, { numbers }: { numbers: Pick<NumbersParts, 'db'> }) => watchHealth(numbers.db),
});

const watchAllBudgets = defineSystemTask({
  name: 'messaging.watch-budgets',
  input: z.object({}),
  schedule: '* * * * *',
  run: ({ acrossWorkspaces }, _parts: Parts) => acrossWorkspaces(watchBudgets),
});

export const messagingTasks: RunnableTask<
  Parts & { numbers: NumbersParts; media: MediaParts; sending: SendParts }
>[] = [
  dropOldDeliveries,
  forget,
  watchAllBudgets,
  watchAllHealth,
  ...mediaTasks,
  sendToAudienceTask,
  releaseAllPaced,
  releasePacedTask,
];
