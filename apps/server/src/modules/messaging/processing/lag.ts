import type { Database } from '../../../platform/db/index.ts';
import type { Metrics } from '../../../platform/metrics/index.ts';
import { readBacklog } from '../ingest/deliveries.ts';

const lateSeconds = 15;
const veryLateSeconds = 60;

/** Whether what was delivered is taken in as it comes; red when it is not, and yellow while a person should look. */
export async function webhooksInWords(
  db: Database,
): Promise<{ state: 'good' | 'warning' | 'bad'; message: string; value: number; unit: string }> {
  const [{ oldestSeconds, pending }, parked] = await Promise.all([readBacklog(db), countAllParked(db)]);
  const lag = { value: Math.round(oldestSeconds * 10) / 10, unit: 's' };
  if (oldestSeconds > lateSeconds)
    return {
      ...lag,
      state: oldestSeconds > veryLateSeconds ? 'bad' : 'warning',
      message: `${pending} webhooks wait to be taken in. Is a copy with the role worker running, and does it keep up?`,
    };
  if (parked > 0)
    return {
      ...lag,
      state: 'warning',
      message:
        'Some webhooks could not be taken in. Look at them under Deliveries, and retry or discard them.',
    };
  return { ...lag, state: 'good', message: 'Every webhook is taken in as it comes.' };
}

/** Nobody needs to know how many more there are. */
const mostCounted = 1_000;

async function countAllParked(db: Database): Promise<number> {
  const [row] = await db.statementAcrossWorkspaces<{ count: number }>(
    'processing',
    `select count(*)::integer as count from (
       select from webhook_deliveries where state = 'parked' limit $1
     ) as parked`,
    [mostCounted],
  );
  return row?.count ?? 0;
}

export function observeParked(metrics: Metrics, db: Database): void {
  metrics.gauge(
    {
      name: 'trikon_webhooks_parked',
      help: 'Webhooks that could not be taken in and wait for a person; counted up to 1,000.',
    },
    () => countAllParked(db),
  );
}
