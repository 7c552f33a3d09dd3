import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { recordConsent } from '../record.ts';
import { entriesFor } from './entries-for.ts';
import { readSaid, spokenIn, type Heard, type SaidMessage } from './said.ts';

/** Of these contacts, how many messages that a wish comes too late for have begun to leave. */
export type CountUnderWay = (
  tx: SystemTx,
  contacts: readonly { workspaceId: string; contactId: string }[],
) => Promise<ReadonlyMap<string, number>>;

/**
 * Hears what customers ask for in the messages of a batch, in the transaction that writes these: once it has committed
 * nothing that they do not want begins to leave.
 */
export async function hearWishes(
  tx: SystemTx,
  said: readonly SaidMessage[],
  countUnderWay: CountUnderWay,
): Promise<void> {
  const heard = await readAll(tx, said);
  if (heard.length === 0) return;
  await recordConsent(tx, await entriesFor(tx, heard));
  // Behind the locks of the ledger: what began before them has committed and is seen, and nothing begins any more.
  const underWay = await countUnderWay(
    tx,
    heard.filter(({ wish }) => wish === 'stop' || wish === 'stop_promotions'),
  );
  await keepWishes(tx, heard, underWay);
}

async function readAll(tx: SystemTx, said: readonly SaidMessage[]): Promise<Heard[]> {
  const read = said.map((message) => ({ message, read: readSaid(message), spoken: spokenIn(message) }));
  const unread = read.flatMap(({ message: { workspaceId }, read: known, spoken }) =>
    known === null && spoken !== '' ? [{ workspace_id: workspaceId, spoken }] : [],
  );
  const own = await ownWords(tx, unread);
  return read.flatMap(({ message, read: known, spoken }): Heard[] => {
    if (known !== null) return [{ ...message, ...known }];
    const wish = own.get(`${message.workspaceId} ${spoken}`);
    return wish === undefined ? [] : [{ ...message, wish, language: 'en', saidBy: 'own_words' }];
  });
}

type OwnWish = 'stop' | 'start' | 'stop_promotions';

async function ownWords(tx: SystemTx, asked: readonly object[]): Promise<Map<string, OwnWish>> {
  if (asked.length === 0) return new Map();
  const rows = await tx.sql<{ workspaceId: string; spoken: string; wish: OwnWish }>(
    `select distinct own.workspace_id as "workspaceId", own.spoken, own.wish
     from json_to_recordset($1::json) as asked (workspace_id uuid, spoken text)
     join opt_out_words own on own.workspace_id = asked.workspace_id and own.spoken = asked.spoken`,
    [JSON.stringify(asked)],
  );
  return new Map(rows.map(({ workspaceId, spoken, wish }) => [`${workspaceId} ${spoken}`, wish]));
}

async function keepWishes(
  tx: SystemTx,
  heard: readonly Heard[],
  underWay: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = heard.map(({ workspaceId, messageId, contactId, numberId, wish, language, saidBy, at }) => ({
    workspace_id: workspaceId,
    message_id: messageId,
    contact_id: contactId,
    number_id: numberId,
    wish,
    language,
    said_by: saidBy,
    at,
    under_way: underWay.get(contactId) ?? 0,
  }));
  await tx.sql(
    `insert into heard_wishes (workspace_id, message_id, contact_id, number_id, wish, language, said_by, at, heard_at,
       under_way)
     select workspace_id, message_id, contact_id, number_id, wish, language, said_by, at, $2, under_way
     from json_to_recordset($1::json) as row (workspace_id uuid, message_id uuid, contact_id uuid, number_id uuid,
       wish text, language text, said_by text, at timestamptz, under_way integer)
     on conflict do nothing`,
    [JSON.stringify(rows), tx.now],
  );
  await publishIn(
    tx,
    rows.map((row) => ({
      workspaceId: row.workspace_id,
      contactId: row.contact_id,
      type: 'consent.wish_heard',
      data: {
        messageId: row.message_id,
        numberId: row.number_id,
        wish: row.wish,
        language: row.language,
        underWay: row.under_way,
      },
    })),
  );
}
