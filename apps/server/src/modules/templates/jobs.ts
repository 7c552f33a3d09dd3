import { z } from 'zod';
import { Refusal } from '../../platform/errors/index.ts';
import {
  defineSystemTask,
  defineTask,
  enqueueIn,
  GiveUp,
  type RunnableTask,
} from '../../platform/jobs/index.ts';
import { graphForAccount, type NumbersParts } from '../numbers/index.ts';
import { storeTemplates } from './store-templates.ts';
import { readTemplates } from './sync.ts';
import type { AnyTx } from './template-row.ts';

interface Parts {
  numbers: NumbersParts;
}

const syncOne = defineTask({
  name: 'templates.sync',
  input: z.object({ accountId: z.uuid() }),
  // The next day brings the next one.
  maxAttempts: 5,
  run: async (
    { workspaceId, input: { accountId }, signal, readWorkspace, inWorkspace },
    { numbers }: Parts,
  ) => {
    try {
      const { access, readAt } = await readWorkspace(async (tx) => ({
        access: await graphForAccount(tx, numbers, { workspaceId, accountId }),
        readAt: tx.now,
      }));
      const found = await readTemplates(access, signal);
      await inWorkspace((tx) => storeTemplates(tx, { workspaceId, accountId, readAt }, found));
    } catch (error) {
      // Disconnected since it was queued.
      if (error instanceof Refusal && error.code === 'not_found') return;
      if (error instanceof Refusal && error.code === 'conflict') throw new GiveUp(error.message);
      throw error;
    }
  },
});

/** Keeps what is known of templates true even when a webhook was missed. */
export const syncAll = defineSystemTask({
  name: 'templates.sync-all',
  input: z.object({}),
  schedule: '43 1 * * *',
  run: ({ acrossWorkspaces }, _parts: Parts) =>
    acrossWorkspaces(async (tx) => {
      const accounts = await tx.sql<Account>(
        `select workspace_id as "workspaceId", account_id as "accountId" from whatsapp_accounts
         where disconnected_at is null order by account_id`,
      );
      await queueSync(
        tx,
        accounts.map((account) => ({ ...account, priority: 'later' })),
      );
    }),
});

interface Account {
  workspaceId: string;
  accountId: string;
}

/** Several wishes for one account are one reading. A reading at a later time is wished for by its reason. */
export const queueSync = (
  tx: AnyTx,
  wishes: readonly (Account & { runAt?: Date; reason?: string; priority?: 'later' })[],
): Promise<void> =>
  enqueueIn(
    tx,
    syncOne,
    wishes.map(({ workspaceId, accountId, reason = '', ...when }) => ({
      workspaceId,
      input: { accountId },
      key: `${accountId}${reason}`,
      ...when,
    })),
  );

export const syncTasks: RunnableTask<Parts>[] = [syncOne, syncAll];
