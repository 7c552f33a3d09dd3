import { z } from 'zod';
import {
  defineSystemTask,
  defineTask,
  enqueueIn,
  GiveUp,
  type RunnableTask,
} from '../../platform/jobs/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import { dropUnusedApps } from './apps.ts';
import type { NumbersParts } from './numbers-parts.ts';
import { refreshAccount } from './refresh.ts';
import { StepFailed } from './steps.ts';
import { warnOfEnds } from './token-end.ts';

interface Parts {
  numbers: NumbersParts;
}

const hour = 3_600_000;

/** Keeps what is shown of numbers true even when a webhook was missed. */
const refreshOne = defineTask({
  name: 'numbers.refresh-account',
  input: z.object({ accountId: z.uuid() }),
  // The next hour brings the next one.
  maxAttempts: 3,
  run: async ({ workspaceId, input, signal }, { numbers }: Parts) => {
    const scope = { workspaceId, actor: { kind: 'system', id: 'numbers.refresh-account' } } as const;
    await refreshAccount(numbers, scope, input.accountId, signal).catch((error: unknown) => {
      // A person has to act: a check of the connection says so in words.
      if (error instanceof StepFailed || error instanceof Refusal) throw new GiveUp(error.message);
      throw error;
    });
  },
});

const lookAfterAll = defineSystemTask({
  name: 'numbers.look-after-all',
  input: z.object({}),
  schedule: '17 * * * *',
  run: ({ acrossWorkspaces }, _parts: Parts) =>
    acrossWorkspaces(async (tx) => {
      await warnOfEnds(tx);
      await dropUnusedApps(tx, new Date(tx.now.getTime() - hour));
      const accounts = await tx.sql<{ workspaceId: string; accountId: string }>(
        `select workspace_id as "workspaceId", account_id as "accountId" from whatsapp_accounts
         where disconnected_at is null`,
      );
      const jobs = accounts.map(({ workspaceId, accountId }) => ({
        workspaceId,
        input: { accountId },
        key: accountId,
        priority: 'later' as const,
      }));
      await enqueueIn(tx, refreshOne, jobs);
    }),
});

export const numbersTasks: RunnableTask<Parts>[] = [refreshOne, lookAfterAll];
