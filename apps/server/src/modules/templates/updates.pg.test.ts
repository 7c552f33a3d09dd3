import { parseDelivery, type UpdateOf } from '@trikon/whatsapp/webhooks';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openMetaStage, silks, type MetaStage } from '../../../test/meta/stage.ts';
import type { TemplateRow } from './template-row.ts';
import { applyTemplateUpdates } from './updates.ts';

let stage: MetaStage;
let accountId: string;
let now: Date;
/** A template of its own for each test, as a reading of yesterday left it. */
let metaId: number;
let metaIds = 500;
beforeAll(async () => {
  stage = await openMetaStage({ TRIKON_RATE_LIMIT: 'off' });
  ({ accountId } = (await stage.owner.api.post<{ accountId: string }>('/numbers/connections', silks)).body);
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  now = stage.app.clock.now();
  metaId = metaIds++;
  await plant(metaId);
  await stage.app.database.asOwner(
    `delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
     where task.id = job.task_id and identifier = 'templates.sync'`,
  );
});

const plant = (id: number) =>
  stage.app.database.asOwner(
    `insert into templates (workspace_id, template_id, account_id, meta_template_id, name, language, category, status, quality,
       parameter_format, components, created_at, updated_at, status_at, category_at, quality_at, components_at, synced_at)
     values ($1, gen_random_uuid(), $2, $3, 'template_' || $3, 'en', 'UTILITY', 'APPROVED', 'GREEN', 'POSITIONAL', $4, $5, $5, $5, $5, $5, $5, $5)`,
    [
      stage.owner.workspaceId,
      accountId,
      String(id),
      JSON.stringify([
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Dear {{1}}, thank you.' },
        { type: 'FOOTER', text: 'Surat' },
      ]),
      ago(86_400),
    ],
  );

const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

/** As it comes by webhook, so many seconds ago. */
function heard(field: string, value: Record<string, unknown>, seconds = 0): UpdateOf<'template'> {
  const of = { message_template_id: metaId, message_template_name: 'x', message_template_language: 'en' };
  const time = Math.floor(ago(seconds).getTime() / 1000);
  const entry = [{ id: silks.wabaId, time, changes: [{ field, value: { ...of, ...value } }] }];
  return updatesIn(JSON.stringify({ object: 'whatsapp_business_account', entry }))[0]!;
}

function updatesIn(body: string): UpdateOf<'template'>[] {
  const delivery = parseDelivery(Buffer.from(body));
  if (delivery.outcome !== 'read') throw new Error(delivery.reason);
  return delivery.updates.filter((update) => update.kind === 'template');
}

const status = (event: string, seconds = 0, more: object = {}) =>
  heard('message_template_status_update', { event, reason: 'NONE', ...more }, seconds);

const apply = (...updates: UpdateOf<'template'>[]) =>
  stage.app.db.acrossWorkspaces('processing', (tx) =>
    applyTemplateUpdates(
      tx,
      updates.map((update) => ({ workspaceId: stage.owner.workspaceId, accountId, update })),
    ),
  );

async function read(): Promise<Partial<TemplateRow>> {
  const [row] = await stage.app.database.asOwner<Partial<TemplateRow>>(
    `select status, category, previous_category as "previousCategory", correct_category as "correctCategory",
       category_changes_at as "categoryChangesAt", quality, paused_until as "pausedUntil", disabled_at as "disabledAt",
       rejected_reason as "rejectedReason", rejection, components, removed_at as "removedAt"
     from templates where meta_template_id = $1`,
    [String(metaId)],
  );
  return row!;
}

const queued = () =>
  stage.app.database.asOwner<{ key: string; runAt: Date }>(
    `select key, run_at as "runAt" from graphile_worker.jobs where task_identifier = 'templates.sync' order by run_at`,
  );

async function told(): Promise<unknown[]> {
  const rows = await stage.app.database.asOwner<{ changes: { field: string; after: string }[] }>(
    `select data -> 'changes' as changes from events where type = 'template.changed' and data ->> 'name' = $1 order by tx, seq`,
    [`template_${metaId}`],
  );
  return rows.map(({ changes }) => changes.map(({ field, after }) => `${field} ${after}`));
}

test('a pause says until when it lasts, and is looked at again when it should be over', async () => {
  const first = { other_info: { title: 'FIRST_PAUSE', description: 'Paused for 3 hours.' } };
  await apply(status('PAUSED', 0, first));
  const until = new Date(Math.floor(now.getTime() / 1000) * 1000 + 3 * 3_600_000);
  expect(await read()).toMatchObject({ status: 'PAUSED', pausedUntil: until });
  expect(await queued()).toMatchObject([{ runAt: new Date(until.getTime() + 300_000) }]);
  expect(await told()).toEqual([['status PAUSED']]);
  await apply(status('APPROVED', 0, { other_info: { title: 'UNPAUSE' } }));
  expect(await read()).toMatchObject({ status: 'APPROVED', pausedUntil: null });
});

test('a pause by pacing has no end of its own', async () => {
  await apply(status('PAUSED', 0, { other_info: { title: 'RATE_LIMITING_PAUSE' } }));
  expect(await read()).toMatchObject({ status: 'PAUSED', pausedUntil: null });
  expect(await queued()).toEqual([]);
});

test('a rejection keeps Meta’s reason and advice, a disabling its time, a deletion the row', async () => {
  const rejection = { reason: 'Parameters are adjacent.', recommendation: 'Separate them with text.' };
  await apply(status('REJECTED', 30, { reason: 'INVALID_FORMAT', rejection_info: rejection }));
  expect(await read()).toMatchObject({ rejectedReason: 'INVALID_FORMAT', rejection });
  await apply(status('DISABLED', 20, { disable_info: { disable_date: 1_751_234_563 } }));
  expect(await read()).toMatchObject({
    status: 'DISABLED',
    disabledAt: new Date(1_751_234_563_000),
    rejectedReason: null,
  });
  await apply(status('DELETED', 10));
  expect((await read()).removedAt).not.toBeNull();
});

test('a template that was approved as marketing is marketing', async () => {
  await apply(status('APPROVED', 0, { message_template_category: 'MARKETING' }));
  expect(await read()).toMatchObject({ category: 'MARKETING', previousCategory: 'UTILITY' });
});

test('a change of category is announced, then happens', async () => {
  const at = Math.floor(now.getTime() / 1000) + 86_400;
  const notice = { new_category: 'UTILITY', correct_category: 'MARKETING', category_update_timestamp: at };
  await apply(heard('template_category_update', notice, 60));
  expect(await read()).toMatchObject({
    category: 'UTILITY',
    correctCategory: 'MARKETING',
    categoryChangesAt: new Date(at * 1000),
  });
  await apply(
    heard('template_category_update', { previous_category: 'UTILITY', new_category: 'MARKETING' }, 30),
  );
  expect(await read()).toMatchObject({
    category: 'MARKETING',
    previousCategory: 'UTILITY',
    correctCategory: null,
    categoryChangesAt: null,
  });
  expect(await told()).toEqual([
    ['correctCategory MARKETING'],
    ['category MARKETING', 'correctCategory null'],
  ]);
});

test('a hint that the category looks wrong has no date', async () => {
  const hint = { category: 'UTILITY', correct_category: 'MARKETING' };
  await apply(heard('template_correct_category_detection', hint));
  expect(await read()).toMatchObject({ correctCategory: 'MARKETING', categoryChangesAt: null });
});

test('quality is taken in under Meta’s wrong field too', async () => {
  const score = { previous_quality_score: 'GREEN', new_quality_score: 'RED' };
  await apply(heard('message_template_status_update', score));
  expect(await read()).toMatchObject({ quality: 'RED', status: 'APPROVED' });
});

test('an edit shows its words at once, and the rest is asked for', async () => {
  const edit = {
    message_template_element: 'Dear {{1}}, your order {{2}} is here.',
    message_template_footer: 'Silks',
  };
  await apply(heard('message_template_components_update', edit));
  expect((await read()).components).toEqual([
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: 'Dear {{1}}, your order {{2}} is here.' },
    { type: 'FOOTER', text: 'Silks' },
  ]);
  expect(await queued()).toHaveLength(1);
});

test('of a template that nobody knows all are asked for, once', async () => {
  metaId = 999_999;
  await apply(status('APPROVED'), status('PAUSED'), status('APPROVED', 9));
  expect(await queued()).toMatchObject([{ key: expect.stringContaining(accountId) as string }]);
});

test('an id too long for a number finds its template', async () => {
  const long = '9007199254740993123';
  await stage.app.database.asOwner('update templates set meta_template_id = $2 where meta_template_id = $1', [
    String(metaId),
    long,
  ]);
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: silks.wabaId,
        time: Math.floor(now.getTime() / 1000),
        changes: [
          {
            field: 'message_template_status_update',
            value: { event: 'LOCKED', message_template_id: 'LONG', reason: null },
          },
        ],
      },
    ],
  });
  await apply(...updatesIn(body.replace('"LONG"', long)));
  metaId = long as unknown as number;
  expect(await read()).toMatchObject({ status: 'LOCKED' });
});

test('news that comes late, twice or in any order leaves what was true last', async () => {
  const events = fc.constantFrom('APPROVED', 'PAUSED', 'DISABLED', 'FLAGGED');
  const scores = fc.constantFrom('GREEN', 'YELLOW', 'RED');
  const news = fc
    .uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 })
    .chain((times) =>
      fc
        .tuple(...times.map((seconds) => fc.tuple(fc.constant(seconds), fc.boolean(), events, scores)))
        .chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
        ),
    );
  await fc.assert(
    fc.asyncProperty(news, async ([all, arrivals]) => {
      metaId = metaIds++;
      await plant(metaId);
      const updates = arrivals.map(([seconds, isStatus, event, score]) =>
        isStatus
          ? status(event, seconds)
          : heard('message_template_quality_update', { new_quality_score: score }, seconds),
      );
      const half = Math.floor(updates.length / 2);
      await apply(...updates.slice(0, half));
      await apply(...updates.slice(half));
      const last = all.toSorted(([one], [other]) => one - other);
      expect(await read()).toMatchObject({
        status: last.find(([, isStatus]) => isStatus)?.[2] ?? 'APPROVED',
        quality: last.find(([, isStatus]) => !isStatus)?.[3] ?? 'GREEN',
      });
    }),
    { numRuns: 40 },
  );
});

test('what the emulated Meta tells of a template is taken in, webhook by webhook', async () => {
  const { inside, url } = stage.emulator;
  await stage.owner.api.post('/templates/sync', { accountId });
  const order = inside.templates.all.find(
    ({ name, language, wabaId }) =>
      name === 'order_confirmation' && language === 'en' && wabaId === silks.wabaId,
  )!;
  metaId = Number(order.id);
  const sent = vi.spyOn(inside.emulator.webhooks, 'send');
  const steer = async (steering: object): Promise<void> => {
    sent.mockClear();
    await fetch(`${url}/world/templates/${order.id}/steering`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(steering),
    });
    expect(sent).toHaveBeenCalled();
    for (const [{ field, value }] of sent.mock.calls) await apply(heard(field, value));
  };
  await steer({ to: 'pause' });
  expect(await read()).toMatchObject({ status: 'PAUSED' });
  expect((await read()).pausedUntil).not.toBeNull();
  await steer({ to: 'unpause' });
  expect(await read()).toMatchObject({ status: 'APPROVED', pausedUntil: null });
  await steer({ to: 'recategorise', category: 'MARKETING', notice: true });
  expect(await read()).toMatchObject({ category: 'UTILITY', correctCategory: 'MARKETING' });
  await steer({ to: 'disable' });
  expect(await read()).toMatchObject({ status: 'DISABLED' });
});

test('a reading leaves alone what a webhook told while it lasted', async () => {
  const { inside } = stage.emulator;
  const template = inside.templates.all.find(
    ({ name, wabaId }) => name === 'hello_world' && wabaId === silks.wabaId,
  )!;
  await stage.owner.api.post('/templates/sync', { accountId });
  metaId = Number(template.id);
  stage.order('GET waba/message_templates', { type: 'slow', milliseconds: 500 });
  const reading = stage.owner.api.post('/templates/sync', { accountId });
  await expect.poll(() => inside.emulator.faults.rules.filter(({ left }) => left! > 0)).toEqual([]);
  stage.app.clock.advance(1000);
  now = stage.app.clock.now();
  await apply(status('PAUSED', 0));
  await reading;
  expect(await read()).toMatchObject({ status: 'PAUSED' });
});
