import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CommitWatch } from './wire.ts';

interface Pair {
  near: Socket;
  away: Socket;
  watch: CommitWatch;
  /** What the database says on it gets lost. */
  deaf: boolean;
}

/** Makes something durable when it is over: a transaction's end, and the statements that commit by themselves. */
const isCommit = (sql: string): boolean =>
  /^\s*commit/i.test(sql) || sql.includes('insert into webhook_deliveries');

/** The only way from the program to its database, on which things can go wrong. */
export class Line {
  url = '';
  /** So many of the next commits get through, and their answers do not. */
  cutsAfterCommit = 0;
  /** How many of them there were. */
  cuts = 0;
  /** How many connections the database ended, and nobody here. */
  endedByDatabase = 0;
  /** Added to the way of everything. */
  delayMilliseconds = 0;
  /** Nothing comes through, and nobody is told. */
  silent = false;
  readonly #pairs = new Set<Pair>();
  readonly #delayed = new WeakMap<Socket, Promise<void>>();
  readonly #server = createServer((near) => this.#join(near));
  readonly #far: URL;

  constructor(databaseUrl: string) {
    this.#far = new URL(databaseUrl);
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const near = new URL(this.#far);
    near.searchParams.delete('host');
    near.hostname = '127.0.0.1';
    near.port = String((this.#server.address() as AddressInfo).port);
    this.url = near.toString();
  }

  /** Ends every connection that there is. */
  cut(): void {
    for (const pair of this.#pairs) end(pair);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket): void {
    const folder = this.#far.searchParams.get('host');
    const port = Number(this.#far.port || 5432);
    const away = folder ? connect(path.join(folder, `.s.PGSQL.${port}`)) : connect(port, this.#far.hostname);
    const pair: Pair = { near, away, watch: new CommitWatch(isCommit), deaf: false };
    this.#pairs.add(pair);
    near.on('data', (piece: Buffer) => this.#ask(pair, piece));
    away.on('data', (piece: Buffer) => {
      if (!pair.deaf) this.#pass(piece, near);
    });
    away.on('end', () => {
      if (!near.readableEnded && !near.destroyed) this.endedByDatabase += 1;
    });
    for (const socket of [near, away]) {
      socket.on('error', () => {});
      socket.on('close', () => {
        end(pair);
        this.#pairs.delete(pair);
      });
    }
  }

  #ask(pair: Pair, piece: Buffer): void {
    const commits = pair.watch.sees(piece);
    this.#pass(piece, pair.away);
    if (!commits || this.cutsAfterCommit === 0) return;
    this.cutsAfterCommit -= 1;
    this.cuts += 1;
    pair.deaf = true;
    // Time enough for the database to do what it was told.
    setTimeout(() => end(pair), 150);
  }

  #pass(piece: Buffer, to: Socket): void {
    if (this.silent) return;
    const before = this.#delayed.get(to);
    if (this.delayMilliseconds === 0 && before === undefined) {
      to.write(piece);
      return;
    }
    // One after the other: no piece overtakes another, also when the line gets faster.
    const at = performance.now() + this.delayMilliseconds;
    const passing = this.#passLater(piece, to, { at, before });
    this.#delayed.set(to, passing);
    void passing.finally(() => this.#delayed.get(to) === passing && this.#delayed.delete(to));
  }

  async #passLater(
    piece: Buffer,
    to: Socket,
    { at, before }: { at: number; before: Promise<void> | undefined },
  ): Promise<void> {
    await before;
    await pause(Math.max(0, at - performance.now()));
    if (!to.destroyed) to.write(piece);
  }
}

function end({ near, away }: Pair): void {
  near.destroy();
  away.destroy();
}
