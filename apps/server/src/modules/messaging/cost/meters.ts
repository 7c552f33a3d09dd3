import type { SystemTx } from '../../../platform/db/index.ts';
import type { Charge } from './charge.ts';

/** A message as the meters see it. */
export interface Counted {
  workspaceId: string;
  numberId: string;
  origin: string;
  sourceId: string | null;
  estimated: number | null;
  charge: Charge;
}

/** What a message without a source is counted under, since a key holds no null. */
export const noSource = '00000000-0000-0000-0000-000000000000';

/** Adds messages, or takes them away again; those that were not delivered count nothing. */
export async function addToMeters(
  tx: SystemTx,
  messages: readonly (Counted & { sign: 1 | -1 })[],
): Promise<void> {
  const rows = messages
    .filter(({ charge }) => charge.delivered)
    .map(({ charge, sign, ...message }) => ({
      workspace_id: message.workspaceId,
      number_id: message.numberId,
      month: charge.month,
      day: charge.day,
      currency: charge.currency,
      category: charge.category,
      pricing_type: charge.type,
      origin: message.origin,
      source_id: message.sourceId ?? noSource,
      messages: sign,
      micros: sign * (charge.micros ?? 0),
      unpriced: charge.micros === null ? sign : 0,
      estimated_micros: sign * (message.estimated ?? 0),
      estimated_actual_micros: message.estimated === null ? 0 : sign * (charge.micros ?? 0),
    }));
  if (rows.length > 0) await tx.sql(addRows, [JSON.stringify(rows)]);
}

const key = 'workspace_id, day, number_id, month, currency, category, pricing_type, origin, source_id';
const sums = ['messages', 'micros', 'unpriced', 'estimated_micros', 'estimated_actual_micros'];

const addRows = `
  insert into cost_meters as meter (${key}, shard, ${sums.join(', ')})
  select ${key}, pg_backend_pid() % 8, ${sums.map((name) => `sum(${name})`).join(', ')}
  from jsonb_to_recordset($1::jsonb) as row (workspace_id uuid, day date, number_id uuid, month date, currency text,
    category text, pricing_type text, origin text, source_id uuid, ${sums.map((name) => `${name} bigint`).join(', ')})
  group by ${key} having ${sums.map((name) => `sum(${name}) <> 0`).join(' or ')}
  order by ${key}
  on conflict (${key}, shard) do update set
    ${sums.map((name) => `${name} = meter.${name} + excluded.${name}`).join(', ')}`;
