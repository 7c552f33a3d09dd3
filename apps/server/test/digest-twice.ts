import type { Database } from '../src/platform/db/index.ts';
import { EventConsumers, EventTail, type Subscriber } from '../src/platform/events/index.ts';

interface DigestTwice<State> {
  db: Database;
  subscriber: Subscriber;
  /** What the subscriber has written so far. */
  read: () => Promise<State>;
}

/**
 * Gives a subscriber the whole log twice, as a retry or a new start of it would, and returns what it had written
 * after each: a subscriber that is as it should be leaves the same.
 */
export async function digestTwice<State>({
  db,
  subscriber,
  read,
}: DigestTwice<State>): Promise<[State, State]> {
  const failures: unknown[] = [];
  const report = (error: unknown): void => void failures.push(error);
  const digest = async (): Promise<State> => {
    await db.acrossWorkspaces('maintenance', (tx) =>
      tx.sql(`delete from system.event_cursors where consumer = $1`, [subscriber.name]),
    );
    const tail = new EventTail({ db, report });
    await new EventConsumers({ db, tail, subscribers: [subscriber], report }).drain();
    if (failures.length > 0) throw failures[0];
    return read();
  };
  return [await digest(), await digest()];
}
