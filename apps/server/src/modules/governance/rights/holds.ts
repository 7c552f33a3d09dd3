import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { livingContact } from './open-request.ts';

export interface Hold {
  holdId: string;
  contactId: string;
  requestId: string | null;
  contactName: string | null;
  contactPhone: string | null;
  reason: string;
  placedBy: string;
  placedAt: Date;
  endsAt: Date | null;
}

/** What holds a contact now; who was merged into it holds it too. */
export async function listHolds(tx: Tx, contactId?: string | null): Promise<Hold[]> {
  return tx.sql<Hold>(
    `select hold_id as "holdId", hold.contact_id as "contactId", request_id as "requestId",
       coalesce(who.name, who.profile_name) as "contactName", who.phone as "contactPhone", hold.reason,
       coalesce(member.name, key.name, placed_by) as "placedBy", placed_at as "placedAt", ends_at as "endsAt"
     from legal_holds hold join contacts who on who.workspace_id = hold.workspace_id and who.contact_id = hold.contact_id
     left join members member on member.workspace_id = $1 and member.user_id::text = placed_by
     left join api_keys key on key.workspace_id = $1 and key.key_id::text = placed_by
     where hold.workspace_id = $1 and lifted_at is null and (ends_at is null or ends_at > $2)
       and ($3::uuid is null or who.contact_id = $3 or who.merged_into = $3)
     order by placed_at desc, hold_id limit 1000`,
    [tx.workspaceId, tx.now, contactId ?? null],
  );
}

interface Placed {
  contactId: string;
  requestId?: string | undefined;
  reason: string;
  endsAt: string | null;
}

export async function placeHold(
  tx: Tx,
  { contactId: named, requestId, reason, endsAt }: Placed,
): Promise<Hold> {
  const contactId = await livingContact(tx, named);
  if (endsAt !== null && new Date(endsAt) <= tx.now)
    throw invalidField('endsAt', 'in_the_past', 'A hold ends in the future.');
  if (requestId !== undefined) await refuseForeignRequest(tx, requestId, contactId);
  const holdId = newId(tx.now);
  await tx.sql(
    `insert into legal_holds (workspace_id, hold_id, contact_id, request_id, reason, placed_by, placed_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.workspaceId, holdId, contactId, requestId ?? null, reason, tx.actor.id, tx.now, endsAt],
  );
  await publish(tx, { type: 'rights.hold_changed', contactId, data: { holdId, what: 'placed' } });
  return (await listHolds(tx, contactId)).find((hold) => hold.holdId === holdId)!;
}

async function refuseForeignRequest(tx: Tx, requestId: string, contactId: string): Promise<void> {
  const found = await tx.sql(
    'select from rights_requests where workspace_id = $1 and request_id = $2 and contact_id = $3',
    [tx.workspaceId, requestId, contactId],
  );
  if (found.length === 0) throw notFound('request');
}

export async function liftHold(tx: Tx, holdId: string): Promise<Record<string, never>> {
  const [lifted] = await tx.sql<{ contactId: string }>(
    `update legal_holds set lifted_at = $3, lifted_by = $4 where workspace_id = $1 and hold_id = $2 and lifted_at is null
     returning contact_id as "contactId"`,
    [tx.workspaceId, holdId, tx.now, tx.actor.id],
  );
  if (lifted === undefined) throw notFound('hold');
  const { contactId } = lifted;
  await publish(tx, { type: 'rights.hold_changed', contactId, data: { holdId, what: 'lifted' } });
  return {};
}
