import type { Metrics } from '../../../platform/metrics/index.ts';
import type { MessageClass } from './row.ts';

/** What is counted of sending, for whoever watches the program. */
export interface DispatchCounts {
  attempt(messageClass: MessageClass, outcome: string): void;
  /** Seconds from being queued, or due, to leaving. */
  waited(messageClass: MessageClass, seconds: number): void;
  /** A result that came too late to count. */
  fenced(): void;
  settled(by: string): void;
  duplicate(): void;
}

export function createDispatchCounts(metrics: Metrics): DispatchCounts {
  const attempts = metrics.counter({
    name: 'trikon_send_attempts_total',
    help: 'Attempts to send a message, by class and what came of them.',
    labels: ['class', 'outcome'],
  });
  const waits = metrics.histogram({
    name: 'trikon_send_wait_seconds',
    help: 'Time from being queued to leaving, by class.',
    labels: ['class'],
  });
  const fenced = metrics.counter({
    name: 'trikon_send_fenced_total',
    help: 'Results of attempts that were refused because the number had been taken over.',
    labels: [],
  });
  const settled = metrics.counter({
    name: 'trikon_send_doubts_settled_total',
    help: 'Attempts in doubt that something proved to have been accepted, by kind of proof.',
    labels: ['by'],
  });
  const duplicates = metrics.counter({
    name: 'trikon_send_duplicates_total',
    help: 'Messages that Meta is known to have accepted twice.',
    labels: [],
  });
  return {
    attempt: (messageClass, outcome) => attempts({ class: messageClass, outcome }),
    waited: (messageClass, seconds) => waits({ class: messageClass }, seconds),
    fenced: () => fenced({}),
    settled: (by) => settled({ by }),
    duplicate: () => duplicates({}),
  };
}
