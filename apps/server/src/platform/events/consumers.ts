import type { Database } from '../db/index.ts';
import { assert, notFound, Refusal } from '../errors/index.ts';
import { Consumer } from './consumer.ts';
import { readLag, type ConsumerLag } from './cursors.ts';
import { noteReason, reasonOf, unpark, type ParkedKey } from './parked.ts';
import { comparePositions, type Position } from './position.ts';
import { findNewest } from './queries.ts';
import type { Subscriber } from './subscriber.ts';
import type { EventTail, ReportTrouble } from './tail.ts';

export interface EventConsumersOptions {
  db: Database;
  tail: EventTail;
  subscribers: readonly Subscriber[];
  report: ReportTrouble;
  /** Most events that a subscriber is given at once. */
  batch?: number;
}

/**
 * Runs the subscribers. Any number of processes may: at each moment one of them has a given subscriber's cursor,
 * and when it dies another goes on from there.
 */
export class EventConsumers {
  #db: Database;
  #tail: EventTail;
  #consumers: Consumer[];
  #running: Promise<unknown> | undefined;
  #forgetTail: (() => void) | undefined;

  constructor({ db, tail, subscribers, report, batch = 500 }: EventConsumersOptions) {
    const names = new Set(subscribers.map(({ name }) => name));
    assert(names.size === subscribers.length, 'every subscriber has a name of its own');
    this.#db = db;
    this.#tail = tail;
    this.#consumers = subscribers.map((subscriber) => new Consumer({ db, subscriber, report, batch }));
  }

  /** After the tail has been started: what is older than its beginning each consumer finds by itself. */
  start(): void {
    this.#forgetTail = this.#tail.subscribe((events) => {
      for (const consumer of this.#consumers) consumer.notice(events);
    });
    this.#running = Promise.all(this.#consumers.map((consumer) => consumer.run()));
  }

  async stop(): Promise<void> {
    this.#forgetTail?.();
    for (const consumer of this.#consumers) consumer.stop();
    await this.#running;
  }

  /** For tests: resolves when all that is committed, and what came of it, has been digested. Needs no `start`. */
  async drain(): Promise<void> {
    for (let target = await this.#newest(); target !== null;) {
      const goal = target;
      await Promise.all(this.#consumers.map((consumer) => reach(consumer, goal)));
      target = await this.#newest();
      if (target !== null && comparePositions(target, goal) === 0) return;
    }
  }

  /** How far each subscriber is behind, for metrics and the health page. */
  lag(): Promise<ConsumerLag[]> {
    const subscribers = this.#consumers.map(({ subscriber }) => subscriber);
    return this.#db.acrossWorkspaces('event-consumers', (tx) => readLag(tx, subscribers));
  }

  /** Gives a parked event to its subscriber again; it leaves its place when it is digested. */
  async retryParked(workspaceId: string, consumer: string, eventId: string): Promise<void> {
    const key: ParkedKey = { workspaceId, consumer, eventId };
    const subscriber = this.#consumers.find((one) => one.subscriber.name === consumer)?.subscriber;
    if (subscriber === undefined) throw notFound('parked event');
    const actor = { kind: 'system', id: consumer } as const;
    let found = false;
    try {
      await this.#db.acrossWorkspaces(
        'event-consumers',
        async (tx) => {
          const event = await unpark(tx, key);
          found = event !== null;
          if (event !== null) await subscriber.run(tx, [event]);
        },
        actor,
      );
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unavailable') throw error;
      const reason = reasonOf(error);
      await this.#db.acrossWorkspaces('event-consumers', (tx) => noteReason(tx, key, reason), actor);
      throw new Refusal('conflict', `It could not be digested this time either: ${reason}`, { cause: error });
    }
    if (!found) throw notFound('parked event');
  }

  #newest(): Promise<Position | null> {
    return this.#db.acrossWorkspaces('event-consumers', findNewest);
  }
}

async function reach(consumer: Consumer, goal: Position): Promise<void> {
  while (comparePositions(consumer.reached, goal) < 0) {
    const next = await consumer.step();
    if (next !== 'more') {
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
  }
}
