import type { StatusPricing } from '@trikon/whatsapp';
import { priceOf } from '../pricing/pricing.ts';

interface GroupPrice {
  pricing: StatusPricing;
  /** Millionths of the account's currency, for one member. */
  cost: number;
}

interface Circumstances {
  isOpen: boolean;
  /** In the account's own time. */
  day: string;
  country: string;
}

/** Every delivery to a member is charged by itself; in an open window nothing is (Meta, "Groups pricing"). */
export function priceInGroup(
  category: 'marketing' | 'utility' | 'service',
  { isOpen, day, country }: Circumstances,
): GroupPrice {
  const alone = priceOf({
    category,
    day,
    country,
    inWindow: false,
    inFreeEntry: false,
    lite: false,
    allowance: 1,
  });
  return {
    pricing: {
      billable: !isOpen,
      pricing_model: 'PMP',
      category: `group_${category}`,
      type: isOpen ? 'free_group_customer_service' : 'regular',
    },
    cost: isOpen ? 0 : alone.cost,
  };
}
