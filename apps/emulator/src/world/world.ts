import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Clock } from './clock.ts';
import { type Change, Collection, type CollectionOptions, type Listener, type Thing } from './collection.ts';
import { Ids } from './ids.ts';
import { Journal } from './journal.ts';
import type { Json, JsonObject } from './json.ts';
import { Random, type RandomState } from './random.ts';
import { type Part, readSnapshot, writeSnapshot } from './snapshot.ts';
import { type Task, Tasks } from './tasks.ts';

export interface WorldSettings {
  /** Where the journal, the snapshot and media lie. */
  folder: string;
  seed: string;
  now: number;
  rate: number;
  /** Hears of defects of the emulator itself. Without it they end the process, so that no test overlooks one. */
  report?: (defect: unknown) => void;
}

/** Something beside the collections that is part of the world: saved and restored as values. */
interface Kept {
  save(): Json[];
  restore(values: Json[]): void;
}

export interface Setting<T extends JsonObject> {
  readonly value: T;
}

/** More lines than the journal holds back in memory, where a crash takes them. */
const mayBeUnwritten = 100_000;

/**
 * A world in which nothing happens by itself but what was scheduled: time, chance, things and what will come. It knows
 * nothing of WhatsApp. Whatever it holds is plain data, so that it can be written down and taken up again.
 */
export class World {
  readonly folder: string;
  readonly seed: string;
  readonly report: (defect: unknown) => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly tasks: Tasks;
  readonly journal: Journal;
  readonly #collections = new Set<string>();
  readonly #settings: Collection<Thing & JsonObject>;
  readonly #kept = new Map<string, Kept>();
  readonly #listeners = new Set<Listener>();
  readonly #settling: (() => Promise<void>)[] = [];
  readonly #timeListeners: (() => void)[] = [];
  readonly #defaults = new Map<string, JsonObject>();
  #saving: Promise<void> = Promise.resolve();
  /** Up to which line of the journal the snapshot reaches. */
  #savedSeq = 0;
  /** Up to which line the journal reached when the world began. */
  readonly #foundSeq: number;

  constructor({ folder, seed, now, rate, report = throwLater }: WorldSettings) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    this.seed = seed;
    this.report = report;
    this.clock = new Clock({ now, rate });
    this.random = new Random(seed);
    this.ids = new Ids(this.random);
    this.tasks = new Tasks(this.clock, report);
    this.journal = new Journal(path.join(folder, 'journal'));
    this.#foundSeq = this.journal.seq;
    this.#settings = this.collection('settings');
    this.#keepKernel();
  }

  collection<T extends Thing>(name: string, { hidden = [] }: CollectionOptions = {}): Collection<T> {
    if (this.#collections.has(name)) throw new Error(`The collection ${name} is declared twice.`);
    const collection = new Collection<T>(name, (change) => this.#announce(change, hidden));
    this.#collections.add(name);
    this.keep(`things.${name}`, {
      save: () => collection.save() as unknown as Json[],
      restore: (values) => collection.restore(values as unknown as T[]),
    });
    return collection;
  }

  /** Has a part of the world saved and restored that is no collection, such as a queue. */
  keep(name: string, kept: Kept): void {
    if (this.#kept.has(name)) throw new Error(`The part ${name} is kept twice.`);
    this.#kept.set(name, kept);
  }

  /** How the world behaves where Meta leaves a choice: a named group of values that the control API may change. */
  setting<T extends JsonObject>(name: string, defaults: T): Setting<T> {
    this.#defaults.set(name, defaults);
    this.#settings.put({ ...defaults, id: name });
    const settings = this.#settings;
    return {
      get value() {
        return settings.get(name) as unknown as T;
      },
    };
  }

  get settings(): Collection<Thing & JsonObject> {
    return this.#settings;
  }

  /** Hears every change of every thing; call the result to stop. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Names something that is to come to rest before time moves on, such as webhooks under way. What was named later
   * stands on what was named before, and rests first.
   */
  settleBefore(settle: () => Promise<void>): void {
    this.#settling.push(settle);
  }

  async settle(): Promise<void> {
    for (const settle of this.#settling.toReversed()) await settle();
  }

  /** Moves time on and lets everything happen that is due on the way, each at its own moment. */
  async travel(milliseconds: number): Promise<void> {
    const target = this.clock.now() + milliseconds;
    await this.settle();
    while (this.tasks.nextAt <= target) {
      this.clock.jump(this.tasks.nextAt);
      this.tasks.runDue();
      await this.settle();
    }
    this.clock.jump(target);
    this.#timeMoved();
  }

  /** 0 lets time stand still. */
  runTime(rate: number): void {
    this.clock.run(rate);
    this.#timeMoved();
  }

  /** Hears when time was stopped, set running or moved on. */
  onTime(listener: () => void): void {
    this.#timeListeners.push(listener);
  }

  parts(): Part[] {
    return [...this.#kept].map(([name, kept]) => ({ name, values: kept.save() }));
  }

  /** One snapshot after the other, each of the moment in which it was asked for. */
  save(file = this.snapshotFile): Promise<void> {
    this.journal.flush();
    const parts = this.parts();
    const saved = this.#saving.then(() => writeSnapshot(file, parts));
    this.#saving = saved.catch(() => {});
    return saved;
  }

  /** Takes up a snapshot; false when there is none. */
  async load(file = this.snapshotFile): Promise<boolean> {
    await this.#saving;
    const parts = await readSnapshot(file);
    if (parts) this.restore(parts);
    return parts !== null;
  }

  /**
   * Takes up the world where it was left. Ids that were given away after the last snapshot, before a crash, must not be
   * given again: the journal is hardly behind, and tells how much is missing.
   */
  async wake(): Promise<boolean> {
    const found = await this.load();
    const lost = this.#foundSeq - this.#savedSeq;
    if (found && lost > 0) {
      this.ids.skip(lost + mayBeUnwritten);
      this.random.restore(new Random(`${this.seed} ${this.#foundSeq}`).save());
    }
    return found;
  }

  restore(parts: Map<string, Json[]>): void {
    for (const [name, kept] of this.#kept) kept.restore(parts.get(name) ?? []);
    // A snapshot of an older program lacks the settings that came since.
    for (const [id, defaults] of this.#defaults) {
      this.#settings.put({ ...defaults, ...this.#settings.get(id), id });
    }
    this.journal.write('control', this.clock.now(), { restored: true });
  }

  get snapshotFile(): string {
    return path.join(this.folder, 'world.snapshot');
  }

  #timeMoved(): void {
    this.tasks.rewind();
    for (const listener of this.#timeListeners) listener();
  }

  #announce(change: Change, hidden: readonly string[]): void {
    const shown =
      hidden.length === 0
        ? undefined
        : (key: string, value: unknown) => (hidden.includes(key) ? '(hidden)' : value);
    const properties = `"collection":"${change.collection}","id":${JSON.stringify(change.id)},"change":${JSON.stringify(withRemovals(change), shown)}`;
    this.journal.writeText('state', this.clock.now(), properties);
    for (const listener of this.#listeners) listener(change);
  }

  #keepKernel(): void {
    this.keep(
      'journal',
      keepOne<number>(
        () => this.journal.seq,
        (seq) => {
          this.#savedSeq = seq;
        },
      ),
    );
    this.keep(
      'clock',
      keepOne(
        () => ({ ...this.clock.save() }),
        (state) => this.clock.restore(state),
      ),
    );
    this.keep(
      'random',
      keepOne<RandomState>(
        () => this.random.save(),
        (state) => this.random.restore(state),
      ),
    );
    this.keep(
      'ids',
      keepOne<number>(
        () => this.ids.save(),
        (count) => this.ids.restore(count),
      ),
    );
    this.keep('tasks', {
      save: () => {
        const { nextId, tasks } = this.tasks.save();
        return [nextId, ...(tasks as unknown as Json[])];
      },
      restore: ([nextId, ...tasks]) =>
        this.tasks.restore({
          nextId: (nextId as number | undefined) ?? 1,
          tasks: tasks as unknown as Task[],
        }),
    });
  }
}

/** Properties that a change takes away are null in the journal: a line of JSON cannot say undefined. */
function withRemovals({ change, isNew }: Change): Change['change'] | Record<string, unknown> {
  if (isNew || change === null) return change;
  const entries = Object.entries(change);
  if (entries.every(([, value]) => value !== undefined)) return change;
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? null]));
}

function throwLater(defect: unknown): void {
  setImmediate(() => {
    throw defect;
  });
}

/** A part that is one value. Without one in the snapshot it stays as it is. */
function keepOne<T extends Json>(save: () => T, restore: (value: T) => void): Kept {
  return {
    save: () => [save()],
    restore: ([value]) => {
      if (value !== undefined) restore(value as T);
    },
  };
}
