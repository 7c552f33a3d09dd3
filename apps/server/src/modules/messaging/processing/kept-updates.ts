import type { SystemTx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { customerOf, jsonOf, timeOf } from './appliers/fields.ts';
import type { Routed } from './routed.ts';

/** Keeps updates whole, each once for ever, and gives those that were not known. */
export async function keepUpdates(tx: SystemTx, items: readonly Routed[]): Promise<Routed[]> {
  if (items.length === 0) return [];
  const given = new Map(items.map((item) => [idOf(item.workspaceId, item.update.key), item]));
  const rows = [...given.values()].map(rowOf.bind(null, tx));
  const added = await tx.sql<{ workspaceId: string; key: string }>(insertUpdates, [JSON.stringify(rows)]);
  return added.map(({ workspaceId, key }) => given.get(idOf(workspaceId, key))!);
}

const idOf = (workspaceId: string, key: string): string => `${workspaceId} ${key}`;

function rowOf(tx: SystemTx, item: Routed): object {
  const { update, delivery, workspaceId } = item;
  const customer = customerOf(item, jsonOf(update.contact), {});
  return {
    workspace_id: workspaceId,
    key: update.key,
    update_id: newId(tx.now),
    kind: update.kind,
    field: update.field,
    waba_id: update.wabaId,
    phone_number_id: update.phoneNumberId,
    at: timeOf(item),
    received_at: delivery.receivedAt,
    value: update.beside === undefined ? update.value : { value: update.value, beside: update.beside },
    delivery_id: delivery.deliveryId,
    phone: customer?.phone === undefined ? null : `+${customer.phone}`,
    user_id: customer?.userId,
  };
}

const insertUpdates = `
  insert into webhook_updates (workspace_id, key, update_id, kind, field, waba_id, phone_number_id, contact_id, at,
    received_at, value, delivery_id)
  select workspace_id, key, update_id, told.kind, field, waba_id, phone_number_id, (
      select known.contact_id from contact_identities known
      where known.workspace_id = told.workspace_id and known.ended_at is null
        and (known.kind, known.value) in (('user_id', told.user_id), ('phone', told.phone))
      order by known.kind desc limit 1
    ), at, received_at, value, delivery_id
  from json_to_recordset($1::json) as told (workspace_id uuid, key text, update_id uuid, kind text, field text,
    waba_id text, phone_number_id text, at timestamptz, received_at timestamptz, value jsonb, delivery_id uuid,
    phone text, user_id text)
  order by workspace_id, key
  on conflict do nothing returning workspace_id as "workspaceId", key`;
