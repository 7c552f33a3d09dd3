import type { messageCategories } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { presentPricing, type PresentPricing } from '../cost/allowance.ts';
import { readBudgetsLeft, type BudgetLeft } from '../cost/budget-state.ts';
import { priceIn } from '../cost/price.ts';

type MessageCategory = (typeof messageCategories)[number];

/** What a message costs to whom, and how much may still be spent on it. */
export interface Spending {
  currency: string | null;
  pricing: PresentPricing;
  /** Millionths, by `<country or *>|<window open>|<free entry>`. */
  prices: Readonly<Record<string, number>>;
  /** Of the tightest budget that stops; null when there is none. */
  left: number | null;
}

interface Spender {
  numberId: string;
  category: MessageCategory;
  origin: string;
  sourceId: string | undefined;
}

export async function readSpending(tx: Tx, spender: Spender): Promise<Spending | null> {
  const { numberId, category } = spender;
  const [pricing, budgets] = await Promise.all([
    presentPricing(tx, { workspaceId: tx.workspaceId, numberId }),
    readBudgetsLeft(tx, tx.workspaceId),
  ]);
  if (pricing === null) return null;
  const binding = budgets.filter((budget) => binds(budget, spender, pricing.currency));
  const left = binding.length === 0 ? null : Math.min(...binding.map(({ leftMicros }) => leftMicros));
  return { currency: pricing.currency, pricing, prices: pricesOf(pricing, category), left };
}

function binds(
  { scope, scopeId, category, currency }: BudgetLeft,
  spender: Spender,
  paid: string | null,
): boolean {
  if (currency !== paid || (category !== null && !spender.category.startsWith(category))) return false;
  if (scope === 'workspace') return true;
  return scopeId === { number: spender.numberId, origin: spender.origin, source: spender.sourceId }[scope];
}

const eitherWay = [false, true];

function pricesOf(
  { tariff, allowanceLeft }: PresentPricing,
  category: MessageCategory,
): Record<string, number> {
  const prices: Record<string, number> = {};
  for (const country of new Set(['*', ...tariff.lines.map((line) => line.country)])) {
    for (const windowOpen of eitherWay) {
      for (const freeEntry of eitherWay) {
        const { micros } = priceIn(tariff, { category, country, windowOpen, freeEntry, allowanceLeft });
        if (micros !== null) prices[priceKey({ country, windowOpen, freeEntry })] = micros;
      }
    }
  }
  return prices;
}

interface Circumstances {
  country: string;
  windowOpen: boolean;
  freeEntry: boolean;
}

const priceKey = ({ country, windowOpen, freeEntry }: Circumstances): string =>
  `${country}|${Number(windowOpen)}|${Number(freeEntry)}`;

/** What one message is expected to cost; null when nobody knows. */
export function estimateOf(
  spending: Pick<Spending, 'prices'> | null,
  { country, ...windows }: Omit<Circumstances, 'country'> & { country: string | null },
): number | null {
  const prices = spending?.prices ?? {};
  return (
    prices[priceKey({ country: country ?? '*', ...windows })] ??
    prices[priceKey({ country: '*', ...windows })] ??
    null
  );
}
