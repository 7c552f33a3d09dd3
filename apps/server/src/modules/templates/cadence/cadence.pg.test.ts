import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildMember } from '../../../../test/factories.ts';
import { plantNumber, type Planted } from '../../../../test/plant-number.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { refuseWhileLocked } from './locks.ts';
import { getCadence } from './overview.ts';
import { raiseReminders } from './raise-reminders.ts';
import { finishReminder } from './reminders.ts';

let app: TestApp;
let owner: Planted;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
});
afterAll(() => app.stop());
// In India it is the first of October 2027 already.
beforeEach(async () => {
  app.clock.moveTo(new Date('2027-09-30T20:00:00.000Z'));
  owner = await plantNumber(app);
});

/** Sessions end while the clock moves, so it is asked for inside. */
const within = <Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  app.db.inWorkspace({ workspaceId: owner.workspaceId, actor: { kind: 'user', id: owner.userId } }, work);
const read = () => within(getCadence);
const raise = () => app.db.acrossWorkspaces('jobs', raiseReminders);
const submit = (rationale: string | null) =>
  within((tx) => refuseWhileLocked(tx, { versionId: newId(tx.now), rationale }));

test('nothing is locked until somebody follows a festival or adds a day', async () => {
  const { today, festivals, locks, locked } = await read();
  expect(today).toBe('2027-10-01');
  expect(festivals.find(({ key }) => key === 'diwali')).toMatchObject({ day: '2027-10-29', followed: false });
  expect({ locks, locked }).toEqual({ locks: [], locked: null });
  await submit(null);
});

test('fourteen days before Diwali submitting is locked, and a reason opens it for once', async () => {
  await owner.api.patch('/template-cadence', { festivals: ['diwali'] });
  expect((await read()).locks).toMatchObject([{ subject: 'diwali', from: '2027-10-15', day: '2027-10-29' }]);
  app.clock.moveTo(new Date('2027-10-14T18:00:00.000Z'));
  await submit(null);
  app.clock.moveTo(new Date('2027-10-14T19:00:00.000Z'));
  await expect(submit(null)).rejects.toThrow('Submitting is locked until Diwali on 2027-10-29');
  await submit('The courier changed its name today');
  const [event] = await app.database.asOwner<{ data: object }>(
    `select data from events where type = 'template_lock.overridden' and workspace_id = $1`,
    [owner.workspaceId],
  );
  expect(event?.data).toMatchObject({ lock: 'diwali', rationale: 'The courier changed its name today' });
  app.clock.moveTo(new Date('2027-10-30T00:00:00.000Z'));
  await submit(null);
});

test('a day of one’s own locks as long before as it says', async () => {
  const add = (body: object) => owner.api.post<{ occasionId: string }>('/template-occasions', body);
  expect((await add({ name: 'Anniversary sale', day: '2027-10-10', lockDays: 10 })).status).toBe(200);
  expect((await read()).locked).toMatchObject({ name: { en: 'Anniversary sale' }, from: '2027-09-30' });
  await expect(submit(null)).rejects.toThrow('Anniversary sale');
  expect((await add({ name: 'Over', day: '2027-09-29' })).status).toBe(400);
  const { occasions } = (await owner.api.get<{ occasions: { occasionId: string }[] }>('/template-cadence'))
    .body;
  await owner.api.remove(`/template-occasions/${occasions[0]!.occasionId}`);
  await submit(null);
});

test('a week before a lock it is said once, and finished reminders do not come back', async () => {
  await owner.api.patch('/template-cadence', { festivals: ['diwali'] });
  await raise();
  expect((await read()).reminders).toEqual([]);
  app.clock.moveTo(new Date('2027-10-08T06:00:00.000Z'));
  await raise();
  await raise();
  const [reminder, ...others] = (await read()).reminders;
  expect(reminder).toMatchObject({ kind: 'lock', name: 'Diwali', dueOn: '2027-10-08', doneAt: null });
  expect(others).toEqual([]);
  await within((tx) => finishReminder(tx, reminder!.reminderId));
  app.clock.moveTo(new Date('2027-10-09T06:00:00.000Z'));
  await raise();
  expect((await read()).reminders.filter(({ doneAt }) => doneAt === null)).toEqual([]);
});

async function plantSent(
  category: string,
  ageDays: number,
): Promise<{ familyId: string; variantId: string }> {
  const now = app.clock.now();
  const then = new Date(now.getTime() - ageDays * 86_400_000);
  const { accountId } = owner;
  const [familyId, variantId, versionId, templateId] = Array.from({ length: 4 }, () => newId(now));
  const { workspaceId } = owner;
  const run = (text: string, ...values: unknown[]) => app.database.asOwner(text, [workspaceId, ...values]);
  await run(
    `insert into template_families (workspace_id, family_id, name, category, created_at, created_by, updated_at)
     values ($1, $2, $3, $4, $5, 'user:x', $5)`,
    familyId,
    `promo_${familyId!.slice(-6)}_v1`,
    category,
    then,
  );
  await run(
    `insert into template_variants (workspace_id, variant_id, family_id, language, meta_name, created_at)
     values ($1, $2, $3, 'en', $4, $5)`,
    variantId,
    familyId,
    `promo_${familyId!.slice(-6)}_en_v1`,
    then,
  );
  await run(
    `insert into template_versions (workspace_id, version_id, variant_id, number, state, origin, category, content, created_at, created_by)
     values ($1, $2, $3, 1, 'approved', 'here', $4, '{}', $5, 'user:x')`,
    versionId,
    variantId,
    category,
    then,
  );
  await run(
    `insert into templates (workspace_id, template_id, account_id, meta_template_id, name, language, category, status,
       parameter_format, components, created_at, updated_at, status_at, category_at, quality_at, components_at, synced_at)
     values ($1, $2, $3, $4, $4, 'en', $5, 'APPROVED', 'NAMED', '[]', $6, $6, $6, $6, $6, $6, $6)`,
    templateId,
    accountId,
    `promo_${familyId!.slice(-6)}_en_v1`,
    category,
    then,
  );
  await run(
    `insert into template_links (workspace_id, template_id, variant_id, version_id, compared_at, asked_category)
     values ($1, $2, $3, $4, $5, $6)`,
    templateId,
    variantId,
    versionId,
    then,
    category,
  );
  return { familyId: familyId!, variantId: variantId! };
}

test('marketing that is sent is refreshed monthly, service is not, and a new version is the refreshing', async () => {
  const { variantId } = await plantSent('MARKETING', 31);
  await plantSent('UTILITY', 60);
  await plantSent('MARKETING', 10);
  await raise();
  const open = async () => (await read()).reminders.filter(({ doneAt }) => doneAt === null);
  expect((await open()).map(({ kind }) => kind)).toEqual(['refresh']);
  app.clock.advance(3_600_000);
  await app.database.asOwner(
    `insert into template_versions (workspace_id, version_id, variant_id, number, state, origin, category, content, created_at, created_by)
     values ($1, $2, $3, 2, 'approved', 'here', 'MARKETING', '{}', $4, 'user:x')`,
    [owner.workspaceId, newId(app.clock.now()), variantId, app.clock.now()],
  );
  await raise();
  expect(await open()).toEqual([]);
});

test('everything is looked through each quarter', async () => {
  await plantSent('UTILITY', 91);
  await raise();
  expect((await read()).reminders).toMatchObject([{ kind: 'audit', dueOn: '2027-09-30' }]);
});

test('who may not review changes nothing, and what is unknown or out of bounds is refused by name', async () => {
  const marketer = await buildMember(app, owner.workspaceId, 'marketer');
  expect((await marketer.api.patch('/template-cadence', { refreshDays: 60 })).status).toBe(403);
  const wrong = await owner.api.patch<{ fields: { field: string }[] }>('/template-cadence', {
    festivals: ['xmas'],
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body.fields[0]?.field).toBe('festivals.0');
  expect((await owner.api.patch('/template-cadence', { lockDays: 31 })).status).toBe(400);
  expect((await owner.api.patch('/template-cadence', { domains: ['javascript:alert(1)'] })).status).toBe(400);
  expect((await read()).settings).toMatchObject({ refreshDays: 30, festivals: [] });
});
