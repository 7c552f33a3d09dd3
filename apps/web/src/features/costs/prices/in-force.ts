import type { Day } from '../../../ui/dates/day.ts';
import { priceCategories, type Price } from './prices-query.ts';

export const keyOf = ({ currency, country, category, validFrom }: Price): string =>
  [currency, country, category, validFrom].join(' ');

const placeOf = ({ currency, country, category }: Price): string => [currency, country, category].join(' ');

export type Standing = 'today' | 'later' | 'past';

/** Of several days' prices for the same thing the last that has begun holds. */
export function standingsOn(day: Day, prices: readonly Price[]): ReadonlyMap<string, Standing> {
  const newest = new Map<string, Day>();
  for (const price of prices) {
    const place = placeOf(price);
    if (price.validFrom <= day && price.validFrom > (newest.get(place) ?? ''))
      newest.set(place, price.validFrom);
  }
  return new Map(
    prices.map((price) => {
      if (price.validFrom > day) return [keyOf(price), 'later'];
      return [keyOf(price), newest.get(placeOf(price)) === price.validFrom ? 'today' : 'past'];
    }),
  );
}

/** Alike together, the newest first. */
export const byPlace = (one: Price, other: Price): number =>
  one.currency.localeCompare(other.currency) ||
  one.country.localeCompare(other.country) ||
  priceCategories.indexOf(one.category) - priceCategories.indexOf(other.category) ||
  other.validFrom.localeCompare(one.validFrom);
