import pg from 'pg';
import { z } from 'zod';
import { ensurePartitions } from '../db/partitions.ts';
import { defineSystemTask, type RunnableTask } from '../jobs/index.ts';

/** What the housekeeping needs beside the database that every task is given. */
export interface MaintenanceParts {
  /** Partitions can only be added by the tables' owner. */
  ownerUrl: string;
  now: () => Date;
}

const nothing = z.object({});
const idempotencyDays = 30;

const addPartitions = defineSystemTask({
  name: 'maintenance.add-partitions',
  input: nothing,
  schedule: '20 1 * * *',
  run: async (_job, { ownerUrl, now }: MaintenanceParts) => {
    const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'trikon partitions' });
    await owner.connect();
    try {
      await ensurePartitions(owner, 'events', now());
    } finally {
      await owner.end();
    }
  },
});

const dropExpired = defineSystemTask({
  name: 'maintenance.drop-expired',
  input: nothing,
  schedule: '40 2 * * *',
  run: async ({ acrossWorkspaces }, { now }: MaintenanceParts) => {
    const time = now();
    const idempotencyEnd = new Date(time.getTime() - idempotencyDays * 86_400_000);
    await acrossWorkspaces(async (tx) => {
      await tx.sql(`delete from idempotency_keys where created_at < $1`, [idempotencyEnd]);
      await tx.sql(`delete from identity.sessions where expires_at < $1`, [time]);
      await tx.sql(`delete from identity.verifications where expires_at < $1`, [time]);
      await tx.sql(`delete from identity.rate_limits where last_request < $1`, [time.getTime() - 86_400_000]);
    });
  },
});

export const maintenanceTasks: RunnableTask<MaintenanceParts>[] = [addPartitions, dropExpired];
