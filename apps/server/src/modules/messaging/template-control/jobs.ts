import { z } from 'zod';
import { defineSystemTask, defineTask, enqueueIn } from '../../../platform/jobs/index.ts';
import { releasePaced } from './pace.ts';

export const releasePacedTask = defineTask({
  name: 'messaging.release-paced',
  input: z.object({}),
  maxAttempts: 3,
  run: async ({ inWorkspace, signal }) => {
    while (!signal.aborted && (await inWorkspace(releasePaced)) > 0);
  },
});

export const releaseAllPaced = defineSystemTask({
  name: 'messaging.release-all-paced',
  input: z.object({}),
  schedule: '* * * * *',
  run: ({ acrossWorkspaces }) =>
    acrossWorkspaces(async (tx) => {
      const waiting = await tx.sql<{ workspaceId: string }>(
        `select distinct workspace_id as "workspaceId" from outbox where hold = 'template_paced'`,
      );
      await enqueueIn(
        tx,
        releasePacedTask,
        waiting.map(({ workspaceId }) => ({ workspaceId, input: {}, key: workspaceId })),
      );
    }),
});
