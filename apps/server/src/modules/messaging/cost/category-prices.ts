import type { Tx } from '../../../platform/db/index.ts';
import { presentPricing } from './allowance.ts';
import { priceIn, type SentCategory } from './price.ts';

export interface CategoryPrices {
  currency: string | null;
  /** Millionths for one message outside of a window in the workspace’s country; null when no list has it. */
  micros: Partial<Record<SentCategory, number | null>>;
}

const categories = ['marketing', 'utility', 'authentication'] as const;

/** What one message of each category costs now from an account. Null without a number. */
export async function categoryPrices(tx: Tx, accountId: string): Promise<CategoryPrices | null> {
  const [found] = await tx.sql<{ numberId: string; country: string }>(
    `select n.number_id as "numberId", w.country from numbers n join workspaces w using (workspace_id)
     where workspace_id = $1 and account_id = $2 order by n.disconnected_at nulls first, number_id limit 1`,
    [tx.workspaceId, accountId],
  );
  if (found === undefined) return null;
  const { numberId, country } = found;
  const pricing = await presentPricing(tx, { workspaceId: tx.workspaceId, numberId });
  if (pricing === null) return null;
  const { currency, tariff, allowanceLeft } = pricing;
  const message = { country, windowOpen: false, freeEntry: false, allowanceLeft };
  const prices = categories.map((category) => [category, priceIn(tariff, { ...message, category }).micros]);
  return { currency, micros: Object.fromEntries(prices) as CategoryPrices['micros'] };
}
