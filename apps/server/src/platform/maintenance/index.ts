import pg from 'pg';
import { z } from 'zod';
import { ensurePartitions, partitionedTables } from '../db/partitions.ts';
import { dropAnswersBefore } from '../http/index.ts';
import { defineSystemTask, type RunnableTask } from '../jobs/index.ts';

/** What the housekeeping needs beside the database that every task is given. */
export interface MaintenanceParts {
  /** Partitions can only be added by the tables' owner. */
  ownerUrl: string;
  now: () => Date;
}

const nothing = z.object({});
const answersKeptMilliseconds = 30 * 86_400_000;

const addPartitions = defineSystemTask({
  name: 'maintenance.add-partitions',
  input: nothing,
  schedule: '20 1 * * *',
  run: async (_job, { ownerUrl, now }: MaintenanceParts) => {
    const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'trikon partitions' });
    await owner.connect();
    try {
      for (const table of partitionedTables) await ensurePartitions(owner, table, now());
    } finally {
      await owner.end();
    }
  },
});

const dropOldAnswers = defineSystemTask({
  name: 'maintenance.drop-old-answers',
  input: nothing,
  schedule: '40 2 * * *',
  run: ({ acrossWorkspaces }, { now }: MaintenanceParts) =>
    acrossWorkspaces((tx) => dropAnswersBefore(tx, new Date(now().getTime() - answersKeptMilliseconds))),
});

export const maintenanceTasks: RunnableTask<MaintenanceParts>[] = [addPartitions, dropOldAnswers];
