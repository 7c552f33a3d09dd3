import type { priceCategories } from '@trikon/contract';

export type PriceCategory = (typeof priceCategories)[number];

/** What one message costs from a day on, in millionths of the currency's unit. */
export interface Rate {
  currency: string;
  /** ISO 3166 of the recipient's country, or * for every country without a line of its own. */
  country: string;
  category: PriceCategory;
  /** A day in the account's zone, as 2026-10-01. */
  validFrom: string;
  micros: number;
}

type Line = [category: PriceCategory, validFrom: string, micros: number];

/** Per delivered message without tax, of the first volume tier (Meta's rate card for India). */
const indiaInRupees: Line[] = [
  ['marketing', '2025-07-01', 784_600],
  ['marketing', '2026-01-01', 863_100],
  ['utility', '2025-07-01', 115_000],
  ['authentication', '2025-07-01', 115_000],
  ['authentication_international', '2025-07-01', 2_300_000],
  // From a single source that is not Meta's.
  ['authentication_international', '2026-04-01', 2_497_100],
  ['service', '2026-10-01', 115_000],
];

/** What is known. A price that is not here is unknown, and never guessed. */
export const rateCard: readonly Rate[] = indiaInRupees.map(([category, validFrom, micros]) => ({
  currency: 'INR',
  country: 'IN',
  category,
  validFrom,
  micros,
}));
