import type { Database } from '../../../platform/db/index.ts';
import type { Metrics } from '../../../platform/metrics/index.ts';
import { readBacklog } from './deliveries.ts';

export interface IngestMetrics {
  /** `accepted`, `repeated`, or the code of the refusal. */
  count(outcome: string, by?: number): void;
  countBatch(batch: { items: number; seconds: number }): void;
}

export function ingestMetrics(metrics: Metrics, db: Database): IngestMetrics {
  const count = metrics.counter({
    name: 'trikon_webhooks_received_total',
    help: 'Webhooks by what became of them: accepted (stored), repeated (stored before), or why they were refused.',
    labels: ['outcome'],
  });
  const countItems = metrics.histogram({
    name: 'trikon_webhook_batch_size',
    help: 'How many webhooks were stored by one commit.',
    labels: [],
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  });
  const countSeconds = metrics.histogram({
    name: 'trikon_webhook_commit_seconds',
    help: 'Time from the beginning of a batch to its commit.',
    labels: [],
  });
  metrics.gauge(
    {
      name: 'trikon_webhooks_pending',
      help: 'Stored webhooks that wait to be taken in; counted up to 10,000.',
    },
    async () => (await readBacklog(db)).pending,
  );
  metrics.gauge(
    { name: 'trikon_webhooks_pending_oldest_seconds', help: 'How long the oldest of them has waited.' },
    async () => (await readBacklog(db)).oldestSeconds,
  );
  return {
    count: (outcome, by) => count({ outcome }, by),
    countBatch: ({ items, seconds }) => {
      countItems({}, items);
      countSeconds({}, seconds);
    },
  };
}
