import type { Database, SystemTx } from '../db/index.ts';
import { moveCursor, takeCursor } from './cursors.ts';
import type { LoggedEvent } from './logged-event.ts';
import type { Position } from './position.ts';
import { readLog } from './queries.ts';
import type { Subscriber } from './subscriber.ts';

export type Digested =
  /** Another process has this consumer's cursor. */
  | { outcome: 'busy' }
  | { outcome: 'digested'; reached: Position; complete: boolean; count: number }
  /** Nothing was changed. `events` are those that the subscriber was given; none when it did not come to that. */
  | { outcome: 'failed'; events: LoggedEvent[]; error: unknown };

export interface DigestOptions {
  db: Database;
  subscriber: Subscriber;
  /** Most events to give it at once. */
  limit: number;
  /** Most events of any type to look at. */
  lookAt: number;
  /** Instead of the subscriber's own. */
  run?: Subscriber['run'];
}

/** Gives a subscriber its next batch: what it does about it and how far it has come are one transaction. */
export async function digestBatch(options: DigestOptions): Promise<Digested> {
  const { db, subscriber, limit, lookAt, run = subscriber.run } = options;
  const { name, types } = subscriber;
  let events: LoggedEvent[] = [];
  const digest = async (tx: SystemTx): Promise<Digested> => {
    events = [];
    const after = await takeCursor(tx, name);
    if (after === null) return { outcome: 'busy' };
    const page = await readLog(tx, { after, types, limit, lookAt });
    events = page.events;
    if (events.length > 0) await run(tx, events);
    if (page.lookedAt > 0) await moveCursor(tx, name, page.reached);
    return { outcome: 'digested', reached: page.reached, complete: page.complete, count: events.length };
  };
  try {
    return await db.acrossWorkspaces('event-consumers', digest, { kind: 'system', id: name });
  } catch (error) {
    return { outcome: 'failed', events, error };
  }
}
