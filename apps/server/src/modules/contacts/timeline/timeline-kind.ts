import type { events, EventType, timelineKinds } from '@trikon/contract';
import type { Actor, Tx } from '../../../platform/db/index.ts';

/** An event of a contact, as the timeline tells it. */
export interface ToldEvent {
  eventId: string;
  type: EventType;
  at: Date;
  contactId: string;
  actor: Actor;
  data: Record<string, unknown>;
}

/**
 * How a module's events become lines of a contact's timeline. What happens to a contact anywhere in the program shows up by
 * one of these, listed where the parts are wired.
 */
export interface TimelineKind {
  kind: (typeof timelineKinds)[number];
  /** Of which events lines are made. Each needs the permission that its event needs. */
  types: readonly (keyof typeof events)[];
  /** Of these, those that are lines of their own: SQL over a row of `events`. */
  where?: string;
  /** What is known beyond the event, for many at once and by its id; null leaves a line out. */
  tell?(tx: Tx, told: readonly ToldEvent[]): Promise<Map<string, Record<string, unknown> | null>>;
}
