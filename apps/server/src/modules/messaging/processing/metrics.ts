import type { Metrics } from '../../../platform/metrics/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { observeParked } from './lag.ts';
import type { TakenIn } from './take-in.ts';

export interface ProcessingMetrics {
  count(round: TakenIn & { seconds: number }): void;
}

export function processingMetrics(metrics: Metrics, db: Database): ProcessingMetrics {
  observeParked(metrics, db);
  const countUpdates = metrics.counter({
    name: 'trikon_webhook_updates_total',
    help: 'Single updates that were taken in from webhooks: messages, statuses and all else.',
    labels: [],
  });
  const countDeliveries = metrics.counter({
    name: 'trikon_webhooks_processed_total',
    help: 'Webhooks that were taken in, and those that were parked for a person to look at.',
    labels: ['outcome'],
  });
  const countSeconds = metrics.histogram({
    name: 'trikon_webhook_processing_seconds',
    help: 'How long a batch of webhooks took to be taken in.',
    labels: [],
  });
  return {
    count: ({ deliveries, updates, parked, seconds }) => {
      countUpdates({}, updates);
      countDeliveries({ outcome: 'done' }, deliveries - parked);
      countDeliveries({ outcome: 'parked' }, parked);
      countSeconds({}, seconds);
    },
  };
}
