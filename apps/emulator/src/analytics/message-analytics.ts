import type { BusinessNumber, Waba } from '../directory/records.ts';
import type { Ledger } from './ledger.ts';
import { type Given, readList, readRange } from './question.ts';
import { summarise, timesOf } from './summary.ts';

const granularities = { HALF_HOUR: 'HALF_HOUR', DAY: 'DAY', MONTH: 'MONTH' } as const;

/** How much was sent and delivered (Meta, "Analytics"). Rows are told apart by number, country and kind. */
export function messageAnalytics(
  ledger: Ledger,
  waba: Waba,
  numbers: BusinessNumber[],
  given: Given,
  now: number,
) {
  const range = readRange(given, granularities, { now, days: 365 });
  const phones = readList(given, 'phone_numbers');
  const countries = readList(given, 'country_codes');
  const points = summarise(ledger.rows(waba.id, range.from, range.to), {
    ...range,
    timezone: waba.timezone,
    only: [phones, countries, readList(given, 'product_types')],
    by: [],
  });
  return {
    phone_numbers: phones.length > 0 ? phones : numbers.map(({ phone }) => phone),
    ...(countries.length > 0 && { country_codes: countries }),
    granularity: range.called,
    data_points: points.map((point) => {
      const [sent = 0, delivered = 0] = point.sums;
      return { ...timesOf(point), sent, delivered };
    }),
  };
}
