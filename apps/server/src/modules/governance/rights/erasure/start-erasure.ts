import type { Tx } from '../../../../platform/db/index.ts';
import { Refusal } from '../../../../platform/errors/index.ts';
import { enqueue } from '../../../../platform/jobs/index.ts';
import { recordConsent } from '../../../consent/index.ts';
import { readPerson } from '../../../contacts/index.ts';
import { listHolds } from '../holds.ts';
import {
  holdRequest,
  moveRequest,
  refuseOtherKind,
  refuseUnchecked,
  takeStep,
  type RequestRow,
} from '../request-row.ts';
import type { RightsParts } from '../rights-parts.ts';
import { readSettings } from '../settings.ts';
import { asBytea, markOf } from './marks.ts';
import { eraseTask } from './erase-job.ts';

type Checked = RequestRow & { contactId: string };

async function holdErasure(tx: Tx, requestId: string): Promise<Checked> {
  const request = await holdRequest(tx, requestId);
  refuseOtherKind(request, 'erasure', 'erasure');
  refuseUnchecked(request);
  const begun = await tx.sql('select from erasures where workspace_id = $1 and request_id = $2', [
    tx.workspaceId,
    requestId,
  ]);
  if (begun.length > 0) throw new Refusal('conflict', 'The erasure has begun.');
  return request;
}

export async function approveErasure(tx: Tx, requestId: string): Promise<void> {
  const request = await holdErasure(tx, requestId);
  if (request.approvedBy !== null) throw new Refusal('conflict', 'It has been approved already.');
  await tx.sql(
    `update rights_requests set approved_by = $3, approved_at = $4, state = 'in_work', updated_at = $4
     where workspace_id = $1 and request_id = $2`,
    [tx.workspaceId, requestId, tx.actor.id, tx.now],
  );
  await takeStep(tx, request, { what: 'approved', state: 'in_work' });
}

/**
 * From here there is no way back: what they are known by is kept aside as marks, every consent is taken back, and the rest
 * is a job that goes on where it stopped.
 */
export async function startErasure(
  tx: Tx,
  { markKey }: Pick<RightsParts, 'markKey'>,
  requestId: string,
): Promise<void> {
  const request = await holdErasure(tx, requestId);
  const { contactId } = request;
  // Whoever places a hold at this moment waits for this row, or is seen.
  const { contactIds, identities, names } = await readPerson(tx, { workspaceId: tx.workspaceId, contactId });
  await refuseHeld(tx, contactId);
  await refuseAlone(tx, request);
  await markPerson(tx, { markKey, contactIds, identities });
  await recordConsent(tx, [
    {
      workspaceId: tx.workspaceId,
      contactId,
      kind: 'withdrawn',
      purpose: '*',
      source: 'erasure',
      at: tx.now,
      evidence: {},
    },
  ]);
  await tx.sql(
    `insert into erasures (workspace_id, request_id, state, contact_ids, names, parts, asked_by, asked_at)
     values ($1, $2, 'running', $3, $4, '{}', $5, $6)`,
    [tx.workspaceId, requestId, contactIds, names, tx.actor.id, tx.now],
  );
  await moveRequest(tx, request, { state: 'in_work' });
  await takeStep(tx, request, { what: 'erasing', state: 'in_work' });
  await enqueue(tx, eraseTask, { requestId }, { key: requestId, priority: 'urgent' });
}

async function refuseHeld(tx: Tx, contactId: string): Promise<void> {
  const [hold] = await listHolds(tx, contactId);
  if (hold !== undefined)
    throw new Refusal('conflict', 'A legal hold keeps everything of this contact. Lift it first.', {
      details: { holdId: hold.holdId },
    });
}

async function refuseAlone(tx: Tx, { approvedBy }: RequestRow): Promise<void> {
  const { fourEyes } = await readSettings(tx);
  if (!fourEyes) return;
  if (approvedBy === null)
    throw new Refusal(
      'conflict',
      'In this workspace a first person approves an erasure before a second begins it.',
    );
  if (approvedBy === tx.actor.id)
    throw new Refusal('conflict', 'You approved this erasure. Somebody else has to begin it.');
}

interface Marking {
  markKey: Buffer;
  contactIds: readonly string[];
  identities: readonly { kind: string; value: string }[];
}

async function markPerson(tx: Tx, { markKey, contactIds, identities }: Marking): Promise<void> {
  const marks = identities.map((identity) => asBytea(markOf(markKey, tx.workspaceId, identity)));
  await tx.sql(
    `insert into erased_identities (workspace_id, mark, erased_at, list_ids)
     select $1, mark, $3, array(
       select distinct list_id from suppression_members where workspace_id = $1 and contact_id = any($4)
         and not by_rule and (ends_at is null or ends_at > $3))
     from unnest($2::bytea[]) as marked (mark) order by mark
     on conflict (workspace_id, mark) do update set erased_at = excluded.erased_at, list_ids = excluded.list_ids`,
    [tx.workspaceId, marks, tx.now, contactIds],
  );
}
