import { events, type EventType, type Permission, type timelineKinds } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { nameActors, type NamedActor } from '../actors.ts';
import { familyOf } from '../family.ts';
import { readContact } from '../read.ts';
import type { TimelineKind, ToldEvent } from './timeline-kind.ts';

type Kind = (typeof timelineKinds)[number];

interface Asked {
  contactId: string;
  kinds?: readonly Kind[] | undefined;
  permissions: ReadonlySet<Permission>;
  cursor?: string | undefined;
  limit: number;
}

type Line = Omit<ToldEvent, 'actor'> & { kind: Kind; actor: NamedActor };
type EventRow = ToldEvent & { seq: number };

/** A page of what happened with a contact, newest first. A page may be short when lines were left out, and still not the last. */
export async function listTimeline(
  tx: Tx,
  registry: readonly TimelineKind[],
  { contactId, kinds, permissions, cursor, limit }: Asked,
): Promise<{ items: Line[]; nextCursor: string | null }> {
  const before = decodeCursor(cursor, ['time', 'number']);
  const [, family] = await Promise.all([readContact(tx, contactId), familyOf(tx, contactId)]);
  const open = registry
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map((each) => ({
      ...each,
      types: each.types.filter((type) => permissions.has(events[type].permission)),
    }))
    .filter(({ types }) => types.length > 0);
  if (open.length === 0) return { items: [], nextCursor: null };
  const rows = await readEvents(tx, { family, open, before, limit: limit + 1 });
  const page = pageOf(rows, limit, ({ at, seq }) => [at.toISOString(), seq]);
  return { ...page, items: await tell(tx, open, page.items) };
}

interface Reading {
  family: readonly string[];
  open: readonly TimelineKind[];
  before: readonly (string | number)[] | null;
  limit: number;
}

/**
 * Each of the family by its own index, in whose order the lines are: no more than the page is read of anybody. The planner
 * expects few events of a contact and would rather read and sort all; of ten thousand that takes a hundred times as long.
 */
async function readEvents(tx: Tx, { family, open, before, limit }: Reading): Promise<EventRow[]> {
  const plain = open.filter(({ where }) => where === undefined).flatMap(({ types }) => types);
  const narrowed = open.filter(({ where }) => where !== undefined);
  const wanted = [
    'type = any($3::text[])',
    ...narrowed.map(({ where }, place) => `(type = any($${place + 5}::text[]) and ${where})`),
  ];
  const values: unknown[] = [tx.workspaceId, family, plain, limit, ...narrowed.map(({ types }) => types)];
  const bounds =
    before === null
      ? ''
      : `and (at, seq) < ($${values.push(before[0])}::timestamptz, $${values.push(before[1])}::bigint)`;
  const [, rows] = await Promise.all([
    sorting(tx, 'off'),
    tx.sql<EventRow>(
      `select page.* from unnest($2::uuid[]) as relative (id) cross join lateral (
       select event_id as "eventId", type, at, seq, contact_id as "contactId",
         jsonb_build_object('kind', actor_kind, 'id', actor_id) as actor, data
       from events
       where workspace_id = $1 and contact_id = relative.id ${bounds} and (${wanted.join(' or ')})
       order by at desc, seq desc limit $4
     ) as page
     order by page.at desc, page.seq desc limit $4`,
      values,
    ),
    sorting(tx, 'on'),
  ]);
  return rows;
}

const sorting = (tx: Tx, on: 'on' | 'off'): Promise<unknown> =>
  tx.sql(`select set_config('enable_sort', $1, true)`, [on]);

async function tell(tx: Tx, open: readonly TimelineKind[], rows: readonly EventRow[]): Promise<Line[]> {
  const kindOf = new Map<EventType, TimelineKind>(
    open.flatMap((each) => each.types.map((type) => [type, each] as const)),
  );
  const [named, ...facts] = await Promise.all([
    nameActors(
      tx,
      rows.map(({ actor }) => actor),
    ),
    ...open.map(async (each) => {
      const own = rows.filter(({ type }) => kindOf.get(type) === each);
      return own.length === 0 || each.tell === undefined ? [] : [...(await each.tell(tx, own))];
    }),
  ]);
  const known = new Map(facts.flat());
  return rows.flatMap(({ seq: _seq, ...row }) => {
    const more = known.get(row.eventId);
    if (more === null) return [];
    const { kind } = kindOf.get(row.type)!;
    return [{ ...row, kind, actor: named(row.actor), data: { ...row.data, ...more } }];
  });
}
