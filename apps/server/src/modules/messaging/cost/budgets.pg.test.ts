import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { applyPricing } from './apply-pricing.ts';
import { readBudgetsLeft } from './budget-state.ts';
import { watchBudgets } from './budget-watch.ts';
import { reserve } from './reservations.ts';
import { plantMessages, plantNumber, type Planted } from '../../../../test/plant-number.ts';

let app: TestApp;
let planted: Planted;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.moveTo(new Date('2026-10-15T08:00:00Z'));
  planted = await plantNumber(app);
});

const price = 115_000;
const budget = {
  name: 'October',
  scope: 'workspace',
  period: 'month',
  currency: 'INR',
  limitMicros: 10 * price,
  warnPercents: [50, 80],
  stops: true,
};
const create = (more: object = {}) => planted.api.post('/budgets', { ...budget, ...more });
const watch = (): Promise<void> => app.db.acrossWorkspaces('jobs', watchBudgets);
const left = async (): Promise<number[]> =>
  (await app.db.acrossWorkspaces('processing', (tx) => readBudgetsLeft(tx, planted.workspaceId))).map(
    ({ leftMicros }) => leftMicros,
  );

async function deliver(count: number): Promise<void> {
  const ids = await plantMessages(app, planted, { count });
  const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' };
  const at = app.clock.now();
  const { workspaceId } = planted;
  await app.db.acrossWorkspaces('processing', (tx) =>
    applyPricing(
      tx,
      ids.map((messageId) => ({ workspaceId, messageId, status: 'delivered', at, pricing })),
    ),
  );
}

const told = async (): Promise<string[]> =>
  (
    await app.database.asOwner<{ what: string }>(
      `select type || coalesce(' ' || (data->>'percent'), '') as what from events
       where workspace_id = $1 and type like 'budget.%' order by tx, seq`,
      [planted.workspaceId],
    )
  ).map(({ what }) => what);

test('a budget warns at each share and tells of its end, each once in a period', async () => {
  await create();
  await watch();
  expect(await told()).toEqual([]);
  await deliver(5);
  for (let times = 0; times < 3; times++) await watch();
  expect(await told()).toEqual(['budget.warned 50']);
  await deliver(5);
  for (let times = 0; times < 3; times++) await watch();
  expect(await told()).toEqual(['budget.warned 50', 'budget.warned 80', 'budget.reached']);
  expect(await left()).toEqual([0]);
  app.clock.moveTo(new Date('2026-10-31T18:30:00Z'));
  expect(await left()).toEqual([10 * price]);
  await deliver(6);
  await watch();
  expect((await told()).slice(3)).toEqual(['budget.warned 50']);
});

test('two watches at once tell once', async () => {
  await create();
  await deliver(10);
  await Promise.all([watch(), watch(), watch()]);
  expect(await told()).toEqual(['budget.warned 80', 'budget.reached']);
});

test('a budget holds for its number, origin, category and currency alone', async () => {
  await deliver(2);
  const { numberId } = planted;
  const spent = async (more: object) => (await create(more)).body.spentMicros;
  expect(await spent({})).toBe(2 * price);
  expect(await spent({ scope: 'number', scopeId: numberId })).toBe(2 * price);
  expect(await spent({ scope: 'origin', scopeId: 'campaign', category: 'utility' })).toBe(2 * price);
  expect(await spent({ scope: 'origin', scopeId: 'agent' })).toBe(0);
  expect(await spent({ category: 'marketing' })).toBe(0);
  expect(await spent({ currency: 'USD' })).toBe(0);
  expect((await create({ scope: 'number', scopeId: planted.contactId })).body).toMatchObject({
    fields: [{ field: 'scopeId', code: 'unknown' }],
  });
  expect((await create({ scope: 'number' })).body).toMatchObject({
    fields: [{ field: 'scopeId', code: 'scope_mismatch' }],
  });
});

test('what is queued counts before it is charged, and is counted anew while it leaves', async () => {
  await create();
  const { workspaceId, numberId } = planted;
  const [one] = await plantMessages(app, planted, { count: 2, status: 'queued' });
  await app.database.asOwner(
    `insert into outbox (workspace_id, message_id, number_id, conversation_id, contact_id, class, priority, state, due_at,
       deadline_at, queued_at)
     select workspace_id, message_id, number_id, conversation_id, contact_id, 'utility', 2, 'ready', at, at, at
     from messages where workspace_id = $1`,
    [workspaceId],
  );
  const expected = { numberId, currency: 'INR', category: 'utility', origin: 'campaign', sourceId: null };
  const scope = { workspaceId, actor: { kind: 'system', id: 'test' } } as const;
  await app.db.inWorkspace(scope, (tx) => reserve(tx, workspaceId, [{ ...expected, micros: 2 * price }]));
  expect(await left()).toEqual([8 * price]);
  await watch();
  expect(await left()).toEqual([8 * price]);
  await app.database.asOwner(`delete from outbox where message_id = $1`, [one]);
  await watch();
  expect(await left()).toEqual([9 * price]);
});

test('a budget that only warns never holds anything back', async () => {
  await create({ stops: false });
  await deliver(12);
  expect(await left()).toEqual([]);
});

test('a changed limit warns again; a removed budget is gone', async () => {
  const { budgetId } = (await create()).body;
  await deliver(5);
  await watch();
  const path = `/budgets/${String(budgetId)}`;
  const changed = await planted.api.patch(path, { ...budget, limitMicros: 6 * price });
  expect(changed.body).toMatchObject({ limitMicros: 6 * price, spentMicros: 5 * price });
  await watch();
  expect(await told()).toEqual(['budget.warned 50', 'budget.warned 80']);
  expect((await planted.api.remove(path)).status).toBe(200);
  expect((await planted.api.patch(path, budget)).status).toBe(404);
});
