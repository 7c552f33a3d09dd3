import type { Result } from './outcome.ts';

interface RecorderOptions {
  /** Writes a batch; what it rejects is tried again, because nobody else knows these results. */
  write: (results: Result[]) => Promise<void>;
  /** Called for each result that is written. */
  onWritten: (results: readonly Result[]) => void;
  report: (error: unknown, where: string) => void;
}

const gatherMilliseconds = 15;
const batchSize = 250;
const together = 2;

/** Gathers what came of attempts, over all numbers of this process, and writes it together. */
export class Recorder {
  readonly #options: RecorderOptions;
  #waiting: Result[] = [];
  #writing = 0;
  #timer: NodeJS.Timeout | undefined;
  #idle: (() => void)[] = [];
  #failures = 0;

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** Results that are not written yet: while there are many, no more should be sent. */
  get backlog(): number {
    return this.#waiting.length;
  }

  add(...results: Result[]): void {
    this.#waiting.push(...results);
    if (this.#waiting.length >= batchSize) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), gatherMilliseconds);
  }

  /** Resolves when everything is written. */
  async settled(): Promise<void> {
    if (this.#waiting.length === 0 && this.#writing === 0) return;
    this.#flush();
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#waiting.length > 0 && this.#writing < together)
      void this.#write(this.#waiting.splice(0, batchSize));
  }

  async #write(results: Result[]): Promise<void> {
    this.#writing += 1;
    try {
      await this.#options.write(results);
      this.#failures = 0;
      this.#options.onWritten(results);
    } catch (error) {
      this.#failures += 1;
      this.#options.report(error, 'results of sending');
      this.#waiting.unshift(...results);
      await new Promise((resolve) => {
        setTimeout(resolve, Math.min(2_000, 50 * 2 ** this.#failures)).unref();
      });
    } finally {
      this.#writing -= 1;
      if (this.#waiting.length > 0) this.#flush();
      else if (this.#writing === 0) for (const resolve of this.#idle.splice(0)) resolve();
    }
  }
}
