import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import {
  defineSystemTask,
  defineTask,
  enqueue,
  enqueueIn,
  type RunnableTask,
} from '../../../platform/jobs/index.ts';
import { takeCheckpoint } from './checkpoints.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { beginVerifications, keepVerdict } from './verifications.ts';
import { verifyLedger } from './verify.ts';

interface Parts {
  ledger: LedgerParts;
}

const verifyOne = defineTask({
  name: 'consent.verify',
  input: z.object({ verificationId: z.uuid() }),
  maxAttempts: 3,
  run: async ({ workspaceId, input: { verificationId }, readWorkspace, inWorkspace }, { ledger }: Parts) => {
    const verdict = await readWorkspace((tx) => verifyLedger(tx, ledger, workspaceId));
    await inWorkspace((tx) => keepVerdict(tx, verificationId, verdict));
  },
});

/** The answer is told by an event, and stays. */
export async function askVerification(tx: Tx): Promise<string> {
  const [asked] = await beginVerifications(tx, [tx.workspaceId]);
  const { verificationId } = asked!;
  await enqueue(tx, verifyOne, { verificationId });
  return verificationId;
}

const verifyAll = defineSystemTask({
  name: 'consent.verify-all',
  input: z.object({}),
  schedule: '25 2 * * *',
  run: ({ acrossWorkspaces }, _parts: Parts) =>
    acrossWorkspaces(async (tx) => {
      const ledgers = await tx.sql<{ workspaceId: string }>(
        `select workspace_id as "workspaceId" from consent_ledgers where seq > 0 order by workspace_id`,
      );
      const asked = await beginVerifications(
        tx,
        ledgers.map(({ workspaceId }) => workspaceId),
      );
      await enqueueIn(
        tx,
        verifyOne,
        asked.map(({ workspaceId, verificationId }) => ({
          workspaceId,
          input: { verificationId },
          priority: 'later' as const,
        })),
      );
    }),
});

const day = 86_400_000;

/** Every hour where something was recorded since, and every day where nothing was. */
const takeCheckpoints = defineSystemTask({
  name: 'consent.checkpoints',
  input: z.object({}),
  schedule: '7 * * * *',
  run: async ({ acrossWorkspaces }, { ledger }: Parts) => {
    const due = await acrossWorkspaces((tx) =>
      tx.sql<{ workspaceId: string }>(
        `select workspace_id as "workspaceId" from consent_ledgers where seq > 0 and not exists (
           select from consent_checkpoints taken where taken.workspace_id = consent_ledgers.workspace_id
             and taken.seq = consent_ledgers.seq and taken.at > $1)`,
        [new Date(tx.now.getTime() - day)],
      ),
    );
    for (const { workspaceId } of due)
      await acrossWorkspaces((tx) => takeCheckpoint(tx, ledger, workspaceId));
  },
});

export const consentTasks: RunnableTask<Parts>[] = [verifyOne, verifyAll, takeCheckpoints];
