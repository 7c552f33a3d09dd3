import { Refusal } from '../../../platform/errors/index.ts';

interface Waiting<Item> {
  item: Item;
  bytes: number;
  since: number;
  resolve: () => void;
  reject: (error: Refusal) => void;
}

interface Batch<Item> {
  waiting: Waiting<Item>[];
  since: number;
  /** Those who waited have been refused already; whether it was stored is not known. */
  late: boolean;
}

export interface GroupCommitLimits {
  /** Batches being stored at the same time. Few of them are large, which costs less for each item. */
  batches: number;
  /** Batches that do not come back: so many more may go out, so that some dead connections do not stop everything. */
  lateBatches: number;
  batchItems: number;
  batchBytes: number;
  waitingItems: number;
  waitingBytes: number;
  /** How long somebody waits at most, in milliseconds. */
  patience: number;
}

/** Meta gives up on an answer after seconds, and repeats what was refused. */
const usualLimits: GroupCommitLimits = {
  batches: 2,
  lateBatches: 2,
  batchItems: 256,
  batchBytes: 4_194_304,
  waitingItems: 5_000,
  waitingBytes: 67_108_864,
  patience: 5_000,
};

interface GroupCommitOptions<Item> {
  /** Makes a batch durable, all of it or nothing. */
  store: (items: Item[]) => Promise<void>;
  bytesOf: (item: Item) => number;
  /** Hears why a batch was not stored; those who waited are told only to come again. */
  report: (error: unknown) => void;
  limits?: Partial<GroupCommitLimits>;
}

/**
 * Stores together what comes at the same moment, since a commit costs the same for one row as for hundreds. While
 * batches are being stored the next one gathers, so batches grow with the load and nobody waits for a timer.
 */
export class GroupCommit<Item> {
  readonly #options: GroupCommitOptions<Item>;
  readonly #limits: GroupCommitLimits;
  readonly #batches = new Set<Batch<Item>>();
  #waiting: Waiting<Item>[] = [];
  #waitingBytes = 0;
  #gathering = false;
  #failing = false;
  #watch: NodeJS.Timeout | undefined;

  constructor(options: GroupCommitOptions<Item>) {
    this.#options = options;
    this.#limits = { ...usualLimits, ...options.limits };
  }

  /** Resolves when the item is durable. Rejects when it is not, or when that is not known in time. */
  add(item: Item): Promise<void> {
    const bytes = this.#options.bytesOf(item);
    const { waitingItems, waitingBytes } = this.#limits;
    const full = this.#waiting.length >= waitingItems || this.#waitingBytes + bytes > waitingBytes;
    if (full || this.#isAway()) return Promise.reject(notStored());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, bytes, since: performance.now(), resolve, reject });
      this.#waitingBytes += bytes;
      this.#gather();
    });
  }

  /** After a failure one batch at a time finds out whether it is over, and nobody else waits in vain meanwhile. */
  #isAway(): boolean {
    return this.#failing && (this.#underWay() > 0 || !this.#hasRoom());
  }

  #hasRoom(): boolean {
    const { batches, lateBatches } = this.#limits;
    return this.#underWay() < batches && this.#batches.size < batches + lateBatches;
  }

  #underWay(): number {
    let count = 0;
    for (const { late } of this.#batches) if (!late) count += 1;
    return count;
  }

  /** Lets everything that has arrived in this turn of the event loop join. */
  #gather(): void {
    if (this.#gathering || !this.#hasRoom()) return;
    this.#gathering = true;
    setImmediate(() => {
      this.#gathering = false;
      while (this.#waiting.length > 0 && this.#hasRoom()) this.#begin();
    });
  }

  #begin(): void {
    const batch: Batch<Item> = { waiting: this.#take(), since: performance.now(), late: false };
    this.#batches.add(batch);
    this.#watch ??= setInterval(() => this.#refuseTheLate(), Math.min(250, this.#limits.patience)).unref();
    this.#options.store(batch.waiting.map(({ item }) => item)).then(
      () => this.#end(batch),
      (error: unknown) => this.#end(batch, { error }),
    );
  }

  #take(): Waiting<Item>[] {
    let count = 0;
    let bytes = 0;
    for (const each of this.#waiting) {
      // One that is larger than a batch is a batch of its own.
      if (count === this.#limits.batchItems || (count > 0 && bytes + each.bytes > this.#limits.batchBytes))
        break;
      count += 1;
      bytes += each.bytes;
    }
    this.#waitingBytes -= bytes;
    return this.#waiting.splice(0, count);
  }

  #end(batch: Batch<Item>, failure?: { error: unknown }): void {
    this.#batches.delete(batch);
    this.#failing = failure !== undefined;
    if (failure) this.#options.report(failure.error);
    for (const { resolve, reject } of batch.waiting) {
      if (failure) reject(notStored(failure.error));
      else resolve();
    }
    this.#gather();
    if (this.#batches.size > 0 || this.#waiting.length > 0) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  #refuseTheLate(): void {
    const before = performance.now() - this.#limits.patience;
    for (const batch of this.#batches) {
      if (batch.late || batch.since > before) continue;
      batch.late = true;
      this.#failing = true;
      for (const { reject } of batch.waiting) reject(notStored());
    }
    let late = this.#waiting.findIndex(({ since }) => since > before);
    if (late < 0) late = this.#waiting.length;
    for (const { bytes, reject } of this.#waiting.splice(0, late)) {
      this.#waitingBytes -= bytes;
      reject(notStored());
    }
    this.#gather();
  }
}

const notStored = (cause?: unknown): Refusal =>
  new Refusal('unavailable', 'This could not be stored in time. Deliver it again.', {
    retryAfterSeconds: 5,
    cause,
  });
