import type { EventType } from '@trikon/contract';
import type { SystemTx } from '../db/index.ts';
import type { LoggedEvent, LoggedEventOf } from './logged-event.ts';

/** What a module does when something happens, as data in its `subscribers.ts`. */
export interface SubscriberDefinition<Types extends EventType> {
  /** `<module>.<what it does>`: names its cursor, so it never changes and never names something else. */
  name: string;
  types: readonly Types[];
  /** A subscriber that is new starts at the beginning of the log; this one at the moment it is first seen. */
  from?: 'beginning' | 'now';
  /**
   * Digests a batch, in the order of the log. Its writes and the cursor commit together, so each event takes effect
   * once; all the same it must change nothing when an event comes again, because a person may retry one and a
   * subscriber may be started over.
   *
   * The batch holds events of many workspaces and `tx` sees them all. Write set-based: one statement over the whole
   * batch, where every row carries the `workspaceId` of its event and every join compares `workspace_id`:
   *
   *     await tx.sql(
   *       `insert into sign_ins (workspace_id, at, event_id, name)
   *        select workspace_id, at, event_id, name from jsonb_to_recordset($1::jsonb)
   *          as row (workspace_id uuid, at timestamptz, event_id uuid, name text)
   *        on conflict do nothing`,
   *       [JSON.stringify(events.map((event) => ({ workspace_id: event.workspaceId, ... })))],
   *     );
   *
   * Further facts are told with `publishIn(tx, facts)`, where each names its workspace. Stay short and inside of the
   * database: while this transaction is open no reader of the log may pass it. What takes long or leaves the
   * database is a job, queued here.
   *
   * Throwing rolls the batch back. The event at fault is found by halving the batch and parked with the reason.
   */
  run: (tx: SystemTx, events: LoggedEventOf<Types>[]) => Promise<void>;
}

export interface Subscriber {
  name: string;
  types: readonly EventType[];
  from: 'beginning' | 'now';
  run: (tx: SystemTx, events: LoggedEvent[]) => Promise<void>;
}

export function defineSubscriber<const Types extends EventType>(
  definition: SubscriberDefinition<Types>,
): Subscriber {
  const { name, types, from = 'beginning', run } = definition;
  // Only events of its own types are ever handed to it.
  return { name, types, from, run: run as Subscriber['run'] };
}
