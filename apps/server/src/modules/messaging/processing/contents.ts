import { parseDelivery, textIn, type Update } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';
import { jsonOf } from './appliers/fields.ts';
import type { Visible } from './visible-body.ts';

/** What a body tells, one after the other; nothing if it cannot be read. */
export function updatesIn({ body, encoding }: Visible): Update[] {
  if (encoding !== 'text') return [];
  const read = parseDelivery(Buffer.from(body));
  return read.outcome === 'read' ? read.updates : [];
}

/** For a list: how many of each kind. */
export function countKinds(updates: readonly Update[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of updates) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

interface Part {
  kind: string;
  field: string;
  word: string | null;
  messageId: string | null;
  updateId: string | null;
}

interface Found {
  nth: number;
  messageId: string | null;
  updateId: string | null;
}

/** Each update with the message that it made or changed, or the update that was kept of it; neither while it waits. */
export async function partsOf(
  tx: SystemTx,
  workspaceId: string,
  updates: readonly Update[],
): Promise<Part[]> {
  if (updates.length === 0) return [];
  const asked = updates.map(({ key, phoneNumberId, value }, nth) => ({
    nth,
    key,
    phone_number_id: phoneNumberId,
    wamid: textIn(jsonOf(value), 'id'),
  }));
  const rows = await tx.sql<Found>(findMade, [workspaceId, JSON.stringify(asked)]);
  const made = new Map(rows.map((row) => [row.nth, row]));
  return updates.map(({ kind, field, value }, nth) => ({
    kind,
    field,
    word: textIn(jsonOf(value), 'status') ?? textIn(jsonOf(value), 'type') ?? null,
    messageId: made.get(nth)?.messageId ?? null,
    updateId: made.get(nth)?.updateId ?? null,
  }));
}

const findMade = `
  select asked.nth, message.message_id as "messageId", kept.update_id as "updateId"
  from json_to_recordset($2::json) as asked (nth integer, key text, phone_number_id text, wamid text)
  left join numbers number on number.workspace_id = $1 and number.phone_number_id = asked.phone_number_id
  left join message_keys message on message.workspace_id = $1 and message.number_id = number.number_id
    and message.wamid = asked.wamid
  left join webhook_updates kept on kept.workspace_id = $1 and kept.key = asked.key`;
