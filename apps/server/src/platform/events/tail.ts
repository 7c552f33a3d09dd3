import type { Database } from '../db/index.ts';
import { assert } from '../errors/index.ts';
import { Alarm, retryDelay } from './alarm.ts';
import { ProcessSignal } from './process-signal.ts';
import type { LoggedEvent } from './logged-event.ts';
import { comparePositions, type Position } from './position.ts';
import { readEdge, readLog, readLogName } from './queries.ts';

export type ReportTrouble = (error: unknown, where: string) => void;
export type TailListener = (events: LoggedEvent[]) => void;

export interface EventTailOptions {
  db: Database;
  report: ReportTrouble;
  /** Most events per batch. */
  batch?: number;
}

const pollEvery = 1_000;
/** Appends that follow each other this closely are read together. */
const betweenReads = 5;
/** While an older transaction runs, committed events wait behind it: look again soon, then less often. */
const unsettledDelay = { first: 5, most: 100 };

/**
 * Follows the log of all workspaces, once per process, and hands every event to its listeners exactly once and in
 * order. Losing the database delays it and skips nothing.
 */
export class EventTail {
  #db: Database;
  #report: ReportTrouble;
  #batch: number;
  #listeners = new Set<TailListener>();
  #alarm = new Alarm();
  #signal: ProcessSignal;
  #position: Position | undefined;
  #log: string | undefined;
  #following: Promise<void> | undefined;
  #forgetDatabase: (() => void) | undefined;
  #stopped = false;

  constructor({ db, report, batch = 500 }: EventTailOptions) {
    this.#db = db;
    this.#report = report;
    this.#batch = batch;
    this.#signal = new ProcessSignal({
      channel: 'trikon_events',
      pool: db.pools.system,
      onNews: () => this.#alarm.ring(),
    });
  }

  /** Everything up to here has been handed to the listeners. */
  get position(): Position {
    assert(this.#position, 'the tail has been started');
    return this.#position;
  }

  /** The name of the log, which begins every cursor. */
  get log(): string {
    assert(this.#log, 'the tail has been started');
    return this.#log;
  }

  /** Begins at the present, or at a place given. */
  async start(from?: Position): Promise<void> {
    const { log, edge } = await this.#locate();
    this.#log = log;
    this.#position = from ?? edge;
    this.#signal.start();
    this.#forgetDatabase = this.#db.onAppended(() => {
      this.#alarm.ring();
      this.#signal.announce();
    });
    this.#following = this.#follow();
  }

  /** Calls back with each batch from now on. Returns how to stop. */
  subscribe(listener: TailListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#forgetDatabase?.();
    this.#alarm.ring();
    await Promise.all([this.#following, this.#signal.stop()]);
  }

  async #follow(): Promise<void> {
    let failures = 0;
    let unsettledReads = 0;
    while (!this.#stopped) {
      try {
        if (failures > 0) await this.#locateAgain();
        const page = await this.#readOn();
        failures = 0;
        if (!page.complete) continue;
        unsettledReads = page.unsettled && page.events.length === 0 ? unsettledReads + 1 : 0;
        await pause(betweenReads);
        await this.#alarm.wait(page.unsettled ? retryDelay(unsettledReads, unsettledDelay) : pollEvery);
      } catch (error) {
        this.#report(error, 'event tail');
        await this.#alarm.wait(retryDelay(failures++));
      }
    }
  }

  async #readOn() {
    const after = this.position;
    const page = await this.#db.acrossWorkspaces('event-tail', (tx) =>
      readLog(tx, { after, lookAt: this.#batch }),
    );
    this.#position = page.reached;
    if (page.events.length > 0) this.#deliver(page.events);
    return page;
  }

  #deliver(events: LoggedEvent[]): void {
    for (const listener of this.#listeners) {
      try {
        listener(events);
      } catch (error) {
        this.#report(error, 'listener of the event tail');
      }
    }
  }

  #locate(): Promise<{ log: string; edge: Position }> {
    return this.#db.acrossWorkspaces('event-tail', async (tx) => ({
      log: await readLogName(tx),
      edge: await readEdge(tx),
    }));
  }

  /** The database that comes back may be another one: restored, or a standby that had not heard the latest. */
  async #locateAgain(): Promise<void> {
    const { log, edge } = await this.#locate();
    if (log !== this.#log || comparePositions(edge, this.position) < 0) this.#position = edge;
    this.#log = log;
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
