/** A sleep that can be cut short. A ring while nobody sleeps is kept: the next sleep ends at once. */
export class Alarm {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async wait(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = undefined;
    this.#rung = false;
  }
}

/** How long to wait before trying again: doubles up to a limit, and never the same for two processes. */
export function retryDelay(failures: number, { first = 100, most = 2_000 } = {}): number {
  const delay = Math.min(most, first * 2 ** Math.min(failures, 20));
  return delay * (0.75 + Math.random() / 2);
}
