import type { SystemTx } from '../db/index.ts';
import { beginning, type Position } from './position.ts';
import { readEdge } from './queries.ts';
import type { Subscriber } from './subscriber.ts';

export async function ensureCursor(tx: SystemTx, { name, from }: Subscriber): Promise<void> {
  const { tx: below, seq } = from === 'now' ? await readEdge(tx) : beginning;
  await tx.sql(
    `insert into system.event_cursors (consumer, tx, seq, updated_at) values ($1, $2::xid8, $3, $4)
     on conflict do nothing`,
    [name, String(below), seq, tx.now],
  );
}

/** Takes the cursor for this transaction, or null while another process has it. Ends with its holder, however that ends. */
export async function takeCursor(tx: SystemTx, consumer: string): Promise<Position | null> {
  const [row] = await tx.sql<{ tx: string; seq: number }>(
    'select tx, seq from system.event_cursors where consumer = $1 for update skip locked',
    [consumer],
  );
  return row === undefined ? null : { tx: Number(row.tx), seq: row.seq };
}

export async function moveCursor(tx: SystemTx, consumer: string, to: Position): Promise<void> {
  await tx.sql(
    'update system.event_cursors set tx = $2::xid8, seq = $3, updated_at = $4 where consumer = $1',
    [consumer, String(to.tx), to.seq, tx.now],
  );
}

export interface ConsumerLag {
  consumer: string;
  /** Events that wait for it, counted up to a limit. */
  behind: number;
  /** Age of the oldest of them; 0 when none waits. */
  seconds: number;
  /** Events that it could not digest and that wait for a person. */
  parked: number;
}

const countUpTo = 2_000;

export async function readLag(tx: SystemTx, subscribers: readonly Subscriber[]): Promise<ConsumerLag[]> {
  const wanted = subscribers.map(({ name, types }) => ({ name, types }));
  const rows = await tx.sql<{ name: string; behind: number; oldest: Date | null; parked: number }>(
    `select wanted.name, coalesce(waiting.behind, 0) as behind, waiting.oldest,
       (select count(*) from parked_events where consumer = wanted.name) as parked
     from jsonb_to_recordset($1::jsonb) as wanted (name text, types jsonb)
     left join system.event_cursors as cursor on cursor.consumer = wanted.name
     left join lateral (
       select count(*) filter (where wanted.types ? ahead.type) as behind,
         -- A full window without one of its types: how far behind it is cannot be told, but the window's start can.
         coalesce(min(ahead.at) filter (where wanted.types ? ahead.type),
           case when count(*) = ${countUpTo} then min(ahead.at) end) as oldest
       from (
         select at, type from events where (tx, seq) > (cursor.tx, cursor.seq) order by tx, seq limit ${countUpTo}
       ) as ahead
     ) as waiting on true`,
    [JSON.stringify(wanted)],
  );
  return rows.map(({ name, behind, oldest, parked }) => ({
    consumer: name,
    behind,
    seconds: oldest === null ? 0 : Math.max(0, (tx.now.getTime() - oldest.getTime()) / 1_000),
    parked,
  }));
}
