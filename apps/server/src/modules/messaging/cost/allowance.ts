import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { readPricing, type NumberPricing } from './account-pricing.ts';
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
  const tariff = tariffOf({ day: dayIn(zone, tx.now), currency, own, business });
  const allowance = await allowanceIn(tx, [ids], new Map([[ids.numberId, pricing]]));
  const { free, used } = allowance.get(ids.numberId)!;
  return { currency, tariff, allowanceLeft: Math.max(0, free - used) };
}

export interface Allowance {
  /** Free-form messages that cost nothing in this month of the account's, and those that were delivered. */
  free: number;
  used: number;
}

type Ids = readonly { workspaceId: string; numberId: string }[];

/** By number. */
export const readAllowances = async (tx: Tx | SystemTx, numbers: Ids): Promise<Map<string, Allowance>> =>
  allowanceIn(tx, numbers, await readPricing(tx, numbers));

async function allowanceIn(
  tx: Tx | SystemTx,
  numbers: Ids,
  pricing: ReadonlyMap<string, NumberPricing>,
): Promise<Map<string, Allowance>> {
  const months = numbers.flatMap((number) => {
    const found = pricing.get(number.numberId);
    return found === undefined ? [] : [{ ...number, month: monthOf(dayIn(found.zone, tx.now)) }];
  });
  const used = await allowancesUsed(tx, months);
  return new Map(
    months.map(({ numberId, month }) => {
      const free = rulesOn(month)?.freeServiceMessages ?? 0;
      return [numberId, { free, used: free === 0 ? 0 : (used.get(numberId) ?? 0) }];
    }),
  );
}

/** What was delivered free-form in a month, but for those after an ad, by number. */
export async function allowancesUsed(
  tx: Tx | SystemTx,
  months: readonly { workspaceId: string; numberId: string; month: string }[],
): Promise<Map<string, number>> {
  const rows = await tx.sql<{ numberId: string; used: number }>(
    `select number_id as "numberId", sum(messages)::integer as used
     from unnest($1::uuid[], $2::uuid[], $3::date[]) as given (workspace_id, number_id, month)
     join cost_meters using (workspace_id, number_id, month)
     where category = 'service' and pricing_type <> 'free_entry_point' group by 1`,
    [
      months.map(({ workspaceId }) => workspaceId),
      months.map(({ numberId }) => numberId),
      months.map(({ month }) => month),
    ],
  );
  return new Map(rows.map(({ numberId, used }) => [numberId, used]));
}
