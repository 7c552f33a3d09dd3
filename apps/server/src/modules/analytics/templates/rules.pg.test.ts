import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertRow, openSendingGround, type SendingGround } from '../../../../test/sending/ground.ts';
import type { SystemTx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { answerRecategorised, undoAction } from './decide.ts';
import { judgeAll } from './judge.ts';
import { listActions } from './list-actions.ts';
import { advanceRamps, beginRamps } from './ramp.ts';
import { updateRule } from './rules.ts';

let ground: SendingGround;
const noon = new Date('2026-11-20T06:30:00.000Z');
beforeAll(async () => {
  ground = await openSendingGround();
});
afterAll(() => ground.app.stop());

beforeEach(async () => {
  ground.app.clock.moveTo(noon);
  for (const table of [
    'template_actions',
    'template_controls',
    'template_days',
    'template_turns',
    'template_rules',
    'template_links',
    'template_families',
  ])
    await ground.asOwner(`delete from ${table}`);
  await ground.asOwner(`update templates set status = 'APPROVED', quality = null`);
});

const idOf = async (name: string): Promise<string> =>
  (
    await ground.asOwner<{ id: string }>('select template_id as id from templates where name = $1', [name])
  )[0]!.id;

const across = <T>(work: (tx: SystemTx) => Promise<T>): Promise<T> =>
  ground.app.db.acrossWorkspaces('jobs', work);
const judge = (): Promise<number> => across(judgeAll);

async function day(name: string, date: string, counts: Record<string, number>): Promise<void> {
  const zero = {
    sent: 0,
    delivered: 0,
    read: 0,
    failed: 0,
    replied: 0,
    pressed: 0,
    opted_out: 0,
    blocked: 0,
  };
  await insertRow(ground.asOwner, 'template_days', {
    workspace_id: ground.workspaceId,
    template_id: await idOf(name),
    version_id: '00000000-0000-0000-0000-000000000000',
    day: date,
    failures: '{}',
    answered: 0,
    answered_unread: 0,
    ...zero,
    ...counts,
  });
}

const turn = async (name: string, field: string, before: string | null, after: string): Promise<void> =>
  insertRow(ground.asOwner, 'template_turns', {
    workspace_id: ground.workspaceId,
    turn_id: newId(ground.app.clock.now()),
    template_id: await idOf(name),
    field,
    before,
    after,
    at: ground.app.clock.now(),
  });

const actions = async () => (await ground.inWorkspace((tx) => listActions(tx, { limit: 50 }))).items;
const controls = () =>
  ground.asOwner<{ name: string; held: boolean; instead: string | null; most: number | null }>(
    `select t.name, held_at is not null as held, o.name as instead, daily_most as most from template_controls k
     join templates t using (workspace_id, template_id)
     left join templates o on o.workspace_id = k.workspace_id and o.template_id = instead_id order by 1`,
  );

test('too many opt-outs pause a template, with the numbers as the reason, and once', async () => {
  await day('diwali', '2026-11-19', { sent: 500, delivered: 480, opted_out: 20 });
  await day('shipped', '2026-11-19', { sent: 500, delivered: 480, opted_out: 5 });
  // Of few nothing is concluded.
  await day('hello', '2026-11-19', { sent: 40, delivered: 40, opted_out: 20 });
  expect([await judge(), await judge()]).toEqual([1, 0]);
  expect(await controls()).toEqual([{ name: 'diwali', held: true, instead: null, most: null }]);
  expect(await actions()).toMatchObject([
    {
      template: 'diwali',
      rule: 'opt_outs',
      action: 'pause',
      state: 'active',
      reason: { en: 'Many opt out: 20 of 480, 4.2 %; the limit is 3 %.' },
    },
  ]);
});

test('what a person undid is not done again for the same days, and is for new ones', async () => {
  await day('diwali', '2026-11-19', { sent: 500, delivered: 480, opted_out: 20 });
  await judge();
  const [{ actionId } = { actionId: '' }] = await actions();
  await ground.inWorkspace((tx) => undoAction(tx, { actionId, note: 'A joke that went wrong, once' }));
  expect(await controls()).toMatchObject([{ held: false }]);
  expect(await judge()).toBe(0);
  ground.app.clock.moveTo(new Date('2026-11-22T06:30:00.000Z'));
  expect(await judge()).toBe(0);
  await day('diwali', '2026-11-21', { sent: 500, delivered: 480, opted_out: 30 });
  expect(await judge()).toBe(1);
  await expect(ground.inWorkspace((tx) => undoAction(tx, { actionId }))).rejects.toThrow(/ended already/);
});

test('a rule can be changed or switched off, and another one still holds what one of two let go', async () => {
  await day('diwali', '2026-11-19', { sent: 500, delivered: 480, opted_out: 20, blocked: 15 });
  await ground.inWorkspace((tx) => updateRule(tx, { rule: 'opt_outs', percent: 2 }));
  expect(await judge()).toBe(2);
  const [first] = await actions();
  await ground.inWorkspace((tx) => undoAction(tx, { actionId: first!.actionId }));
  expect(await controls()).toMatchObject([{ held: true }]);
  await ground.asOwner('delete from template_actions');
  for (const rule of ['opt_outs', 'blocks'] as const)
    await ground.inWorkspace((tx) => updateRule(tx, { rule, enabled: false }));
  expect(await judge()).toBe(0);
});

test('read less than the month before asks for a look', async () => {
  for (let date = 1; date <= 9; date++)
    await day('diwali', `2026-11-0${date}`, { sent: 200, delivered: 200, read: 140 });
  await day('diwali', '2026-11-18', { sent: 300, delivered: 300, read: 90 });
  await judge();
  expect(await actions()).toMatchObject([{ rule: 'read_drop', action: 'review' }]);
  expect(await controls()).toMatchObject([{ held: false }]);
});

test('yellow throttles, red pauses, each word of WhatsApp once', async () => {
  await ground.asOwner(`update templates set quality = 'YELLOW' where name = 'diwali'`);
  await turn('diwali', 'quality', 'GREEN', 'YELLOW');
  expect([await judge(), await judge()]).toEqual([1, 0]);
  expect(await controls()).toEqual([{ name: 'diwali', held: false, instead: null, most: 1000 }]);
  ground.app.clock.moveTo(new Date(noon.getTime() + 60_000));
  await ground.asOwner(`update templates set quality = 'RED' where name = 'diwali'`);
  await turn('diwali', 'quality', 'YELLOW', 'RED');
  expect(await judge()).toBe(1);
  expect(await controls()).toMatchObject([{ held: true, most: 1000 }]);
});

test('where the rule says so, another variant of the kit takes the place, and without one it is paused', async () => {
  await ground.inWorkspace((tx) => updateRule(tx, { rule: 'quality_red', action: 'rotate' }));
  await ground.asOwner(
    `insert into templates select (jsonb_populate_record(t, jsonb_build_object('template_id', gen_random_uuid(), 'name', n,
       'meta_template_id', n))).* from templates t cross join unnest(array['sale_a_v1', 'sale_b_v1']) as n where t.name = 'diwali'`,
  );
  await ground.asOwner(`update templates set quality = 'RED' where name in ('sale_a_v1', 'shipped')`);
  await turn('sale_a_v1', 'quality', 'GREEN', 'RED');
  await turn('shipped', 'quality', 'GREEN', 'RED');
  await judge();
  expect(await controls()).toEqual([
    { name: 'sale_a_v1', held: true, instead: 'sale_b_v1', most: null },
    { name: 'shipped', held: true, instead: null, most: null },
  ]);
  await ground.asOwner(`delete from template_actions`);
  await ground.asOwner(`delete from template_controls`);
  await ground.asOwner(`delete from template_turns`);
  await ground.asOwner(`delete from templates where name like 'sale_%'`);
});

test('another category pauses, shows what it costs, and waits for an answer', async () => {
  await turn('shipped', 'correctCategory', null, 'MARKETING');
  await judge();
  ground.app.clock.moveTo(new Date(noon.getTime() + 86_400_000));
  await turn('shipped', 'category', 'UTILITY', 'MARKETING');
  // The same change, announced and then made.
  expect(await judge()).toBe(0);
  const [action] = await actions();
  expect(action).toMatchObject({ rule: 'recategorised', action: 'pause', price: { currency: 'INR' } });
  expect(action!.price!.after).toBeGreaterThan(0);
  const { actionId } = action!;
  const answer = (word: 'accept' | 'appeal' | 'switch') =>
    ground.inWorkspace((tx) => answerRecategorised(tx, { actionId, answer: word }));
  await expect(answer('switch')).rejects.toThrow(/No other approved variant/);
  await answer('appeal');
  expect(await actions()).toMatchObject([{ state: 'active', note: 'appeal' }]);
  await answer('accept');
  expect(await actions()).toMatchObject([{ state: 'undone', note: 'accept' }]);
  expect(await controls()).toMatchObject([{ held: false }]);
});

test('a new version begins with a thousand a day, and goes up a step after each day without trouble', async () => {
  const [familyId, variantId, versionId] = [newId(noon), newId(noon), newId(noon)];
  const { workspaceId } = ground;
  const templateId = await idOf('diwali');
  const own = { workspace_id: workspaceId, created_at: noon };
  await insertRow(ground.asOwner, 'template_families', {
    ...own,
    family_id: familyId,
    name: 'diwali',
    category: 'MARKETING',
    created_by: 'user:x',
    updated_at: noon,
  });
  await insertRow(ground.asOwner, 'template_variants', {
    ...own,
    variant_id: variantId,
    family_id: familyId,
    language: 'en',
    meta_name: 'diwali',
  });
  await insertRow(ground.asOwner, 'template_versions', {
    ...own,
    version_id: versionId,
    variant_id: variantId,
    number: 1,
    state: 'approved',
    origin: 'here',
    category: 'MARKETING',
    content: '{}',
    created_by: 'user:x',
  });
  await insertRow(ground.asOwner, 'template_links', {
    workspace_id: workspaceId,
    template_id: templateId,
    variant_id: variantId,
    version_id: versionId,
    compared_at: noon,
    asked_category: 'MARKETING',
  });
  await across(beginRamps);
  await across(beginRamps);
  expect(await controls()).toMatchObject([{ name: 'diwali', most: 1000 }]);
  const send = async (failures: number): Promise<void> => {
    await ground.asOwner('delete from template_sends');
    await ground.asOwner(
      `insert into template_sends (workspace_id, message_id, template_id, conversation_id, contact_id, sent_at, day, failed_code)
       select $1, gen_random_uuid(), $2, gen_random_uuid(), gen_random_uuid(), $3, $3::timestamptz::date,
         case when n <= $4 then 131049 end from generate_series(1, 100) n`,
      [workspaceId, templateId, ground.app.clock.now(), failures],
    );
  };
  const nextDay = async (failures: number): Promise<number | null> => {
    await send(failures);
    ground.app.clock.moveTo(new Date(ground.app.clock.now().getTime() + 86_400_000));
    await across(advanceRamps);
    return (await controls())[0]!.most;
  };
  expect(await nextDay(50)).toBe(1000);
  expect(await nextDay(2)).toBe(5000);
  await ground.asOwner(`update templates set quality = 'YELLOW' where name = 'diwali'`);
  expect(await nextDay(2)).toBe(5000);
  await ground.asOwner(`update templates set quality = 'GREEN' where name = 'diwali'`);
  expect(await nextDay(2)).toBe(25_000);
  expect(await nextDay(2)).toBeNull();
});
