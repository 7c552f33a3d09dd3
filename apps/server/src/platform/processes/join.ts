import { hostname } from 'node:os';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import type { Logger } from '../log/index.ts';
import { beat, removePresence } from './queries.ts';

export interface JoinOptions {
  db: Database;
  clock: Clock;
  log: Logger;
  version: string;
  roles: readonly string[];
  /** Milliseconds between two signs of life. */
  beatEvery?: number;
  /** Milliseconds after which a copy without a sign of life counts as dead. */
  silentAfter?: number;
}

/** Makes this copy of the program known to the others, until it leaves or dies. */
export async function joinProcesses(options: JoinOptions): Promise<Membership> {
  const membership = new Membership(options);
  await membership.join();
  return membership;
}

/** This copy of the program, as the others see it. */
export class Membership {
  readonly processId: string;
  readonly silentAfter: number;
  readonly #beatEvery: number;
  readonly #options: JoinOptions;
  readonly #startedAt: Date;
  /** What locks are held under, each with the promise that the others know of it. */
  readonly #held = new Map<string, Promise<void>>();
  readonly #listeners = new Set<() => void>();
  #steadyBeats = 0;
  #live = 1;
  #joined = false;
  #left = false;
  #timer: NodeJS.Timeout | undefined;
  #lastBeat: Promise<void> = Promise.resolve();

  constructor(options: JoinOptions) {
    this.#options = options;
    this.#beatEvery = options.beatEvery ?? 5_000;
    this.silentAfter = options.silentAfter ?? 25_000;
    this.#startedAt = options.clock.now();
    this.processId = newId(this.#startedAt);
  }

  async join(): Promise<void> {
    await this.#beat();
    this.#scheduleBeat();
  }

  /** How many copies are alive, this one included. Whoever shares a limit among copies divides by it. */
  liveCopies(): number {
    return this.#live;
  }

  /** Says that what is locked under this name is held by this copy; the others know once it resolves. */
  holdAs(workerId: string): Promise<void> {
    const known = this.#held.get(workerId);
    if (known) return known;
    this.#held.set(workerId, Promise.resolve());
    const told = this.#beat();
    this.#held.set(workerId, told);
    return told;
  }

  letGo(workerId: string): void {
    this.#held.delete(workerId);
  }

  /**
   * True when this copy has been seen without a gap for as long as it takes to count as dead. Only then may it
   * judge others: after the database was away, everybody looks silent to whoever comes back first.
   */
  isSteady(): boolean {
    return this.#steadyBeats * this.#beatEvery >= this.silentAfter;
  }

  /** Calls back when the others had taken this copy for dead, so that its work may run elsewhere by now. */
  onTakenForDead(listener: () => void): void {
    this.#listeners.add(listener);
  }

  async leave(): Promise<void> {
    this.#left = true;
    clearTimeout(this.#timer);
    await this.#lastBeat.catch(() => {});
    await this.#options.db.acrossWorkspaces('processes', (tx) => removePresence(tx, this.processId));
  }

  #scheduleBeat(): void {
    this.#timer = setTimeout(() => void this.#keepBeating(), this.#beatEvery);
    this.#timer.unref();
  }

  async #keepBeating(): Promise<void> {
    try {
      await this.#beat();
      this.#steadyBeats++;
    } catch (error) {
      this.#steadyBeats = 0;
      this.#options.log.warn({ err: error }, 'could not tell the other copies that this one is alive');
    }
    if (!this.#left) this.#scheduleBeat();
  }

  /** One after the other: a beat that is overtaken would take back what the later one has said. */
  #beat(): Promise<void> {
    this.#lastBeat = this.#lastBeat.catch(() => {}).then(() => this.#tellOthers());
    return this.#lastBeat;
  }

  async #tellOthers(): Promise<void> {
    const { db, log, version, roles } = this.#options;
    const presence = {
      processId: this.processId,
      host: hostname(),
      pid: process.pid,
      version,
      roles,
      workerIds: [...this.#held.keys()],
      startedAt: this.#startedAt,
    };
    const { inserted, live } = await db.acrossWorkspaces('processes', (tx) =>
      beat(tx, presence, this.silentAfter),
    );
    this.#live = live;
    const wasTakenForDead = inserted && this.#joined;
    this.#joined = true;
    if (!wasTakenForDead) return;
    this.#steadyBeats = 0;
    log.warn({ processId: this.processId }, 'silent for so long that the other copies took over the work');
    for (const listener of this.#listeners) listener();
  }
}
