import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { storeDeliveries, type Delivery } from './deliveries.ts';
import { GroupCommit } from './group-commit.ts';
import type { IngestMetrics } from './metrics.ts';

interface IntakeOptions {
  db: Database;
  clock: Clock;
  metrics: IngestMetrics;
  onStored?: (() => void) | undefined;
  report: (error: unknown, where: string) => void;
}

/** While the database is away every batch fails; one line in so long says it as well. */
const reportEveryMilliseconds = 2_000;

/** Makes deliveries durable, together with those of the same moment. */
export function openIntake({ db, clock, metrics, report, onStored }: IntakeOptions): GroupCommit<Delivery> {
  let reportedAt = -Infinity;
  return new GroupCommit<Delivery>({
    store: async (deliveries) => {
      const started = performance.now();
      const stored = await storeDeliveries(db, deliveries, clock.now());
      metrics.countBatch({ items: deliveries.length, seconds: (performance.now() - started) / 1000 });
      metrics.count('accepted', stored);
      if (stored > 0) onStored?.();
      if (stored < deliveries.length) metrics.count('repeated', deliveries.length - stored);
    },
    bytesOf: ({ body }) => body.length,
    report: (error) => {
      if (performance.now() - reportedAt < reportEveryMilliseconds) return;
      reportedAt = performance.now();
      report(error, 'webhooks could not be stored and were refused; Meta delivers them again');
    },
  });
}
