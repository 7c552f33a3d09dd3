import type { EventType, Permission } from '@trikon/contract';
import type { Tx } from '../db/index.ts';
import { isKnown, shownEvent, typesToRead, type LoggedEvent } from './logged-event.ts';
import { beginning, comparePositions, cursorOf, otherLog, parseCursor } from './position.ts';
import { readNewest, readWorkspaceLog } from './queries.ts';

type ShownEvent = ReturnType<typeof shownEvent>;

export interface ListEvents {
  /** The name of the log, as the tail knows it. */
  log: string;
  /** The caller's: events of types that they do not open are left out. */
  permissions: ReadonlySet<Permission>;
  types?: readonly EventType[] | undefined;
  contactId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of a workspace's history, oldest first. Its cursor is also where a stream can go on. */
export async function listEvents(
  tx: Tx,
  { log, permissions, types, contactId, cursor, limit }: ListEvents,
): Promise<{ items: ShownEvent[]; nextCursor: string }> {
  const after = cursor === undefined ? beginning : parseCursor(log, cursor);
  const page = await readWorkspaceLog(tx, {
    after,
    limit,
    types: typesToRead(permissions, types),
    contactId: contactId ?? null,
  });
  // A place beyond the end: the database went back in time, as after a fail-over that lost the latest.
  if (comparePositions(page.reached, after) < 0) throw otherLog();
  return { items: shown(page.events), nextCursor: cursorOf(log, page.reached) };
}

/** The newest events first. */
export async function listRecentEvents(
  tx: Tx,
  { permissions, types, limit }: Pick<ListEvents, 'permissions' | 'types' | 'limit'>,
): Promise<{ items: ShownEvent[] }> {
  return { items: shown(await readNewest(tx, { limit, types: typesToRead(permissions, types) })) };
}

const shown = (events: LoggedEvent[]): ShownEvent[] => events.filter(isKnown).map(shownEvent);
