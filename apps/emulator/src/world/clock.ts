/** How the world's time runs: 0 stands still, 1 is ordinary time, 1000 is a day in a minute and a half. */
export interface ClockState {
  now: number;
  rate: number;
}

/** The world's own time. It follows the machine's at a chosen rate, can stand still, and can jump, but never goes back. */
export class Clock {
  #emulated: number;
  #real: number;
  #rate: number;
  readonly #machine: () => number;

  constructor(state: ClockState, machine: () => number = () => performance.timeOrigin + performance.now()) {
    this.#machine = machine;
    this.#emulated = state.now;
    this.#real = machine();
    this.#rate = checkedRate(state.rate);
  }

  get rate(): number {
    return this.#rate;
  }

  now(): number {
    return Math.floor(this.#emulated + (this.#machine() - this.#real) * this.#rate);
  }

  /** Seconds, as Graph and webhooks tell the time. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  run(rate: number): void {
    this.jump(this.now());
    this.#rate = checkedRate(rate);
  }

  /** Moves on to a later moment; an earlier one changes nothing. */
  jump(to: number): void {
    if (!Number.isFinite(to)) throw new RangeError(`${to} is no moment.`);
    this.#emulated = Math.max(to, this.now());
    this.#real = this.#machine();
  }

  /** Takes the time of a snapshot, the one case in which time may go back. */
  restore({ now, rate }: ClockState): void {
    this.#emulated = now;
    this.#real = this.#machine();
    this.#rate = checkedRate(rate);
  }

  /** Machine milliseconds until the world's time gets there; null when it does not, since time stands still. */
  until(at: number): number | null {
    const left = at - this.now();
    if (left <= 0) return 0;
    return this.#rate === 0 ? null : left / this.#rate;
  }

  save(): ClockState {
    return { now: this.now(), rate: this.#rate };
  }
}

function checkedRate(rate: number): number {
  if (Number.isFinite(rate) && rate >= 0) return rate;
  throw new RangeError(`Time cannot run at ${rate}.`);
}
