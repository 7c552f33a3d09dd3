import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccounts } from '../accounts/accounts.ts';
import { noon, type Office, openOffice } from '../accounts/test/office.ts';
import { sample } from '../sample/sample-world.ts';
import { type Analytics, createAnalytics } from './analytics.ts';

const hour = 3_600_000;
const seconds = (at: number): number => at / 1000;
/** Midnight in India, before noon there. */
const midnight = noon - 12 * hour;

let office: Office;
let analytics: Analytics;
beforeEach(() => {
  office = openOffice((emulator) => {
    createAccounts(emulator);
    analytics = createAnalytics(emulator);
  });
});
afterEach(() => office.close());

const place = { wabaId: sample.wabaId, phone: '912614001234', country: 'IN', at: noon };

const read = async (field: string): Promise<Record<string, unknown>> => {
  const { body } = await office.ask('GET', `/${sample.wabaId}?fields=${encodeURIComponent(field)}`);
  return body;
};
const pointsOf = (answer: unknown): Record<string, unknown>[] =>
  (answer as { data: [{ data_points: Record<string, unknown>[] }] }).data[0].data_points;

const range = `.start(${seconds(noon - 48 * hour)}).end(${seconds(noon + 48 * hour)})`;

test('messages are counted by days of the account, which begin on the half-hour in India', async () => {
  for (const at of [midnight - 1, midnight, noon]) {
    analytics.noteMessage({ ...place, at, event: 'sent', isTemplate: true });
    analytics.noteMessage({ ...place, at, event: 'delivered', isTemplate: true });
  }
  analytics.noteMessage({ ...place, event: 'sent', isTemplate: false, country: 'AE' });
  const { analytics: answer } = await read(`analytics${range}.granularity(DAY).country_codes(["IN"])`);
  expect(answer).toEqual({
    phone_numbers: ['912614001234', '912614005678'],
    country_codes: ['IN'],
    granularity: 'DAY',
    data_points: [
      { start: seconds(midnight) - 86_400, end: seconds(midnight), sent: 1, delivered: 1 },
      { start: seconds(midnight), end: seconds(midnight) + 86_400, sent: 2, delivered: 2 },
    ],
  });
  const support = await read(`analytics${range}.granularity(MONTH).product_types([2])`);
  expect(support.analytics).toMatchObject({ data_points: [{ sent: 1, delivered: 0 }] });
  const end = `analytics.start(${seconds(midnight)}).end(${seconds(noon)}).granularity(DAY)`;
  expect((await read(end)).analytics).toMatchObject({ data_points: [{ sent: 1 }] });
  const halves = await read(`analytics${range}.granularity(HALF_HOUR)`);
  expect((halves.analytics as { data_points: unknown[] }).data_points).toHaveLength(3);
});

test('prices are told apart by what was asked for', async () => {
  analytics.notePrice({ ...place, type: 'regular', category: 'marketing', tier: '0:MAX', cost: 863_100 });
  analytics.notePrice({ ...place, type: 'regular', category: 'marketing', tier: '0:MAX', cost: 863_100 });
  analytics.notePrice({ ...place, type: 'free_customer_service', category: 'service', cost: 0 });
  const dimensions = 'dimensions([PRICING_CATEGORY,PRICING_TYPE,COUNTRY,PHONE,TIER])';
  const { pricing_analytics: answer } = await read(
    `pricing_analytics${range}.granularity(DAILY).${dimensions}`,
  );
  const times = { start: seconds(midnight), end: seconds(midnight) + 86_400 };
  expect(pointsOf(answer)).toEqual([
    {
      ...times,
      phone_number: '912614001234',
      country: 'IN',
      pricing_type: 'REGULAR',
      pricing_category: 'MARKETING',
      tier: '0:MAX',
      volume: 2,
      cost: 1.7262,
    },
    {
      ...times,
      phone_number: '912614001234',
      country: 'IN',
      pricing_type: 'FREE_CUSTOMER_SERVICE',
      pricing_category: 'SERVICE',
      volume: 1,
      cost: 0,
    },
  ]);
  const cost = await read(
    `pricing_analytics${range}.granularity(MONTHLY).metric_types(["COST"]).pricing_types([REGULAR])`,
  );
  expect(pointsOf(cost.pricing_analytics)).toEqual([
    {
      start: seconds(Date.UTC(2026, 8, 30, 18, 30)),
      end: seconds(Date.UTC(2026, 9, 31, 18, 30)),
      cost: 1.7262,
    },
  ]);
});

test('conversations of old and calls are counted too', async () => {
  analytics.noteConversation({
    ...place,
    type: 'REGULAR',
    direction: 'BUSINESS_INITIATED',
    category: 'utility',
    cost: 115_000,
  });
  analytics.noteCall({ ...place, direction: 'USER_INITIATED', seconds: 60, cost: 0 });
  analytics.noteCall({ ...place, direction: 'USER_INITIATED', seconds: 30, cost: 0 });
  const conversations = await read(
    `conversation_analytics${range}.granularity(DAILY).dimensions(["CONVERSATION_CATEGORY"])`,
  );
  expect(pointsOf(conversations.conversation_analytics)).toMatchObject([
    { conversation: 1, conversation_category: 'UTILITY', cost: 0.115 },
  ]);
  const calls = await read(`call_analytics${range}.granularity(DAILY).dimensions([DIRECTION])`);
  expect(pointsOf(calls.call_analytics)).toMatchObject([
    { direction: 'USER_INITIATED', count: 2, average_duration: 45, cost: 0 },
  ]);
});

const template = { wabaId: sample.wabaId, templateId: '2632273056924580', at: noon, sentAt: noon };
const askTemplates = (query: string) =>
  office.ask(
    'GET',
    `/${sample.wabaId}/template_analytics?start=${seconds(noon) - 86_400}&end=${seconds(noon) + 86_400}&granularity=DAILY${query}`,
  );

test('a template is counted with its clicks by the day, and attention fades after a week', async () => {
  analytics.noteTemplate({ ...template, event: 'sent' });
  analytics.noteTemplate({ ...template, event: 'delivered', cost: 863_100 });
  analytics.noteTemplate({ ...template, event: 'read' });
  analytics.noteTemplate({ ...template, event: 'read', sentAt: noon - 8 * 24 * hour });
  analytics.noteClick({ ...template, type: 'url_button', button: 'See sarees' });
  const { body } = await askTemplates(`&template_ids=[${template.templateId}]`);
  expect(pointsOf(body)).toEqual([
    {
      template_id: template.templateId,
      start: seconds(Date.UTC(2026, 9, 5)),
      end: seconds(Date.UTC(2026, 9, 6)),
      sent: 1,
      delivered: 1,
      read: 1,
      clicked: [{ type: 'url_button', button_content: 'See sarees', count: 1 }],
      cost: [
        { type: 'amount_spent', value: 0.8631 },
        { type: 'cost_per_delivered', value: 0.8631 },
        { type: 'cost_per_url_button_click', value: 0.8631 },
      ],
    },
  ]);
  const local = await askTemplates(
    `&template_ids=${template.templateId}&use_waba_timezone=true&metric_types=SENT`,
  );
  expect(pointsOf(local.body)).toEqual([
    { template_id: template.templateId, start: '2026-10-05', end: '2026-10-06', sent: 1 },
  ]);
  await office.emulator.world.travel(9 * 24 * hour);
  const old = await askTemplates(`&template_ids=${template.templateId}&metric_types=READ,CLICKED`);
  expect(pointsOf(old.body)).toMatchObject([{ read: 0 }]);
});

test('template analytics are a page with cursors, after which nothing comes', async () => {
  const first = await askTemplates('&template_ids=1');
  const { cursors } = first.body.paging as { cursors: { before: string; after: string } };
  expect(cursors).toEqual({ before: expect.any(String), after: expect.any(String) });
  expect(Object.keys((first.body.data as object[])[0] ?? {})).not.toContain('id');
  expect((await askTemplates(`&template_ids=1&after=${cursors.after}`)).body.data).toEqual([]);
});

test('what is charged has one tier, up to any volume, and what is free has none', async () => {
  analytics.notePrice({ ...place, type: 'regular', category: 'utility', cost: 115_000 });
  analytics.notePrice({ ...place, type: 'free_entry_point', category: 'utility', cost: 0 });
  const { pricing_analytics: answer } = await read(
    `pricing_analytics${range}.granularity(DAILY).dimensions([PRICING_TYPE,TIER])`,
  );
  expect(pointsOf(answer).map(({ pricing_type, tier }) => [pricing_type, tier])).toEqual([
    ['REGULAR', '0:MAX'],
    ['FREE_ENTRY_POINT', undefined],
  ]);
});

test('template insights need consent, a country that has them, and few templates', async () => {
  const { wabas } = office.emulator.directory;
  wabas.change(sample.wabaId, { insightsEnabled: false });
  expect((await askTemplates('&template_ids=1')).body.code).toBe(200007);
  wabas.change(sample.wabaId, { insightsEnabled: true, primaryLocation: 'DE' });
  expect((await askTemplates('&template_ids=1')).body.code).toBe(200005);
  wabas.change(sample.wabaId, { primaryLocation: 'IN' });
  expect((await askTemplates('')).body.message).toContain('template_ids is required');
  expect((await askTemplates('&template_ids=1,2,3,4,5,6,7,8,9,10,11')).body.message).toContain('at most 10');
});

test.each([
  ['analytics.end(5).granularity(DAY)', 'start is required'],
  ['analytics.start(5).end(4).granularity(DAY)', 'must be before end'],
  ['analytics.start(1).end(5).granularity(DAY)', 'within the last 365 days'],
  ['pricing_analytics.start(1).end(5).granularity(DAY)', '{HALF_HOUR, DAILY, MONTHLY}'],
  ['analytics.start(x).end(5).granularity(DAY)', 'UNIX timestamp'],
  [`pricing_analytics${range}.granularity(DAILY).dimensions([COLOUR])`, 'dimensions must be a list of'],
])('%s is refused', async (field, reason) => {
  expect((await read(field)).message).toContain(reason);
});

test('counts survive a snapshot, and another account sees none of them', async () => {
  analytics.noteMessage({ ...place, event: 'sent', isTemplate: true });
  const { world } = office.emulator;
  await world.save();
  analytics.noteMessage({ ...place, event: 'sent', isTemplate: true });
  await world.load();
  const field = `analytics${range}.granularity(DAY)`;
  expect((await read(field)).analytics).toMatchObject({ data_points: [{ sent: 1 }] });
  const other = await office.ask('GET', `/${sample.clinicWabaId}?fields=${field}`, {
    token: sample.clinicToken,
  });
  expect(other.body.analytics).toMatchObject({ data_points: [] });
});
