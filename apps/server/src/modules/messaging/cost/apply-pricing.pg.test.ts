import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../platform/ids/index.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { applyPricing, type PricedStatus } from './apply-pricing.ts';
import { plantMessages, plantNumber, type Planted } from '../../../../test/plant-number.ts';

let app: TestApp;
let planted: Planted;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  planted = await plantNumber(app);
});

const at = new Date('2026-10-15T08:00:00Z');
const utility = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' };
const status = (messageId: string, more: Partial<PricedStatus> = {}): PricedStatus => ({
  workspaceId: planted.workspaceId,
  messageId,
  status: 'delivered',
  at,
  pricing: utility,
  ...more,
});
const apply = (...items: PricedStatus[]): Promise<void> =>
  app.db.acrossWorkspaces('processing', (tx) => applyPricing(tx, items));

interface MeterSums {
  month: string;
  day: string;
  category: string;
  type: string;
  messages: number;
  micros: number;
  unpriced: number;
  estimated: number;
}

const meters = (): Promise<MeterSums[]> =>
  app.database.asOwner<MeterSums>(
    `select month::text, day::text, category, pricing_type as type, sum(messages)::integer as messages, sum(micros)::integer as micros,
       sum(unpriced)::integer as unpriced, sum(estimated_micros)::integer as estimated
     from cost_meters where workspace_id = $1 group by 1, 2, 3, 4 having sum(messages) <> 0 order by 1, 2, 3, 4`,
    [planted.workspaceId],
  );
const priceOf = async (messageId: string) =>
  (
    await app.database.asOwner<{ price: Record<string, unknown> | null }>(
      'select price from messages where message_id = $1',
      [messageId],
    )
  )[0]!.price;

test('a delivered message is charged by the rate card and counted in its month', async () => {
  const [messageId] = await plantMessages(app, planted);
  await apply(status(messageId!));
  expect(await priceOf(messageId!)).toMatchObject({
    micros: 115_000,
    currency: 'INR',
    how: 'rate_card',
    delivered: true,
  });
  expect(await meters()).toEqual([
    {
      month: '2026-10-01',
      day: '2026-10-15',
      category: 'utility',
      type: 'regular',
      messages: 1,
      micros: 115_000,
      unpriced: 0,
      estimated: 115_000,
    },
  ]);
});

test('what was only sent costs nothing yet, and its delivery without a word on price charges it', async () => {
  const [messageId] = await plantMessages(app, planted);
  await apply(status(messageId!, { status: 'sent' }));
  expect(await priceOf(messageId!)).toMatchObject({ micros: 115_000, delivered: false });
  expect(await meters()).toEqual([]);
  await apply(status(messageId!, { pricing: null }));
  expect(await meters()).toMatchObject([{ messages: 1, micros: 115_000 }]);
});

test('the same status a hundred times counts once, in one batch and in many', async () => {
  const [messageId] = await plantMessages(app, planted);
  await apply(...Array.from({ length: 50 }, () => status(messageId!)));
  for (let times = 0; times < 50; times++) await apply(status(messageId!));
  expect(await meters()).toMatchObject([{ messages: 1, micros: 115_000 }]);
});

test('a later correction moves the message from one meter to the other', async () => {
  const [messageId] = await plantMessages(app, planted);
  await apply(status(messageId!));
  const later = new Date(at.getTime() + 60_000);
  const marketing = { ...utility, category: 'marketing' };
  await apply(status(messageId!, { status: 'read', at: later, pricing: marketing }));
  await apply(status(messageId!));
  expect(await meters()).toMatchObject([{ category: 'marketing', messages: 1, micros: 863_100 }]);
});

test('free types cost nothing; unknown countries and categories are counted without a price', async () => {
  const ids = await plantMessages(app, planted, { count: 4, estimated: null });
  const pricings = [
    { ...utility, type: 'free_entry_point', category: 'referral_conversion' },
    { ...utility, type: undefined, billable: false, category: 'service' },
    { ...utility, category: 'general_purpose_ai' },
    { ...utility, category: 'authentication-international' },
  ];
  await apply(...ids.map((messageId, index) => status(messageId, { pricing: pricings[index]! })));
  expect(await meters()).toMatchObject([
    { category: 'authentication_international', micros: 2_497_100, estimated: 0 },
    { category: 'general_purpose_ai', micros: 0, unpriced: 1 },
    { category: 'referral_conversion', type: 'free_entry_point', micros: 0, unpriced: 0 },
    { category: 'service', type: 'free_customer_service', micros: 0, unpriced: 0 },
  ]);
});

test('the month is the account’s, the day the workspace’s', async () => {
  await app.database.asOwner(`update whatsapp_accounts set time_zone_id = '58' where workspace_id = $1`, [
    planted.workspaceId,
  ]);
  const [messageId] = await plantMessages(app, planted);
  await apply(status(messageId!, { at: new Date('2026-10-31T20:00:00Z') }));
  expect(await meters()).toMatchObject([{ month: '2026-10-01', day: '2026-11-01' }]);
});

test('the order and the number of statuses make no difference', async () => {
  const word = fc.record({
    status: fc.constantFrom('sent', 'delivered', 'read', 'failed'),
    at: fc.integer({ min: 0, max: 3 }).map((minutes) => new Date(at.getTime() + minutes * 60_000)),
    pricing: fc.constantFrom(
      null,
      utility,
      { ...utility, category: 'marketing' },
      { ...utility, type: 'free_customer_service' },
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat(5)),
      fc.nat(6),
      async (words, order, cut) => {
        const [one, other] = await plantMessages(app, planted, { count: 2 });
        const shuffled = words
          .map((each) => ({ each, place: order.next().value! }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each);
        await apply(...words.map((each) => status(one!, each)));
        await apply(...shuffled.slice(0, cut).map((each) => status(other!, each)));
        await apply(...shuffled.slice(cut).map((each) => status(other!, each)));
        await apply(...shuffled.map((each) => status(other!, each)));
        expect(await priceOf(other!)).toEqual(await priceOf(one!));
      },
    ),
    { numRuns: 15 },
  );
  const [{ charged } = { charged: 0 }] = await app.database.asOwner<{ charged: number }>(
    `select coalesce(sum((price->>'micros')::bigint) filter (where (price->>'delivered')::boolean), 0)::integer as charged
     from messages where workspace_id = $1`,
    [planted.workspaceId],
  );
  expect((await meters()).reduce((sum, { micros }) => sum + micros, 0)).toBe(charged);
});

test('two batches with the same messages at once neither deadlock nor count twice', async () => {
  const ids = await plantMessages(app, planted, { count: 200 });
  const items = ids.map((messageId) => status(messageId));
  await Promise.all([apply(...items), apply(...items.toReversed()), apply(...items)]);
  expect(await meters()).toMatchObject([{ messages: 200, micros: 200 * 115_000 }]);
});

test('the API tells the month with its free messages, the sums, and how far estimates were off', async () => {
  const { api, numberId, workspaceId } = planted;
  const sourceId = newId(app.clock.now());
  await app.database.asOwner(
    `insert into send_sources (workspace_id, source_id, kind, name, created_at, changed_at) values ($1, $2, 'campaign', 'Diwali', $3, $3)`,
    [workspaceId, sourceId, at],
  );
  const [one, two] = await plantMessages(app, planted, { count: 2, sourceId, estimated: 100_000 });
  await apply(
    status(one!),
    status(two!, { pricing: { ...utility, type: 'free_customer_service', category: 'service' } }),
  );
  const meter = await api.get(`/numbers/${numberId}/meter?month=2026-10`);
  expect(meter.body).toMatchObject({
    timeZone: 'Asia/Kolkata',
    currency: 'INR',
    allowance: { free: 1000, used: 1 },
  });
  const summary = async (by: string) =>
    (await api.get<{ items: object[] }>(`/costs/summary?from=2026-10-01&to=2026-10-31&by=${by}`)).body.items;
  expect(await summary('source')).toEqual([
    {
      key: sourceId,
      name: 'Diwali',
      currency: 'INR',
      messages: 2,
      micros: 115_000,
      unpriced: 0,
      estimatedMicros: 200_000,
      differenceMicros: -85_000,
    },
  ]);
  expect(await summary('number')).toMatchObject([{ key: numberId, name: 'Surat Silks' }]);
  expect(await summary('category')).toMatchObject([{ key: 'utility' }, { key: 'service' }]);
});

test('a price of the workspace’s own is used from its day on, and listed first', async () => {
  const { api } = planted;
  const price = { currency: 'INR', country: 'IN', category: 'utility', validFrom: '2026-10-10' };
  expect((await api.post('/costs/prices', { ...price, micros: 90_000 })).status).toBe(200);
  const put = await api.post('/costs/prices', { ...price, micros: 80_000, note: 'tier 2' });
  const [messageId] = await plantMessages(app, planted);
  await apply(status(messageId!));
  expect(await priceOf(messageId!)).toMatchObject({ micros: 80_000, how: 'own_price' });
  const { body } = await api.get<{ items: object[] }>('/costs/prices');
  expect(body.items[0]).toMatchObject({ entryId: put.body.entryId, micros: 80_000, note: 'tier 2' });
  expect((await api.remove(`/costs/prices/${String(put.body.entryId)}`)).status).toBe(200);
  expect((await api.remove(`/costs/prices/${String(put.body.entryId)}`)).status).toBe(404);
});
