import pg from 'pg';
import { Alarm, retryDelay } from './alarm.ts';

const betweenNotices = 10;
/** The longest that a timer can wait. */
const forever = 2 ** 31 - 1;

interface ProcessSignalOptions {
  /** What it is about: the processes that listen on the same channel hear of it. */
  channel: string;
  /** Says how to connect; none of its own connections is taken, for a small pool has none to spare for good. */
  pool: pg.Pool;
  /** Another process announced something, or may have while this one could not hear. */
  onNews: () => void;
}

/**
 * Tells the other processes that there is something new, and hears it from them, over one connection of its own.
 * NOTIFY inside of the transactions that wrote it would make all commits of the database wait for each other (measured:
 * nine times slower), so it is issued afterwards, at most every ten milliseconds. It may be lost: readers also poll.
 */
export class ProcessSignal {
  #channel: string;
  #pool: pg.Pool;
  #onNews: () => void;
  #client: pg.Client | undefined;
  #lost = new Alarm();
  #stopped = false;
  #listening: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #due = false;

  constructor({ channel, pool, onNews }: ProcessSignalOptions) {
    this.#channel = channel;
    this.#pool = pool;
    this.#onNews = onNews;
  }

  start(): void {
    this.#listening ??= this.#listen();
  }

  announce(): void {
    this.#due = true;
    if (this.#timer === undefined) this.#notify();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#lost.ring();
    await this.#listening;
  }

  #notify(): void {
    this.#timer = undefined;
    if (!this.#due || this.#stopped) return;
    this.#due = false;
    this.#timer = setTimeout(() => this.#notify(), betweenNotices);
    // A failure shows as the loss of the connection, and those who were not told find out by polling.
    this.#client?.query(`notify ${this.#channel}`).catch(() => {});
  }

  async #listen(): Promise<void> {
    for (let failures = 0; !this.#stopped; failures++) {
      // Each connection has its own: a ring that is late belongs to the one before.
      const lost = new Alarm();
      this.#lost = lost;
      const client = await this.#connect(lost);
      if (client !== undefined) {
        failures = 0;
        this.#client = client;
        // Whatever was announced while nobody listened here is found by looking.
        this.#onNews();
        if (!this.#stopped) await lost.wait(forever);
        this.#client = undefined;
        await close(client);
      }
      this.#lost = new Alarm();
      if (!this.#stopped) await this.#lost.wait(retryDelay(failures));
    }
  }

  async #connect(lost: Alarm): Promise<pg.Client | undefined> {
    const client = new pg.Client({
      ...this.#pool.options,
      application_name: this.#channel.replace('_', ' '),
    });
    // Without a listener Node would end the process when the connection breaks.
    client.on('error', () => lost.ring());
    client.on('end', () => lost.ring());
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const own = rows[0]?.pid;
      client.on('notification', ({ processId }) => {
        if (processId !== own) this.#onNews();
      });
      await client.query(`listen ${this.#channel}`);
      return client;
    } catch {
      await close(client);
      return undefined;
    }
  }
}

/** It may be broken already; then there is nothing to close. */
const close = (client: pg.Client): Promise<void> => client.end().catch(() => {});
