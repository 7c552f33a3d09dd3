import { publish } from '../../../platform/events/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { AnyTx } from '../states.ts';
import type { Verdict } from './verify.ts';

export interface Asked {
  workspaceId: string;
  verificationId: string;
}

/** That these ledgers are to be checked, by whoever acts. */
export async function beginVerifications(tx: AnyTx, workspaceIds: readonly string[]): Promise<Asked[]> {
  const asked = workspaceIds.map((workspaceId) => ({ workspaceId, verificationId: newId(tx.now) }));
  await tx.sql(
    `insert into consent_verifications (workspace_id, verification_id, asked_at, asked_by_kind, asked_by_id)
     select "workspaceId", "verificationId", $2, $3, $4
     from jsonb_to_recordset($1::jsonb) as asked ("workspaceId" uuid, "verificationId" uuid)`,
    [JSON.stringify(asked), tx.now, tx.actor.kind, tx.actor.id],
  );
  return asked;
}

export async function keepVerdict(
  tx: Tx,
  verificationId: string,
  { entries, problems, findings }: Verdict,
): Promise<void> {
  await tx.sql(
    `update consent_verifications set finished_at = $3, entries = $4, problems = $5, findings = $6
     where workspace_id = $1 and verification_id = $2`,
    [tx.workspaceId, verificationId, tx.now, entries, problems, JSON.stringify(findings)],
  );
  await publish(tx, { type: 'ledger.verified', data: { verificationId, entries, problems } });
}
