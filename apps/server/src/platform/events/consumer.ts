import type { Database } from '../db/index.ts';
import { assert, Refusal } from '../errors/index.ts';
import { Alarm, retryDelay } from './alarm.ts';
import { ensureCursor } from './cursors.ts';
import { digestBatch, type Digested } from './digest.ts';
import type { LoggedEvent } from './logged-event.ts';
import { park, reasonOf } from './parked.ts';
import { beginning, type Position } from './position.ts';
import type { Subscriber } from './subscriber.ts';
import type { ReportTrouble } from './tail.ts';

interface ConsumerOptions {
  db: Database;
  subscriber: Subscriber;
  report: ReportTrouble;
  batch: number;
}

/** What to do next: there may be more, nothing is left, another process does it, or it went wrong and takes time. */
export type NextStep = 'more' | 'idle' | 'busy' | 'wait';

/** An event that fails alone this often is parked. */
const mostTries = 3;
const lookAtLeast = 1_000;
/** While another process has the cursor: how soon to look whether it has died. */
const busyDelay = 500;
/** Nothing is expected to happen by itself: the tail wakes a consumer. This is for what nobody thought of. */
const idleDelay = 60_000;
/** Events of other types after which the cursor is moved along, so that a restart need not look at them again. */
const mostPassed = 1_000;

/** One subscriber's progress through the log, in this process. */
export class Consumer {
  readonly subscriber: Subscriber;
  /** It has digested everything up to here, as far as this process knows. */
  reached: Position = beginning;
  #db: Database;
  #report: ReportTrouble;
  #batch: number;
  #alarm = new Alarm();
  #stopped = false;
  #limit: number;
  #tries = 0;
  #failures = 0;
  #passed = 0;
  #ensured = false;
  #turn: Promise<NextStep> = Promise.resolve('more');

  constructor({ db, subscriber, report, batch }: ConsumerOptions) {
    this.subscriber = subscriber;
    this.#db = db;
    this.#report = report;
    this.#batch = batch;
    this.#limit = batch;
  }

  /** Tells it what has been appended. */
  notice(events: readonly LoggedEvent[]): void {
    this.#passed += events.length;
    if (this.#passed >= mostPassed || events.some(({ type }) => this.subscriber.types.includes(type))) {
      this.#alarm.ring();
    }
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      const next = await this.step();
      if (next === 'wait') await this.#alarm.wait(retryDelay(this.#failures));
      if (next === 'busy') await this.#alarm.wait(busyDelay);
      if (next === 'idle') await this.#alarm.wait(idleDelay);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#alarm.ring();
  }

  /** Digests one batch. Steps of one process take turns, whoever asks for them. */
  step(): Promise<NextStep> {
    this.#turn = this.#turn.then(() => this.#step());
    return this.#turn;
  }

  async #step(): Promise<NextStep> {
    const { subscriber } = this;
    if (!this.#ensured && !(await this.#ensure())) return 'wait';
    this.#passed = 0;
    return this.#after(await this.#digest(subscriber.run));
  }

  #digest(run: Subscriber['run'], limit = this.#limit): Promise<Digested> {
    const lookAt = Math.max(this.#batch, lookAtLeast);
    return digestBatch({ db: this.#db, subscriber: this.subscriber, limit, lookAt, run });
  }

  async #ensure(): Promise<boolean> {
    try {
      await this.#db.acrossWorkspaces('event-consumers', (tx) => ensureCursor(tx, this.subscriber));
      this.#ensured = true;
      return true;
    } catch (error) {
      this.#noteFailure(error);
      return false;
    }
  }

  async #after(digested: Digested): Promise<NextStep> {
    if (digested.outcome === 'busy') return 'busy';
    if (digested.outcome === 'failed') return this.#recover(digested);
    this.#failures = 0;
    this.#tries = 0;
    this.#limit = Math.min(this.#batch, this.#limit * 2);
    this.reached = digested.reached;
    return digested.complete ? 'idle' : 'more';
  }

  /**
   * A batch is given again in halves until the event at fault stands alone; the others go through. One that keeps
   * failing alone is parked. When the database is away nothing is anybody's fault.
   */
  async #recover({ events, error }: Extract<Digested, { outcome: 'failed' }>): Promise<NextStep> {
    const [event] = events;
    if (event === undefined || (error instanceof Refusal && error.code === 'unavailable')) {
      this.#ensured = false;
      this.#noteFailure(error);
      return 'wait';
    }
    if (events.length > 1) {
      this.#limit = Math.ceil(events.length / 2);
      return 'more';
    }
    this.#tries++;
    if (this.#tries < mostTries) {
      await new Promise((resolve) => {
        setTimeout(resolve, retryDelay(this.#tries, { first: 10, most: 200 }));
      });
      return 'more';
    }
    return this.#park(event, error);
  }

  async #park(event: LoggedEvent, error: unknown): Promise<NextStep> {
    const { name } = this.subscriber;
    this.#report(error, `subscriber ${name}: event ${event.eventId} is parked`);
    const parked = await this.#digest(async (tx, [next]) => {
      // Another process may have taken the cursor on in between; then there is nothing to park here.
      assert(next?.eventId === event.eventId, 'the event to park is the next one');
      await park(tx, { consumer: name, event, reason: reasonOf(error) });
    }, 1);
    this.#tries = 0;
    if (parked.outcome === 'digested') this.reached = parked.reached;
    return 'more';
  }

  #noteFailure(error: unknown): void {
    // Once per trouble, not once per try: it may last for hours.
    if (this.#failures === 0) this.#report(error, `subscriber ${this.subscriber.name}`);
    this.#failures++;
  }
}
