import type { Api, ClockView } from './api.ts';

/** The world's time on the page: read now and then, and counted on in between. */
export class PageClock {
  #view: ClockView = { now: 0, rate: 0 };
  #readAt = performance.now();
  readonly #api: Pick<Api, 'clock' | 'moveClock'>;
  readonly #draw: () => void;

  constructor(api: Pick<Api, 'clock' | 'moveClock'>, draw: () => void) {
    this.#api = api;
    this.#draw = draw;
  }

  /** 0 stands still, 1 is ordinary time. */
  get rate(): number {
    return this.#view.rate;
  }

  now(): number {
    return Math.floor(this.#view.now + (performance.now() - this.#readAt) * this.#view.rate);
  }

  async read(): Promise<void> {
    this.#take(await this.#api.clock());
  }

  async move(change: { rate: number } | { advance: number }): Promise<void> {
    this.#take(await this.#api.moveClock(change));
    this.#draw();
  }

  #take(view: ClockView): void {
    this.#view = view;
    this.#readAt = performance.now();
  }
}
