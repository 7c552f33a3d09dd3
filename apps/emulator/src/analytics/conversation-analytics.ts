import type { Waba } from '../directory/records.ts';
import type { Ledger } from './ledger.ts';
import { type Given, readChoices, readDimensions, readList, readRange } from './question.ts';
import { amount, summarise, timesOf } from './summary.ts';

const granularities = { HALF_HOUR: 'HALF_HOUR', DAILY: 'DAY', MONTHLY: 'MONTH' } as const;
const categories = [
  'AUTHENTICATION',
  'AUTHENTICATION_INTERNATIONAL',
  'MARKETING',
  'MARKETING_LITE',
  'SERVICE',
  'UTILITY',
] as const;

/** The circumstances of a row, in their order. */
const dimensions = [
  'PHONE',
  'COUNTRY',
  'CONVERSATION_TYPE',
  'CONVERSATION_DIRECTION',
  'CONVERSATION_CATEGORY',
] as const;
const names = [
  'phone_number',
  'country',
  'conversation_type',
  'conversation_direction',
  'conversation_category',
];

/** Conversations, as they were priced until July 2025 (Meta, "Analytics", "Conversation analytics"). */
export function conversationAnalytics(ledger: Ledger, waba: Waba, given: Given, now: number) {
  const range = readRange(given, granularities, { now, days: 365 });
  const metrics = readChoices(given, 'metric_types', ['COST', 'CONVERSATION']);
  const by = readDimensions(given, dimensions);
  const points = summarise(ledger.rows(waba.id, range.from, range.to), {
    ...range,
    timezone: waba.timezone,
    only: [
      readList(given, 'phone_numbers'),
      readList(given, 'country_codes'),
      readChoices(given, 'conversation_types', ['FREE_ENTRY', 'FREE_TIER', 'REGULAR']),
      readChoices(given, 'conversation_directions', ['BUSINESS_INITIATED', 'USER_INITIATED']),
      readChoices(given, 'conversation_categories', categories),
    ],
    by,
  });
  const data_points = points.map((point) => {
    const [conversation = 0, cost = 0] = point.sums;
    return {
      ...timesOf(point),
      ...(metrics.length === 0 || metrics.includes('CONVERSATION') ? { conversation } : {}),
      ...Object.fromEntries(by.map((place) => [names[place], point.circumstances[place]])),
      ...(metrics.length === 0 || metrics.includes('COST') ? { cost: amount(cost) } : {}),
    };
  });
  return { data: [{ data_points }] };
}
