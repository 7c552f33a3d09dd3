import type { SystemTx } from '../../../platform/db/index.ts';

/** By which Meta names a message. */
export interface MessageKey {
  workspaceId: string;
  numberId: string;
  wamid: string;
}

/** Ids of numbers are unique over all workspaces. */
export const nameOf = ({ numberId, wamid }: { numberId: string; wamid: string }): string =>
  `${numberId} ${wamid}`;

const rowsOf = (keys: readonly MessageKey[]): object[] =>
  [...new Map(keys.map((key) => [nameOf(key), key])).values()].map(({ workspaceId, numberId, wamid }) => ({
    workspace_id: workspaceId,
    number_id: numberId,
    wamid,
  }));

/** Our ids of the messages that are known, by `nameOf`. */
export async function findMessages(tx: SystemTx, keys: readonly MessageKey[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.sql<{ numberId: string; wamid: string; messageId: string }>(
    `select known.number_id as "numberId", known.wamid, known.message_id as "messageId"
     from json_to_recordset($1::json) as asked (workspace_id uuid, number_id uuid, wamid text)
     join message_keys known on known.workspace_id = asked.workspace_id and known.number_id = asked.number_id
       and known.wamid = asked.wamid`,
    [JSON.stringify(rowsOf(keys))],
  );
  return new Map(rows.map((row) => [nameOf(row), row.messageId]));
}

/**
 * Records by which key each message is known, and gives those that were not known before: of many who say the same at
 * the same moment one is told so. Ordered, because two that wait for each other's keys would be a deadlock.
 */
export async function addKeys<Key extends MessageKey & { messageId: string }>(
  tx: SystemTx,
  keys: readonly Key[],
): Promise<Key[]> {
  if (keys.length === 0) return [];
  const given = [...new Map(keys.toReversed().map((key) => [nameOf(key), key])).values()];
  const rows = given.map(({ workspaceId, numberId, wamid, messageId }) => ({
    workspace_id: workspaceId,
    number_id: numberId,
    wamid,
    message_id: messageId,
  }));
  const added = await tx.sql<{ messageId: string; wamid: string }>(
    `insert into message_keys (workspace_id, number_id, wamid, message_id)
     select workspace_id, number_id, wamid, message_id
     from json_to_recordset($1::json) as given (workspace_id uuid, number_id uuid, wamid text, message_id uuid)
     order by workspace_id, number_id, wamid
     on conflict do nothing returning message_id as "messageId", wamid`,
    [JSON.stringify(rows)],
  );
  const isNew = new Set(added.map(({ messageId, wamid }) => `${messageId} ${wamid}`));
  // In the order in which they were given.
  return given.filter(({ messageId, wamid }) => isNew.has(`${messageId} ${wamid}`)).toReversed();
}
