import type { EventData, EventType } from '@trikon/contract';
import { createFrameReader, type StreamFrame } from './stream-frames.ts';

/** Something that happened in the workspace, as the live stream tells it. */
export type LiveEvent = {
  [Type in EventType]: {
    eventId: string;
    type: Type;
    at: string;
    contactId: string | null;
    actor: { kind: 'user' | 'key' | 'system'; id: string };
    data: EventData<Type>;
  };
}[EventType];

/** offline: it was tried and failed, and is being tried again. paused: nobody has looked for a while. */
export type StreamState = 'connecting' | 'connected' | 'offline' | 'paused' | 'stopped';

export interface EventStreamOptions {
  workspaceId: string;
  /** Events in order, each once, as many at a time as have arrived. */
  onEvents: (events: LiveEvent[]) => void;
  /**
   * What was fetched before this moment may lack events that will not be told any more: fetch it again.
   * `opened`: the first connection; only what was fetched before it is in doubt. `reset`: the server's history is another one.
   */
  onReset: (reason: 'opened' | 'reset') => void;
  onState?: (state: StreamState) => void;
  /** The session is over (401), may not listen (403) or has lost the workspace (404): it is not tried again until `start`. */
  onRefused?: (status: number) => void;
  /**
   * How long the page may be hidden before the connection is given up, in milliseconds. A browser has six to one
   * address without HTTP/2, so forgotten tabs would block a new one. Infinity where a hidden page still has to notify.
   */
  pauseHiddenAfter?: number;
  url?: string;
}

/** The server says something every 15 s; after this long without, the connection is dead whatever the browser thinks. */
const mostSilence = 40_000;
const firstDelay = 500;
const mostDelay = 30_000;

/** Follows the workspace's events, and comes back from wherever it was when the connection is lost. */
export class EventStream {
  #options: EventStreamOptions;
  #state: StreamState = 'stopped';
  #place: string | undefined;
  #failures = 0;
  #connection: AbortController | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #hiding: ReturnType<typeof setTimeout> | undefined;

  constructor(options: EventStreamOptions) {
    this.#options = options;
  }

  get state(): StreamState {
    return this.#state;
  }

  start(): void {
    if (this.#state !== 'stopped') return;
    globalThis.addEventListener?.('online', this.#hurry);
    globalThis.document?.addEventListener('visibilitychange', this.#look);
    this.#failures = 0;
    this.#connect();
    this.#look();
  }

  stop(): void {
    globalThis.removeEventListener?.('online', this.#hurry);
    globalThis.document?.removeEventListener('visibilitychange', this.#look);
    this.#disconnect('stopped');
  }

  #disconnect(state: StreamState): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    clearTimeout(this.#hiding);
    this.#hiding = undefined;
    this.#connection?.abort();
    this.#connection = undefined;
    this.#become(state);
  }

  #become(state: StreamState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState?.(state);
  }

  /** The network is back: do not wait for the rest of the delay. */
  #hurry = (): void => {
    if (this.#state !== 'offline') return;
    clearTimeout(this.#retry);
    this.#connect();
  };

  #look = (): void => {
    const { pauseHiddenAfter = 5 * 60_000 } = this.#options;
    if (globalThis.document?.visibilityState === 'hidden') {
      if (pauseHiddenAfter === Infinity || this.#hiding !== undefined) return;
      this.#hiding = setTimeout(() => this.#disconnect('paused'), pauseHiddenAfter);
      return;
    }
    clearTimeout(this.#hiding);
    this.#hiding = undefined;
    if (this.#state === 'paused') this.#connect();
  };

  #connect(): void {
    const connection = new AbortController();
    this.#connection = connection;
    if (this.#failures === 0) this.#become('connecting');
    this.#expectNews(connection);
    this.#read(connection).then(
      (retryAfter) => this.#lost(connection, retryAfter),
      () => this.#lost(connection),
    );
  }

  /** Resolves when the server ends the stream, with the seconds it asks to be left alone. */
  async #read(connection: AbortController): Promise<number | undefined> {
    const { workspaceId, url = '/api/v1/events/stream' } = this.#options;
    const response = await fetch(url, {
      signal: connection.signal,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'text/event-stream',
        'trikon-workspace': workspaceId,
        ...(this.#place === undefined ? {} : { 'last-event-id': this.#place }),
      },
    });
    if ([401, 403, 404].includes(response.status)) {
      this.stop();
      this.#options.onRefused?.(response.status);
      return undefined;
    }
    // The place is not one the server knows: begin anew rather than be refused forever.
    if (response.status === 400) this.#place = undefined;
    if (!response.ok || response.body === null) {
      // A cut line may be back at once and is not worth a word; a server that says no is.
      this.#failures = Math.max(1, this.#failures);
      return Number(response.headers.get('retry-after')) || undefined;
    }
    const readFrames = createFrameReader();
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || connection.signal.aborted) return undefined;
      this.#expectNews(connection);
      this.#take(readFrames(decoder.decode(value, { stream: true })));
    }
  }

  #take(frames: StreamFrame[]): void {
    if (frames.length > 0) {
      this.#failures = 0;
      this.#become('connected');
    }
    let events: LiveEvent[] = [];
    for (const { id, event, data } of frames) {
      const opened = this.#place === undefined && id !== undefined;
      if (opened || event === 'reset') {
        this.#tell(events);
        events = [];
        this.#options.onReset(event === 'reset' ? 'reset' : 'opened');
      } else if (data !== '') {
        events.push(JSON.parse(data) as LiveEvent);
      }
      if (id !== undefined) this.#place = id;
    }
    this.#tell(events);
  }

  #tell(events: LiveEvent[]): void {
    if (events.length > 0) this.#options.onEvents(events);
  }

  #expectNews(connection: AbortController): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => connection.abort(), mostSilence);
  }

  #lost(connection: AbortController, retryAfterSeconds?: number): void {
    if (connection !== this.#connection) return;
    this.#connection = undefined;
    clearTimeout(this.#silence);
    // A server that restarts ends all its streams at once: they must not come back at once.
    const delay = Math.min(mostDelay, firstDelay * 2 ** this.#failures) * (0.5 + Math.random());
    this.#become(this.#failures === 0 ? 'connecting' : 'offline');
    this.#failures++;
    this.#retry = setTimeout(() => this.#connect(), Math.max(delay, (retryAfterSeconds ?? 0) * 1_000));
  }
}
