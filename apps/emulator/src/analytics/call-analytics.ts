import type { Waba } from '../directory/records.ts';
import type { Ledger } from './ledger.ts';
import { type Given, readChoices, readDimensions, readList, readRange } from './question.ts';
import { amount, summarise, timesOf } from './summary.ts';

const granularities = { HALF_HOUR: 'HALF_HOUR', DAILY: 'DAY', MONTHLY: 'MONTH' } as const;

/** The circumstances of a row, in their order. */
const dimensions = ['PHONE', 'COUNTRY', 'DIRECTION'] as const;
const names = ['phone_number', 'country', 'direction'];

/** Calls, their cost and how long they were (Meta, "Calling pricing", "Call analytics"). */
export function callAnalytics(ledger: Ledger, waba: Waba, given: Given, now: number) {
  const range = readRange(given, granularities, { now, days: 365 });
  const metrics = readChoices(given, 'metric_types', ['COST', 'COUNT', 'AVERAGE_DURATION']);
  const by = readDimensions(given, dimensions);
  const points = summarise(ledger.rows(waba.id, range.from, range.to), {
    ...range,
    timezone: waba.timezone,
    only: [
      readList(given, 'phone_numbers'),
      readList(given, 'country_codes'),
      readChoices(given, 'directions', ['USER_INITIATED', 'BUSINESS_INITIATED']),
    ],
    by,
  });
  const wants = (metric: (typeof metrics)[number]): boolean =>
    metrics.length === 0 || metrics.includes(metric);
  const data_points = points.map((point) => {
    const [count = 0, seconds = 0, cost = 0] = point.sums;
    return {
      ...timesOf(point),
      ...Object.fromEntries(by.map((place) => [names[place], point.circumstances[place]])),
      ...(wants('COST') && { cost: amount(cost) }),
      ...(wants('COUNT') && { count }),
      ...(wants('AVERAGE_DURATION') && { average_duration: count === 0 ? 0 : Math.round(seconds / count) }),
    };
  });
  return { data: [{ data_points }] };
}
