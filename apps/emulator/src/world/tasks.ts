import type { Clock } from './clock.ts';
import type { Json } from './json.ts';

/** Something that will happen in the world. Plain data, so that it survives a snapshot. */
export interface Task<Payload extends Json = Json> {
  id: number;
  kind: string;
  at: number;
  payload: Payload;
}

type Perform = (payload: never, at: number) => void;

/** What will happen when, in the order of its time; of the same moment, in the order in which it was planned. */
export class Tasks {
  readonly #clock: Clock;
  readonly #performers = new Map<string, Perform>();
  readonly #cancelled = new Set<number>();
  #heap: Task[] = [];
  #nextId = 1;
  #timer: NodeJS.Timeout | undefined;
  #timerAt = Infinity;
  #running = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Says what happens when a task of a kind is due. Each kind is declared once, before the world starts. */
  on<Payload extends Json>(kind: string, perform: (payload: Payload, at: number) => void): void {
    if (this.#performers.has(kind)) throw new Error(`The task ${kind} is declared twice.`);
    this.#performers.set(kind, perform as Perform);
  }

  schedule({ kind, at, payload }: { kind: string; at: number; payload: Json }): number {
    if (!this.#performers.has(kind)) throw new Error(`Nobody performs the task ${kind}.`);
    const id = this.#nextId++;
    this.#push({ id, kind, at, payload });
    if (at < this.#timerAt) this.#setTimer();
    return id;
  }

  cancel(id: number): void {
    this.#cancelled.add(id);
  }

  get size(): number {
    return this.#heap.length - this.#cancelled.size;
  }

  /** When the next thing happens; Infinity when nothing will. */
  get nextAt(): number {
    this.#dropCancelled();
    return this.#heap[0]?.at ?? Infinity;
  }

  /** Performs everything whose time has come. */
  runDue(): void {
    const now = this.#clock.now();
    while (this.nextAt <= now) {
      const task = this.#pop();
      this.#performers.get(task.kind)?.(task.payload as never, task.at);
    }
  }

  start(): void {
    this.#running = true;
    this.#setTimer();
  }

  stop(): void {
    this.#running = false;
    this.#clearTimer();
  }

  /** After the clock was stopped, started or moved. */
  rewind(): void {
    if (this.#running) this.#setTimer();
  }

  save(): { nextId: number; tasks: Task[] } {
    return { nextId: this.#nextId, tasks: this.#heap.filter(({ id }) => !this.#cancelled.has(id)) };
  }

  restore({ nextId, tasks }: { nextId: number; tasks: Task[] }): void {
    this.#heap = [];
    this.#cancelled.clear();
    this.#nextId = nextId;
    for (const task of tasks) this.#push(task);
    this.rewind();
  }

  #setTimer(): void {
    this.#clearTimer();
    const at = this.nextAt;
    const wait = this.#running && at !== Infinity ? this.#clock.until(at) : null;
    if (wait === null) return;
    this.#timerAt = at;
    // Longer waits than a timer can hold are cut into pieces.
    this.#timer = setTimeout(() => this.#wake(), Math.min(Math.ceil(wait), 2 ** 31 - 1));
  }

  #clearTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#timerAt = Infinity;
  }

  #wake(): void {
    // A task that fails must not stop the world: the error is thrown after the next timer stands.
    try {
      this.runDue();
    } finally {
      this.#setTimer();
    }
  }

  #dropCancelled(): void {
    while (this.#cancelled.size > 0 && this.#heap[0] && this.#cancelled.delete(this.#heap[0].id)) this.#pop();
  }

  #push(task: Task): void {
    const heap = this.#heap;
    let at = heap.push(task) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Task;
      if (!isBefore(task, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = task;
  }

  #pop(): Task {
    const heap = this.#heap;
    const first = heap[0] as Task;
    const last = heap.pop() as Task;
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(task: Task): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const child = right < heap.length && isBefore(heap[right] as Task, heap[left] as Task) ? right : left;
      if (!isBefore(heap[child] as Task, task)) break;
      heap[at] = heap[child] as Task;
      at = child;
    }
    heap[at] = task;
  }
}

const isBefore = (one: Task, other: Task): boolean =>
  one.at < other.at || (one.at === other.at && one.id < other.id);
