import type { Tx } from '../../../platform/db/index.ts';
import { invalidField } from '../../../platform/errors/index.ts';
import { readPricing } from './account-pricing.ts';
import { allowancesUsed } from './allowance.ts';
import { rulesOn } from './charging-rules.ts';
import { noSource } from './meters.ts';
import { dayIn, monthOf } from './price.ts';

const keys = {
  day: 'meter.day::text',
  month: 'meter.month::text',
  number: 'meter.number_id::text',
  category: 'meter.category',
  pricing: 'meter.pricing_type',
  origin: 'meter.origin',
  source: `nullif(meter.source_id, '${noSource}')::text`,
} as const;

type CostGrouping = keyof typeof keys;

export interface CostLine {
  /** A day, a number, a category…; null is what has none, such as messages without a source. */
  key: string | null;
  /** What people call it, where it has a name. */
  name: string | null;
  currency: string;
  messages: number;
  micros: number;
  unpriced: number;
  estimatedMicros: number;
  differenceMicros: number;
}

interface Asked {
  from: string;
  to: string;
  by: CostGrouping;
  numberId?: string | undefined;
}

const measures = `sum(meter.messages)::float8 as messages, sum(meter.micros)::float8 as micros,
  sum(meter.unpriced)::float8 as unpriced, sum(meter.estimated_micros)::float8 as "estimatedMicros",
  sum(meter.estimated_actual_micros - meter.estimated_micros)::float8 as "differenceMicros"`;

/** What was delivered between two days of the workspace's zone, both included. */
export async function summariseCosts(
  tx: Tx,
  { from, to, by, numberId }: Asked,
): Promise<{ items: CostLine[] }> {
  if (to < from) throw invalidField('to', 'before_from', 'The last day is before the first.');
  const items = await tx.sql<CostLine>(
    `select line.*, coalesce(number.name, source.name) as name from (
       select ${keys[by]} as key, meter.currency, ${measures}
       from cost_meters meter
       where meter.workspace_id = $1 and meter.day between $2 and $3 and ($4::uuid is null or meter.number_id = $4)
       group by 1, 2 having sum(meter.messages) <> 0
     ) as line
     left join numbers number on $5 = 'number' and number.workspace_id = $1 and number.number_id::text = line.key
     left join send_sources source on $5 = 'source' and source.workspace_id = $1 and source.source_id::text = line.key
     order by case when $5 in ('day', 'month') then line.key end, line.micros desc, line.key limit 1000`,
    [tx.workspaceId, from, to, numberId ?? null, by],
  );
  return { items };
}

interface MeterLine extends Omit<CostLine, 'key' | 'name'> {
  numberId: string;
  category: string;
  pricingType: string;
}

/** A number's month as Meta counts it: in the account's zone. */
export async function readMeter(
  tx: Tx,
  { numberId, month }: { numberId: string; month?: string | undefined },
) {
  const { workspaceId } = tx;
  const pricing = (await readPricing(tx, [{ workspaceId, numberId }])).get(numberId);
  if (pricing === undefined) throw invalidField('numberId', 'unknown', 'There is no such number here.');
  const first = month === undefined ? monthOf(dayIn(pricing.zone, tx.now)) : `${month}-01`;
  const lines = await tx.sql<MeterLine>(
    `select meter.category, meter.pricing_type as "pricingType", meter.currency, ${measures}
     from cost_meters meter where meter.workspace_id = $1 and meter.number_id = $2 and meter.month = $3
     group by 1, 2, 3 having sum(meter.messages) <> 0 order by 1, 2, 3`,
    [workspaceId, numberId, first],
  );
  const free = rulesOn(first)?.freeServiceMessages ?? 0;
  const used = await allowancesUsed(tx, [{ workspaceId, numberId, month: first }]);
  return {
    month: first.slice(0, 7),
    timeZone: pricing.zone,
    currency: pricing.currency,
    allowance: { free, used: Math.min(free, used.get(numberId) ?? 0) },
    lines,
  };
}
