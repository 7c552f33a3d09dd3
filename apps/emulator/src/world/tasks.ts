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
  readonly #fail: (error: unknown) => void;
  readonly #performers = new Map<string, Perform>();
  /** What is planned and not cancelled; the heap drops the others when it comes to them. */
  readonly #planned = new Set<number>();
  #heap: Task[] = [];
  #nextId = 1;
  #timer: NodeJS.Timeout | undefined;
  #timerAt = Infinity;
  #running = false;

  constructor(clock: Clock, fail: (error: unknown) => void) {
    this.#clock = clock;
    this.#fail = fail;
  }

  /**
   * Says what happens when a task of a kind is due, and gives a way to plan one. Each kind is declared once, before the
   * world starts.
   */
  on<Payload extends Json>(
    kind: string,
    perform: (payload: Payload, at: number) => void,
  ): (at: number, payload: Payload) => number {
    if (this.#performers.has(kind)) throw new Error(`The task ${kind} is declared twice.`);
    this.#performers.set(kind, perform);
    return (at, payload) => this.schedule({ kind, at, payload });
  }

  schedule({ kind, at, payload }: { kind: string; at: number; payload: Json }): number {
    if (!this.#performers.has(kind)) throw new Error(`Nobody performs the task ${kind}.`);
    if (!Number.isFinite(at)) throw new RangeError(`The task ${kind} has no time.`);
    const id = this.#nextId++;
    this.#push({ id, kind, at, payload });
    if (at < this.#timerAt) this.#setTimer();
    return id;
  }

  /** What was performed already, or cancelled before, is left as it is. */
  cancel(id: number): void {
    this.#planned.delete(id);
    if (this.#heap.length > 2 * this.#planned.size + 1000) this.#refill(this.#live());
  }

  get size(): number {
    return this.#planned.size;
  }

  /** When the next thing happens; Infinity when nothing will. */
  get nextAt(): number {
    this.#dropCancelled();
    return this.#heap[0]?.at ?? Infinity;
  }

  /** Performs everything whose time has come. A task that fails is reported and keeps no other from its turn. */
  runDue(): void {
    const now = this.#clock.now();
    while (this.nextAt <= now) {
      const { id, kind, payload, at } = this.#pop();
      this.#planned.delete(id);
      try {
        this.#performers.get(kind)?.(payload as never, at);
      } catch (error) {
        this.#fail(error);
      }
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
    return { nextId: this.#nextId, tasks: this.#live() };
  }

  restore({ nextId, tasks }: { nextId: number; tasks: Task[] }): void {
    this.#nextId = nextId;
    this.#refill(tasks);
    this.rewind();
  }

  #live(): Task[] {
    return this.#heap.filter(({ id }) => this.#planned.has(id));
  }

  #refill(tasks: readonly Task[]): void {
    this.#heap = [];
    this.#planned.clear();
    for (const task of tasks) this.#push(task);
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
    this.runDue();
    this.#setTimer();
  }

  #dropCancelled(): void {
    while (this.#heap[0] && !this.#planned.has(this.#heap[0].id)) this.#pop();
  }

  #push(task: Task): void {
    this.#planned.add(task.id);
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
