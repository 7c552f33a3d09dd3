import type { GraphClient } from '@trikon/whatsapp/client';
import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { endDoubts } from './doubt.ts';
import { confirmRecovery, type RecoveryPlace } from './recovery.ts';
import type { NumberName } from './row.ts';
import { settleSql } from './settle-sql.ts';

interface Frozen extends NumberName {
  messageId: string;
  phone: string | null;
  attempts: number;
  queuedAt: Date;
}

interface ReconcileOptions {
  db: Database;
  place: RecoveryPlace;
  openClient: (tx: SystemTx, number: NumberName) => Promise<{ client: GraphClient; phoneNumberId: string }>;
}

export interface Reconciled {
  /** Meta has them: they count as sent. */
  sent: number;
  /** Meta has something for the same customers and nobody can say which: they are not sent again. */
  closed: number;
  /** Of which Meta's history says nothing. */
  left: number;
  /** Numbers whose history could not be read. */
  unread: number;
}

/** Holds what a restored database believes to be unsent against Meta's own history. It never sends anything. */
export async function reconcile({ db, openClient }: ReconcileOptions): Promise<Reconciled> {
  const frozen = await db.acrossWorkspaces('dispatch', (tx) => findFrozen(tx));
  const total: Reconciled = { sent: 0, closed: 0, left: 0, unread: 0 };
  for (const messages of Map.groupBy(frozen, ({ numberId }) => numberId).values()) {
    const known = await readUnaccounted({ db, openClient }, messages).catch(() => null);
    if (known === null) total.unread += 1;
    const { sent, closed, left } = match(messages, known ?? new Map());
    await db.acrossWorkspaces('dispatch', async (tx) => {
      if (sent.length > 0) await tx.sql(settleSql, [JSON.stringify(sent), tx.now]);
      await endDoubts(tx, closed.map(closing));
    });
    total.sent += sent.length;
    total.closed += closed.length;
    total.left += left.length;
  }
  return total;
}

const closing = ({ workspaceId, messageId }: Frozen) => ({
  workspaceId,
  messageId,
  end: 'close' as const,
  by: 'history',
});

/** What a person has decided about the rest, and leave to send again. */
export async function confirm(
  { db, place }: Pick<ReconcileOptions, 'db' | 'place'>,
  rest: 'send' | 'close',
): Promise<void> {
  await db.acrossWorkspaces('dispatch', async (tx) => {
    const frozen = await findFrozen(tx);
    if (rest === 'close')
      await endDoubts(
        tx,
        frozen.map((each) => ({ ...closing(each), by: 'person' })),
      );
    else await thaw(tx);
    await confirmRecovery(tx, place);
  });
}

async function thaw(tx: SystemTx): Promise<void> {
  await tx.sql(
    `with thawed as (
       update outbox set state = 'ready', hold = null, since = null where state = 'unknown' and hold = 'recovery'
       returning workspace_id, message_id
     )
     update messages m set status = 'queued', reason = null, possible_duplicate = true from thawed
     where m.workspace_id = thawed.workspace_id and m.message_id = thawed.message_id`,
  );
}

function findFrozen(tx: SystemTx): Promise<Frozen[]> {
  return tx.sql<Frozen>(
    `select o.workspace_id as "workspaceId", o.number_id as "numberId", o.message_id as "messageId",
       coalesce(i.wa_id, ltrim(p.phone, '+')) as phone, o.attempts, o.queued_at as "queuedAt"
     from outbox o
     join contacts c on c.workspace_id = o.workspace_id and c.contact_id = o.contact_id
     join contacts p on p.workspace_id = o.workspace_id and p.contact_id = coalesce(c.merged_into, c.contact_id)
     left join contact_identities i on i.workspace_id = o.workspace_id and i.kind = 'phone' and i.value = p.phone
       and i.ended_at is null
     where o.state = 'unknown' and o.hold = 'recovery' order by o.number_id, o.message_id`,
  );
}

const clocksApart = 60_000;

/** Messages that Meta had since the oldest of these was written and nobody here knows, by the customer's digits. */
async function readUnaccounted(
  { db, openClient }: Pick<ReconcileOptions, 'db' | 'openClient'>,
  messages: Frozen[],
): Promise<Map<string, string[]>> {
  const { workspaceId, numberId } = messages[0]!;
  const since = Math.min(...messages.map(({ queuedAt }) => queuedAt.getTime())) - clocksApart;
  const { client, phoneNumberId } = await db.acrossWorkspaces('dispatch', (tx) =>
    openClient(tx, { workspaceId, numberId }),
  );
  const wamids: string[] = [];
  for await (const { message_id: wamid, events } of client.messageHistory({ numberId: phoneNumberId })) {
    const times = (events?.data ?? []).map(({ timestamp }) => Number(timestamp) * 1_000);
    if (times.length > 0 && Math.max(...times) < since) break;
    if (wamid !== undefined) wamids.push(wamid);
  }
  const unknown = await db.acrossWorkspaces('dispatch', (tx) =>
    tx.sql<{ wamid: string }>(
      `select told.wamid from unnest($3::text[]) as told (wamid) where not exists (
         select from message_keys known
         where known.workspace_id = $1 and known.number_id = $2 and known.wamid = told.wamid)`,
      [workspaceId, numberId, wamids],
    ),
  );
  return Map.groupBy(unknown.map(({ wamid }) => wamid).toReversed(), (wamid) => digitsIn(wamid) ?? '');
}

/** Undocumented, and absent where customers hide their number: good enough to keep something from being sent again. */
function digitsIn(wamid: string): string | null {
  const bytes = Buffer.from(wamid.replace(/^wamid\./, ''), 'base64').toString('latin1');
  return /\d{8,15}/.exec(bytes)?.[0] ?? null;
}

/** A customer with as many messages at Meta as are frozen has got these; with fewer, nobody can say which. */
function match(messages: readonly Frozen[], unaccounted: ReadonlyMap<string, string[]>) {
  const sent: object[] = [];
  const closed: Frozen[] = [];
  const left: Frozen[] = [];
  const anonymous = unaccounted.get('')?.length ?? 0;
  for (const [phone, own] of Map.groupBy(messages, (message) => message.phone ?? '')) {
    const wamids = phone === '' ? [] : (unaccounted.get(phone) ?? []);
    if (wamids.length >= own.length) sent.push(...own.map((message, nth) => asProof(message, wamids[nth]!)));
    else if (wamids.length > 0 || (phone === '' && anonymous > 0)) closed.push(...own);
    else left.push(...own);
  }
  return { sent, closed, left };
}

const asProof = ({ workspaceId, numberId, messageId, attempts }: Frozen, wamid: string): object => ({
  workspace_id: workspaceId,
  number_id: numberId,
  message_id: messageId,
  attempt: attempts + 1,
  wamid,
  settled_by: 'history',
});
