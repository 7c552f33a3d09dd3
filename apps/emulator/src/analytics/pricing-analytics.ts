import type { Waba } from '../directory/records.ts';
import type { Ledger } from './ledger.ts';
import { type Given, readChoices, readDimensions, readList, readRange } from './question.ts';
import { amount, summarise, timesOf } from './summary.ts';

const granularities = { HALF_HOUR: 'HALF_HOUR', DAILY: 'DAY', MONTHLY: 'MONTH' } as const;
const types = [
  'REGULAR',
  'FREE_CUSTOMER_SERVICE',
  'FREE_ENTRY_POINT',
  'FREE_GROUP_CUSTOMER_SERVICE',
] as const;
const categories = [
  'AUTHENTICATION',
  'AUTHENTICATION_INTERNATIONAL',
  'MARKETING',
  'MARKETING_LITE',
  'SERVICE',
  'UTILITY',
  'REFERRAL_CONVERSION',
] as const;

/** The circumstances of a row, in their order. */
const dimensions = ['PHONE', 'COUNTRY', 'PRICING_TYPE', 'PRICING_CATEGORY', 'TIER'] as const;
const names = ['phone_number', 'country', 'pricing_type', 'pricing_category', 'tier'];

/** What was charged, and what was free (Meta, "Analytics", "Pricing analytics"). */
export function pricingAnalytics(ledger: Ledger, waba: Waba, given: Given, now: number) {
  const range = readRange(given, granularities, { now, days: 365 });
  const metrics = readChoices(given, 'metric_types', ['COST', 'VOLUME']);
  const by = readDimensions(given, dimensions);
  const points = summarise(ledger.rows(waba.id, range.from, range.to), {
    ...range,
    timezone: waba.timezone,
    only: [
      readList(given, 'phone_numbers'),
      readList(given, 'country_codes'),
      readChoices(given, 'pricing_types', types),
      readChoices(given, 'pricing_categories', categories),
    ],
    by,
  });
  const wants = (metric: 'COST' | 'VOLUME'): boolean => metrics.length === 0 || metrics.includes(metric);
  return {
    data: [
      {
        data_points: points.map((point) => {
          const [volume = 0, cost = 0] = point.sums;
          const known = by.filter((place) => point.circumstances[place] !== '');
          return {
            ...timesOf(point),
            ...Object.fromEntries(known.map((place) => [names[place], point.circumstances[place]])),
            ...(wants('VOLUME') && { volume }),
            ...(wants('COST') && { cost: amount(cost) }),
          };
        }),
      },
    ],
  };
}
