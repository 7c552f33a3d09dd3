import type { Tx } from '../../platform/db/index.ts';
import { publish } from '../../platform/events/index.ts';
import type { EntryPointKind } from './entry-point.ts';

interface Settled {
  submissionId: string;
  entryPointId: string;
  kind: EntryPointKind;
  contactId: string;
  state: 'accepted' | 'declined' | 'refused';
  reason?: 'not_asked';
}

/** Ends the waiting of a submission, once: whoever comes second hears that it had ended. */
export async function settleSubmission(tx: Tx, settled: Settled): Promise<boolean> {
  const { submissionId, entryPointId, kind, contactId, state, reason } = settled;
  const ended = await tx.sql(
    `update submissions set state = $3, reason = $4, contact_id = $5, phone = null, confirm_code = null, settled_at = $6
     where workspace_id = $1 and submission_id = $2 and state = 'waiting' returning 1`,
    [tx.workspaceId, submissionId, state, reason ?? null, contactId, tx.now],
  );
  if (ended.length === 0) return false;
  await publish(tx, { type: 'opt_in.settled', data: { submissionId, entryPointId, kind, state }, contactId });
  return true;
}
