import type { EventType } from '@trikon/contract';
import type { SystemTx, Tx } from '../db/index.ts';
import { assert } from '../errors/index.ts';
import { eventColumns, loggedEventOf, type EventRow, type LoggedEvent } from './logged-event.ts';
import { below, type Position } from './position.ts';

/** A part of the log that nobody can add to any more. */
export interface LogPage {
  events: LoggedEvent[];
  /** Everything up to here has been looked at; read on from it. */
  reached: Position;
  /** Nothing readable is left beyond `reached`. */
  complete: boolean;
}

/**
 * Transactions finish in another order than they start. Below the oldest one that still runs, all that will ever be
 * there is there; above it, a row may yet appear in front of one already read. So readers stop at this edge.
 * One statement has one snapshot: the edge and the rows below it fit together.
 */
const edge = 'pg_snapshot_xmin(pg_current_snapshot())';

interface EdgeRow {
  edge: string;
}

/** The outer row is there even when no event is: the left join then leaves the event's columns null. */
type PageRow<Outer> = Outer & (EventRow | { event_id: null });

const eventsOf = <Outer>(rows: PageRow<Outer>[]): LoggedEvent[] =>
  rows.filter((row): row is Outer & EventRow => row.event_id !== null).map(loggedEventOf);

/** The newest is found by walking the index backwards; a comparison would tempt the planner to read the table. */
const newestTx = '(select tx from events order by tx desc, seq desc limit 1)';

const readLogText = `
  with looked_at as materialized (
    select ${eventColumns} from events
    where (tx, seq) > ($1::xid8, $2::bigint) and tx < ${edge}
    order by tx, seq limit $3
  )
  select ${edge} as edge, coalesce(${newestTx} >= ${edge}, false) as unsettled,
    (select count(*) from looked_at) as looked_at, last.tx as last_tx, last.seq as last_seq, wanted.*
  from (select 1) as one
  left join (select tx, seq from looked_at order by tx desc, seq desc limit 1) as last on true
  left join lateral (
    select * from looked_at where $4::text[] is null or type = any($4) order by tx, seq limit $5
  ) as wanted on true
  order by wanted.tx, wanted.seq`;

interface ReadLogRow extends EdgeRow {
  unsettled: boolean;
  looked_at: number;
  last_tx: string | null;
  last_seq: number | null;
}

interface ReadLog {
  after: Position;
  /** How many events to look at: a rare type must not make one statement walk the whole log. */
  lookAt: number;
  /** By default all. */
  types?: readonly EventType[];
  /** How many to return; by default all of the right type. */
  limit?: number;
}

/** Reads the log of all workspaces. `unsettled`: committed events wait beyond the edge for an older transaction. */
export async function readLog(
  tx: SystemTx,
  { after, lookAt, types, limit = lookAt }: ReadLog,
): Promise<LogPage & { unsettled: boolean; lookedAt: number }> {
  const rows = await tx.sql<PageRow<ReadLogRow>>(readLogText, [
    String(after.tx),
    after.seq,
    lookAt,
    types ?? null,
    limit,
  ]);
  const first = rows[0];
  assert(first, 'the log answers with at least its edge');
  const events = eventsOf(rows);
  const rest = { events, unsettled: first.unsettled, lookedAt: first.looked_at };
  if (events.length === limit) return { ...rest, reached: events.at(-1)!.position, complete: false };
  if (first.looked_at === lookAt) {
    return { ...rest, reached: { tx: Number(first.last_tx), seq: first.last_seq! }, complete: false };
  }
  return { ...rest, reached: below(Number(first.edge)), complete: true };
}

/** Which log this is; a restored database is given another name. */
export async function readLogName(tx: SystemTx): Promise<string> {
  const [row] = await tx.sql<{ value: string }>(`select value from system.settings where name = 'log'`);
  assert(row, 'the log has a name');
  return row.value;
}

export async function readEdge(tx: SystemTx): Promise<Position> {
  const [row] = await tx.sql<EdgeRow>(`select ${edge} as edge`);
  return below(Number(row!.edge));
}

/** The last event that is committed, whether it may be read yet or not. */
export async function findNewest(tx: SystemTx): Promise<Position | null> {
  const [row] = await tx.sql<{ tx: string; seq: number }>(
    'select tx, seq from events order by tx desc, seq desc limit 1',
  );
  return row === undefined ? null : { tx: Number(row.tx), seq: row.seq };
}

interface ReadWorkspaceLog {
  after: Position;
  limit: number;
  /** Null for all. */
  types: readonly EventType[] | null;
  contactId: string | null;
}

/** Reads the log of one workspace, oldest first. */
export async function readWorkspaceLog(
  tx: Tx,
  { after, limit, types, contactId }: ReadWorkspaceLog,
): Promise<LogPage> {
  const bounds = `(tx, seq) > ($2::xid8, $3::bigint) and tx < ${edge}`;
  const rows = await tx.sql<PageRow<EdgeRow>>(
    `select ${edge} as edge, page.* from (select 1) as one
     left join lateral (${selectPage({ bounds, types, contactId, order: 'tx, seq', limit: '$4', given: 4 })}) as page on true
     order by page.tx, page.seq`,
    [tx.workspaceId, String(after.tx), after.seq, limit, ...given(types, contactId)],
  );
  const events = eventsOf(rows);
  if (events.length === limit) return { events, reached: events.at(-1)!.position, complete: false };
  return { events, reached: below(Number(rows[0]!.edge)), complete: true };
}

/** The newest events of one workspace, newest first; those that a cursor may not pass yet are among them. */
export async function readNewest(
  tx: Tx,
  { limit, types }: { limit: number; types: readonly EventType[] | null },
): Promise<LoggedEvent[]> {
  const page = selectPage({
    bounds: 'true',
    types,
    contactId: null,
    order: 'tx desc, seq desc',
    limit: '$2',
    given: 2,
  });
  const rows = await tx.sql<EventRow>(page, [tx.workspaceId, limit, ...given(types, null)]);
  return rows.map(loggedEventOf);
}

interface SelectPage {
  bounds: string;
  types: readonly EventType[] | null;
  contactId: string | null;
  order: string;
  limit: string;
  /** How many parameters come before the ones of `given`. */
  given: number;
}

/**
 * With types, each type's own page is read from the index and the pages are merged: however rare the types are and
 * however much else there is, no more than types × limit events are touched.
 */
function selectPage({ bounds, types, contactId, order, limit, given }: SelectPage): string {
  const ofContact = contactId === null ? '' : `and contact_id = $${given + 1}`;
  const where = `workspace_id = $1 and ${bounds} ${ofContact}`;
  if (types === null) {
    return `select ${eventColumns} from events where ${where} order by ${order} limit ${limit}`;
  }
  const list = `$${given + (contactId === null ? 1 : 2)}::text[]`;
  return `select found.* from unnest(${list}) as one_of (wanted_type) cross join lateral (
      select ${eventColumns} from events where ${where} and type = one_of.wanted_type order by ${order} limit ${limit}
    ) as found order by ${order} limit ${limit}`;
}

const given = (types: readonly EventType[] | null, contactId: string | null): unknown[] => [
  ...(contactId === null ? [] : [contactId]),
  ...(types === null ? [] : [types]),
];
