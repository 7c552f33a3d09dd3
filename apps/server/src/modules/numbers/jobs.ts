import { z } from 'zod';
import { defineSystemTask, defineTask, enqueueIn, type RunnableTask } from '../../platform/jobs/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import { dropUnusedApps } from './apps.ts';
import type { NumbersParts } from './numbers-parts.ts';
import { whatMetaSaid, type ProblemCode } from './meta-problem.ts';
import { noteProblem, refreshAccount } from './refresh.ts';
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
    const { accountId } = input;
    await refreshAccount(numbers, scope, accountId, signal).catch(async (error: unknown) => {
      // Disconnected since it was queued.
      if (error instanceof Refusal && error.code === 'not_found') return;
      const problem = lastingProblem(error);
      if (problem === null) throw error;
      await noteProblem(numbers, scope, { accountId, problem });
    });
  },
});

/** What another try cannot mend; null when Meta may just be away. */
function lastingProblem(error: unknown): ProblemCode | null {
  if (error instanceof StepFailed) return error.code;
  const code = whatMetaSaid(error)?.code ?? null;
  return code === 'meta_busy' || code === 'meta_slow' || code === 'meta_unreachable' ? null : code;
}

export const lookAfterAll = defineSystemTask({
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
