import type { Business, Waba } from '../directory/records.ts';
import { refuse } from '../graph/errors.ts';
import type { Ledger } from './ledger.ts';
import { day } from './periods.ts';
import { type Given, readChoices, readList, readRange } from './question.ts';
import { amount, type Point, summarise, timesOf } from './summary.ts';

const products = {
  CLOUD_API: 'cloud_api',
  MARKETING_MESSAGES_API_FOR_WHATSAPP: 'marketing_messages_api_for_whatsapp',
};
const metricTypes = ['COST', 'CLICKED', 'DELIVERED', 'READ', 'SENT'] as const;

/** Countries whose businesses have no template insights. */
const without = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GB JP'.split(' '),
);

interface Asked {
  /** Rows by template and product, with sent, delivered, read and cost; and by button, with clicks. */
  templates: Ledger;
  clicks: Ledger;
  waba: Waba;
  business: Business;
  given: Given;
  now: number;
}

/** What became of templates, by the day (Meta, "Template analytics"). */
export function templateAnalytics({ templates, clicks, waba, business, given, now }: Asked) {
  if (without.has(waba.primaryLocation ?? business.country))
    refuse(200005, 'Template insights are not available in the country of the business.');
  if (!waba.insightsEnabled) refuse(200007, 'Template insights must be enabled for the account first.');
  const ids = readList(given, 'template_ids');
  if (ids.length === 0) refuse(100, 'The parameter template_ids is required.');
  if (ids.length > 10) refuse(100, 'Param template_ids must have at most 10 elements.');
  const range = readRange(datesAsSeconds(given), { DAILY: 'DAY' }, { now, days: 90 });
  const metrics = readChoices(given, 'metric_types', metricTypes);
  const [product = 'CLOUD_API'] = readChoices(given, 'product_type', Object.keys(products));
  const local = isTrue(given.use_waba_timezone);
  const asked = { ...range, timezone: local ? waba.timezone : 'UTC', only: [ids, [product]] };
  const points = summarise(templates.rows(waba.id, range.from, range.to), { ...asked, by: [0] });
  const clicked = summarise(clicks.rows(waba.id, range.from, range.to), { ...asked, by: [0, 2, 3] });
  const wants = (metric: (typeof metricTypes)[number]): boolean =>
    metrics.length === 0 || metrics.includes(metric);
  return {
    data: [
      {
        granularity: 'DAILY',
        product_type: products[product as keyof typeof products],
        data_points: points.map((point) => {
          const [sent = 0, delivered = 0, read = 0, cost = 0] = point.sums;
          const [templateId] = point.circumstances;
          // Reads and clicks fall to zero once a day is a week old.
          const isRecent = now - point.period.to < 7 * day;
          const own = isRecent ? clicked.filter((click) => isOf(click, point)) : [];
          return {
            template_id: templateId,
            ...(local ? datesOf(point, waba.timezone) : timesOf(point)),
            ...(wants('SENT') && { sent }),
            ...(wants('DELIVERED') && { delivered }),
            ...(wants('READ') && { read: isRecent ? read : 0 }),
            ...(wants('CLICKED') && own.length > 0 && { clicked: own.map(showClicks) }),
            ...(wants('COST') && { cost: costsOf(cost, delivered, own) }),
          };
        }),
      },
    ],
  };
}

const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1';

const isOf = (click: Point, { period, circumstances: [id] }: Point): boolean =>
  click.period.from === period.from && click.circumstances[0] === id;

const showClicks = ({ circumstances: [, , type, button], sums: [count = 0] }: Point) => ({
  type,
  button_content: button,
  count,
});

function costsOf(cost: number, delivered: number, clicks: Point[]) {
  const onUrls = clicks
    .filter(({ circumstances: [, , type] }) => type === 'url_button')
    .reduce((sum, { sums: [count = 0] }) => sum + count, 0);
  return [
    { type: 'amount_spent', value: amount(cost) },
    { type: 'cost_per_delivered', ...(delivered > 0 && { value: amount(cost / delivered) }) },
    { type: 'cost_per_url_button_click', ...(onUrls > 0 && { value: amount(cost / onUrls) }) },
  ];
}

/** With the account's time zone days are told by their dates, and may be asked for by them. */
function datesOf({ period: { from, to } }: Point, timezone: string): { start: string; end: string } {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' });
  return { start: format.format(from), end: format.format(to) };
}

function datesAsSeconds(given: Given): Given {
  const seconds = (value: unknown): unknown =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) / 1000 : value;
  return { ...given, start: seconds(given.start), end: seconds(given.end) };
}
