import type { EventType } from '@trikon/contract';
import type { ServerResponse } from 'node:http';
import { Refusal } from '../errors/index.ts';
import type { Caller, Credentials } from '../http/index.ts';
import { beatFrame, eventFrame, placeFrame, resetFrame } from './frames.ts';
import { visibleTypes, type LoggedEvent } from './logged-event.ts';
import { beginning, comparePositions, later, type Position } from './position.ts';
import type { LogPage } from './queries.ts';

export interface LiveStreamOptions {
  raw: ServerResponse;
  log: string;
  workspaceId: string;
  caller: Caller;
  credentials: Credentials;
  /** The client's place. */
  position: Position;
  /** Reads the workspace's events beyond a place. */
  readPage: (after: Position) => Promise<LogPage>;
  report: (error: unknown) => void;
  /** Bytes that may wait for a reader that is slower than the events. */
  mostWaitingBytes?: number;
  /** How long a reader may take none of them. */
  drainWithin?: number;
}

/** Live events held while the last page of the past is on its way; past this many, one more page is read instead. */
const mostHeld = 1_000;

/** One open connection: first the past from the client's place on, then the present. */
export class LiveStream {
  readonly log: string;
  readonly workspaceId: string;
  readonly caller: Caller;
  readonly credentials: Credentials;
  readonly visible: ReadonlySet<EventType>;
  /** Streams with the same audience get the same bytes. */
  readonly audience: string;
  checkedAt = performance.now();
  #options: LiveStreamOptions;
  #raw: ServerResponse;
  /** Everything visible up to here has been written. */
  #position: Position;
  #live = false;
  #held: LoggedEvent[] = [];

  constructor(options: LiveStreamOptions) {
    this.log = options.log;
    this.workspaceId = options.workspaceId;
    this.caller = options.caller;
    this.credentials = options.credentials;
    this.visible = new Set(visibleTypes(options.caller.permissions));
    this.audience = [...this.visible].join(' ');
    this.#options = options;
    this.#raw = options.raw;
    this.#position = options.position;
  }

  get open(): boolean {
    return !this.#raw.destroyed && !this.#raw.writableEnded;
  }

  start(opening: string): void {
    this.write(opening);
    this.#catchUp().catch((error: unknown) => {
      // The client comes back with its place; by then the database may have, too.
      if (!(error instanceof Refusal)) this.#options.report(error);
      this.end();
    });
  }

  /** Takes events of its workspace from the tail; `shared` are the bytes for its audience. */
  deliver(events: LoggedEvent[], shared: () => Buffer | null): void {
    const last = events.at(-1);
    if (last === undefined || !this.open) return;
    if (!this.#live) {
      if (this.#held.length < mostHeld) this.#held.push(...events);
      return;
    }
    const allNew = comparePositions(events[0]!.position, this.#position) > 0;
    const chunk = allNew ? shared() : this.#framesOf(this.#after(events));
    if (chunk !== null) this.write(chunk);
    this.#position = later(last.position, this.#position);
    // A reader that falls behind costs no more memory: it gets the rest from the log, at its own pace.
    if (this.#raw.writableLength > (this.#options.mostWaitingBytes ?? 500_000)) this.start('');
  }

  write(chunk: Buffer | string): void {
    if (this.open && chunk.length > 0) this.#raw.write(chunk);
  }

  /** Says that the connection is alive, unless what waits to be read will say it. */
  beat(tail: Position): void {
    if (this.#raw.writableNeedDrain) return;
    this.write(this.#live ? placeFrame(this.log, later(this.#position, tail)) : beatFrame);
  }

  end(): void {
    if (this.open) this.#raw.end();
    // Whoever does not read does not see the end either.
    setTimeout(() => this.#raw.destroy(), 1_000).unref();
  }

  #after(events: LoggedEvent[]): LoggedEvent[] {
    return events.filter(({ position }) => comparePositions(position, this.#position) > 0);
  }

  #framesOf(events: LoggedEvent[]): string {
    return framesOf(events, this.visible, this.log);
  }

  /**
   * Writes the past, page by page and no faster than it is read, then what happened meanwhile. The tail never is
   * ahead of a page that was asked for after it: so what it handed over before the last page was asked for is in
   * that page or an earlier one, and what came later was held. Nothing is between and nothing is twice.
   */
  async #catchUp(): Promise<void> {
    this.#live = false;
    for (let complete = false; !complete && this.open;) {
      await this.#drained();
      this.#held = [];
      const page = await this.#options.readPage(this.#position);
      // A place beyond the end: the database went back in time, as after a fail-over that lost the latest.
      if (comparePositions(page.reached, this.#position) < 0) this.write(resetFrame(this.log, page.reached));
      this.write(this.#framesOf(page.events));
      this.#position = page.reached;
      complete = page.complete && this.#held.length < mostHeld;
    }
    this.write(this.#framesOf(this.#after(this.#held)));
    this.#position = later(this.#held.at(-1)?.position ?? beginning, this.#position);
    this.#held = [];
    this.#live = true;
  }

  /** Waits until the reader has taken what was written, or cuts one that takes nothing: it may come back. */
  async #drained(): Promise<void> {
    if (!this.#raw.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        clearTimeout(timer);
        this.#raw.off('drain', goOn).off('close', goOn);
        resolve();
      };
      const timer = setTimeout(() => this.#raw.destroy(), this.#options.drainWithin ?? 30_000);
      this.#raw.once('drain', goOn).once('close', goOn);
    });
  }
}

export function framesOf(events: LoggedEvent[], visible: ReadonlySet<EventType>, log: string): string {
  let frames = '';
  for (const event of events) if (visible.has(event.type)) frames += eventFrame(log, event);
  return frames;
}
