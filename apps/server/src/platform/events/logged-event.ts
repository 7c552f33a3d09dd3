import { events, eventTypes, type EventData, type EventType, type Permission } from '@trikon/contract';
import type { Actor } from '../db/index.ts';
import type { Position } from './position.ts';

/** An event as it stands in the log. */
export interface LoggedEvent<Type extends EventType = EventType> {
  workspaceId: string;
  position: Position;
  eventId: string;
  type: Type;
  at: Date;
  contactId: string | null;
  actor: Actor;
  data: EventData<Type>;
}

/** One of several types; looking at `type` tells which data it carries. */
export type LoggedEventOf<Types extends EventType> = { [Type in Types]: LoggedEvent<Type> }[Types];

export interface EventRow {
  workspace_id: string;
  event_id: string;
  at: Date;
  tx: string;
  seq: number;
  type: string;
  contact_id: string | null;
  actor_kind: Actor['kind'];
  actor_id: string;
  data: unknown;
}

export const eventColumns =
  'workspace_id, event_id, at, tx, seq, type, contact_id, actor_kind, actor_id, data';

export function loggedEventOf(row: EventRow): LoggedEvent {
  return {
    workspaceId: row.workspace_id,
    position: { tx: Number(row.tx), seq: row.seq },
    eventId: row.event_id,
    type: row.type as EventType,
    at: row.at,
    contactId: row.contact_id,
    actor: { kind: row.actor_kind, id: row.actor_id },
    data: row.data as EventData<EventType>,
  };
}

/** What callers get to see: where it stands in the log and whose it is are in the request already. */
export function shownEvent({ eventId, type, at, contactId, actor, data }: LoggedEvent) {
  return { eventId, type, at, contactId, actor, data };
}

/** False for what a newer version of the program appended, whose permission nobody here can know. */
export const isKnown = ({ type }: LoggedEvent): boolean => Object.hasOwn(events, type);

export function visibleTypes(permissions: ReadonlySet<Permission>): EventType[] {
  return eventTypes.filter((type) => permissions.has(events[type].permission));
}

/** What to ask the log for: what is wanted of what may be seen, or null for all. */
export function typesToRead(
  permissions: ReadonlySet<Permission>,
  wanted?: readonly EventType[],
): readonly EventType[] | null {
  const visible = visibleTypes(permissions);
  if (wanted !== undefined) return visible.filter((type) => wanted.includes(type));
  // Reading all is cheaper than merging as many lists as there are types.
  return visible.length === eventTypes.length ? null : visible;
}
