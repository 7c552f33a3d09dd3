import type { JsonObject } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';
import type { MessageKey } from './keys.ts';

/** Something that was told of a message. Beside Meta's own words: reply, reaction, edit and revoke. */
export interface Told extends MessageKey {
  status: string;
  /** Whose status it is, in a group; or the id of the message that replies, reacts, edits or revokes. */
  recipient: string;
  at: Date;
  receivedAt: Date;
  value: JsonObject;
  deliveryId: string | null;
}

/** Keeps what was told of messages that nobody knows yet. */
export async function keepStrays(tx: SystemTx, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map((each) => ({
    workspace_id: each.workspaceId,
    number_id: each.numberId,
    wamid: each.wamid,
    status: each.status,
    recipient: each.recipient,
    at: each.at,
    received_at: each.receivedAt,
    value: each.value,
    delivery_id: each.deliveryId,
  }));
  await tx.sql(
    `insert into stray_statuses
       (workspace_id, number_id, wamid, status, recipient, at, received_at, value, delivery_id)
     select workspace_id, number_id, wamid, status, recipient, at, received_at, value, delivery_id
     from json_to_recordset($1::json) as told (workspace_id uuid, number_id uuid, wamid text, status text,
       recipient text, at timestamptz, received_at timestamptz, value jsonb, delivery_id uuid)
     order by workspace_id, number_id, wamid, status, recipient
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

const columns = `stray.workspace_id as "workspaceId", stray.number_id as "numberId", stray.wamid, stray.status,
  stray.recipient, stray.at, stray.received_at as "receivedAt", stray.value, stray.delivery_id as "deliveryId"`;

/** Takes out what was told of messages before they were known. */
export async function takeStrays(tx: SystemTx, keys: readonly MessageKey[]): Promise<Told[]> {
  if (keys.length === 0) return [];
  const rows = keys.map(({ workspaceId, numberId, wamid }) => ({
    workspace_id: workspaceId,
    number_id: numberId,
    wamid,
  }));
  return tx.sql<Told>(
    `delete from stray_statuses stray
     using json_to_recordset($1::json) as known (workspace_id uuid, number_id uuid, wamid text)
     where stray.workspace_id = known.workspace_id and stray.number_id = known.number_id
       and stray.wamid = known.wamid
     returning ${columns}`,
    [JSON.stringify(rows)],
  );
}

/** Those whose message became known at the same moment, so that neither of the two saw the other. */
export async function takeFoundStrays(tx: SystemTx, since: Date, limit: number): Promise<Told[]> {
  return tx.sql<Told>(
    `delete from stray_statuses stray
     using (
       select stray.workspace_id, stray.number_id, stray.wamid, stray.status, stray.recipient
       from stray_statuses stray join message_keys known on known.workspace_id = stray.workspace_id
         and known.number_id = stray.number_id and known.wamid = stray.wamid
       where stray.received_at >= $1 order by stray.received_at limit $2 for update of stray skip locked
     ) as found
     where stray.workspace_id = found.workspace_id and stray.number_id = found.number_id
       and stray.wamid = found.wamid and stray.status = found.status and stray.recipient = found.recipient
     returning ${columns}`,
    [since, limit],
  );
}

/** Meta speaks of a message for a month at most; whoever is not known after half a year will not be. */
export async function dropOldStrays(tx: SystemTx): Promise<void> {
  await tx.sql(`delete from stray_statuses where received_at < $1::timestamptz - interval '180 days'`, [
    tx.now,
  ]);
}
