/** The object that statuses carry, and the price in millionths of the account's currency. */
export interface Price {
  pricing: { billable: boolean; pricing_model: 'PMP'; type: PriceType; category: PriceCategory };
  cost: number;
}

export type PriceType =
  | 'regular'
  | 'free_customer_service'
  | 'free_entry_point'
  | 'free_group_customer_service';

export type PriceCategory =
  | 'marketing'
  | 'marketing_lite'
  | 'utility'
  | 'authentication'
  | 'authentication_international'
  | 'service'
  | 'referral_conversion';

export interface Priced {
  at: number;
  /** Of the template; `service` for everything that is none. */
  category: 'marketing' | 'utility' | 'authentication' | 'service';
  inWindow: boolean;
  inFreeEntry: boolean;
  /** By the Marketing Messages API. */
  lite: boolean;
  /** Of the recipient. */
  country: string;
  /** Of the business, when its authentication messages abroad have a rate of their own. */
  internationalFrom?: string;
  /** Free service messages that the number has left this month. */
  allowance: number;
}

const october2026 = Date.UTC(2026, 9, 1);

/**
 * Whether a message is charged, and as what. Since October 2026 free-form replies and utility templates inside of the
 * window are charged too; each number has an allowance of replies a month (Meta, "Upcoming pricing updates").
 */
export function priceOf(message: Priced): Price {
  if (message.inFreeEntry) return free('free_entry_point', 'referral_conversion');
  const category = categoryOf(message);
  const charged = isCharged(message);
  if (!charged) return free('free_customer_service', category);
  return {
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category },
    cost: rateOf(category, message.at),
  };
}

function isCharged({ at, category, inWindow, allowance }: Priced): boolean {
  if (category === 'service') return at >= october2026 && allowance <= 0;
  return category !== 'utility' || !inWindow || at >= october2026;
}

function categoryOf({ category, lite, internationalFrom, country }: Priced): PriceCategory {
  if (category === 'marketing' && lite) return 'marketing_lite';
  const abroad = internationalFrom !== undefined && internationalFrom !== country;
  return category === 'authentication' && abroad ? 'authentication_international' : category;
}

const free = (type: PriceType, category: PriceCategory): Price => ({
  pricing: { billable: false, pricing_model: 'PMP', type, category },
  cost: 0,
});

interface Rate {
  from: number;
  rate: number;
}

/**
 * Millionths of a rupee for India's card; other markets are charged as India's list, since their cards are not part of
 * the emulator. The prices are data: a world that needs others changes them here.
 */
const rates: Record<PriceCategory, Rate[]> = {
  marketing: [
    { from: 0, rate: 784_600 },
    { from: Date.UTC(2026, 0, 1), rate: 863_100 },
  ],
  marketing_lite: [
    { from: 0, rate: 784_600 },
    { from: Date.UTC(2026, 0, 1), rate: 863_100 },
  ],
  utility: [{ from: 0, rate: 115_000 }],
  authentication: [{ from: 0, rate: 115_000 }],
  authentication_international: [
    { from: 0, rate: 2_300_000 },
    { from: Date.UTC(2026, 3, 1), rate: 2_497_100 },
  ],
  service: [
    { from: 0, rate: 0 },
    { from: october2026, rate: 115_000 },
  ],
  referral_conversion: [{ from: 0, rate: 0 }],
};

function rateOf(category: PriceCategory, at: number): number {
  return rates[category].findLast(({ from }) => at >= from)?.rate ?? 0;
}
