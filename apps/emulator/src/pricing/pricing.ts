/** The object that statuses carry, and the price in millionths of the account's currency. */
export interface Price {
  pricing: { billable: boolean; pricing_model: 'PMP'; type: PriceType; category: PriceCategory };
  cost: number;
}

type PriceType = 'regular' | 'free_customer_service' | 'free_entry_point' | 'free_group_customer_service';

type PriceCategory =
  | 'marketing'
  | 'marketing_lite'
  | 'utility'
  | 'authentication'
  | 'authentication_international'
  | 'service'
  | 'referral_conversion';

export interface Priced {
  /** The date in the account's time zone, as `2026-10-01`. */
  day: string;
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

const october2026 = '2026-10-01';

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
    cost: rateOf(category, message.day),
  };
}

function isCharged({ day, category, inWindow, allowance }: Priced): boolean {
  if (category === 'service') return day >= october2026 && allowance <= 0;
  return category !== 'utility' || !inWindow || day >= october2026;
}

/** Markets that have a rate for authentication from abroad (Meta, "Authentication-international rates"). */
const internationalMarkets = new Set(['AE', 'EG', 'ID', 'IN', 'MY', 'NG', 'PK', 'SA', 'ZA']);

function categoryOf({ category, lite, internationalFrom, country }: Priced): PriceCategory {
  if (category === 'marketing' && lite) return 'marketing_lite';
  const abroad =
    internationalFrom !== undefined && internationalFrom !== country && internationalMarkets.has(country);
  return category === 'authentication' && abroad ? 'authentication_international' : category;
}

const free = (type: PriceType, category: PriceCategory): Price => ({
  pricing: { billable: false, pricing_model: 'PMP', type, category },
  cost: 0,
});

interface Rate {
  /** The first day of the rate. */
  from: string;
  rate: number;
}

/**
 * Millionths of a rupee for India's card; other markets are charged as India's list, since their cards are not part of
 * the emulator. The prices are data: a world that needs others changes them here.
 */
const rates: Record<PriceCategory, Rate[]> = {
  marketing: [
    { from: '', rate: 784_600 },
    { from: '2026-01-01', rate: 863_100 },
  ],
  marketing_lite: [
    { from: '', rate: 784_600 },
    { from: '2026-01-01', rate: 863_100 },
  ],
  utility: [{ from: '', rate: 115_000 }],
  authentication: [{ from: '', rate: 115_000 }],
  authentication_international: [
    { from: '', rate: 2_300_000 },
    { from: '2026-04-01', rate: 2_497_100 },
  ],
  service: [
    { from: '', rate: 0 },
    { from: october2026, rate: 115_000 },
  ],
  referral_conversion: [{ from: '', rate: 0 }],
};

function rateOf(category: PriceCategory, day: string): number {
  return rates[category].findLast(({ from }) => day >= from)?.rate ?? 0;
}
