import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { readPricing } from './account-pricing.ts';
import { rulesOn } from './charging-rules.ts';
import { dayIn, monthOf, tariffOf, type Tariff } from './price.ts';

/** By what a number's messages are estimated right now. */
export interface PresentPricing {
  currency: string | null;
  tariff: Tariff;
  /** Free-form messages that the number may still have delivered free of charge this month. */
  allowanceLeft: number;
}

/** Null for a number that is not there. */
export async function presentPricing(
  tx: Tx | SystemTx,
  ids: { workspaceId: string; numberId: string },
): Promise<PresentPricing | null> {
  const pricing = (await readPricing(tx, [ids])).get(ids.numberId);
  if (pricing === undefined) return null;
  const { currency, zone, own, business } = pricing;
  const day = dayIn(zone, tx.now);
  const tariff = tariffOf({ day, currency, own, business });
  const free = rulesOn(day)?.freeServiceMessages ?? 0;
  const used = free === 0 ? 0 : await allowanceUsed(tx, { ...ids, month: monthOf(day) });
  return { currency, tariff, allowanceLeft: Math.max(0, free - used) };
}

/** What was delivered free-form since free messages are counted, but for those after an ad. */
export async function allowanceUsed(
  tx: Tx | SystemTx,
  { workspaceId, numberId, month }: { workspaceId: string; numberId: string; month: string },
): Promise<number> {
  const [row] = await tx.sql<{ used: number }>(
    `select coalesce(sum(messages), 0)::integer as used from cost_meters
     where workspace_id = $1 and number_id = $2 and month = $3 
       and category = 'service' and pricing_type <> 'free_entry_point'`,
    [workspaceId, numberId, month],
  );
  return row?.used ?? 0;
}
