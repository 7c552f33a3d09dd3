import type { Database } from '../../../platform/db/index.ts';
import { ProcessSignal } from '../../../platform/events/process-signal.ts';

/** Tells whoever takes in deliveries, in this process and in others, that some have come. */
export interface Arrivals {
  announce(): void;
  /** Calls back when deliveries came, here or elsewhere; one listener. */
  listen(listener: () => void): void;
  start(): void;
  stop(): Promise<void>;
}

export function openArrivals(db: Database): Arrivals {
  let hear = (): void => {};
  const signal = new ProcessSignal({
    channel: 'trikon_deliveries',
    pool: db.pools.system,
    onNews: () => hear(),
  });
  return {
    announce: () => {
      hear();
      signal.announce();
    },
    listen: (listener) => {
      hear = listener;
    },
    start: () => signal.start(),
    stop: () => signal.stop(),
  };
}
