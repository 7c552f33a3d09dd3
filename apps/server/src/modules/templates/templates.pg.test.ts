import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openMetaStage, silks, type MetaStage } from '../../../test/meta/stage.ts';
import { createDrain, type Drain } from '../../platform/jobs/drain.ts';
import { enqueueSystem } from '../../platform/jobs/index.ts';
import { createLogger } from '../../platform/log/index.ts';
import { digestTwice } from '../../../test/digest-twice.ts';
import { syncAll, syncTasks } from './jobs.ts';
import { syncWhenConnected } from './subscribers.ts';

let stage: MetaStage;
let drain: Drain;
let accountId: string;
beforeAll(async () => {
  stage = await openMetaStage({ TRIKON_RATE_LIMIT: 'off' });
  const { db, clock, database, numbers } = stage.app;
  const { body } = await stage.owner.api.post<{ accountId: string }>('/numbers/connections', silks);
  ({ accountId } = body);
  drain = await createDrain({
    db,
    clock,
    tasks: syncTasks,
    parts: { numbers },
    log: createLogger({ level: 'silent' }),
    asOwner: (text, values) => database.asOwner(text, values),
  });
});
afterAll(async () => {
  await drain.close();
  await stage[Symbol.asyncDispose]();
});
// A reading is certain up to a minute before it began.
beforeEach(() => stage.app.clock.advance(120_000));

interface Item {
  templateId: string;
  name: string;
  language: string;
  status: string;
  refusal: string | null;
  removedAt: string | null;
}

const list = async (query = ''): Promise<{ items: Item[]; nextCursor: string | null }> =>
  (await stage.owner.api.get<{ items: Item[]; nextCursor: string | null }>(`/templates${query}`)).body;

const sync = () => stage.owner.api.post('/templates/sync', { accountId });

async function told(type: string): Promise<Record<string, unknown>[]> {
  const rows = await stage.app.database.asOwner<{ data: Record<string, unknown> }>(
    'select data from events where type = $1 order by tx, seq',
    [type],
  );
  return rows.map(({ data }) => data);
}

test('an account that was connected has its templates moments later, and a repeated event brings no second set', async () => {
  const { db, database } = stage.app;
  expect((await list()).items).toEqual([]);
  const queued = () =>
    database.asOwner(`select key from graphile_worker.jobs where task_identifier = 'templates.sync'`);
  const [once, twice] = await digestTwice({ db, subscriber: syncWhenConnected, read: queued });
  expect(once).toHaveLength(1);
  expect(twice).toEqual(once);
  await drain.run();
  const { items } = await list();
  expect(items.map(({ name, language, refusal }) => `${name} ${language} ${refusal}`)).toEqual([
    'appointment_reminder en null',
    'festive_offer en null',
    'hello_world en_US null',
    'login_code en null',
    'order_confirmation en null',
    'order_confirmation hi null',
  ]);
  expect(await told('templates.synced')).toMatchObject([{ added: 6, changed: 0, removed: 0 }]);
});

test('reading what has not changed changes nothing and tells nothing', async () => {
  const rows = () =>
    stage.app.database.asOwner('select template_id, xmin::text, updated_at from templates order by 1');
  const before = await rows();
  expect((await sync()).body).toEqual({ total: 6, added: 0, changed: 0, removed: 0 });
  const after = await rows();
  const times = (all: object[]) => all.map((row) => (row as { updated_at: Date }).updated_at);
  expect(times(after)).toEqual(times(before));
  expect(await told('templates.synced')).toHaveLength(1);
});

test('what changed at Meta, came, went and came back is seen by the next daily reading', async () => {
  const { templates } = stage.emulator.inside;
  const offer = templates.all.find(
    ({ name, wabaId }) => name === 'festive_offer' && wabaId === silks.wabaId,
  )!;
  const hindi = templates.all.find(({ language, wabaId }) => language === 'hi' && wabaId === silks.wabaId)!;
  templates.all.change(offer.id, { status: 'DISABLED', quality: 'RED' });
  templates.all.delete(hindi.id);
  templates.all.put({
    ...offer,
    id: '777',
    name: 'monsoon_offer',
    status: 'REJECTED',
    rejectedReason: 'SCAM',
  });
  await stage.app.db.acrossWorkspaces('jobs', (tx) => enqueueSystem(tx, syncAll, {}));
  await drain.run();
  expect((await told('templates.synced')).at(-1)).toMatchObject({ added: 1, changed: 1, removed: 1 });
  expect(await told('template.changed')).toMatchObject([
    {
      name: 'festive_offer',
      changes: [
        { field: 'status', before: 'APPROVED', after: 'DISABLED' },
        { field: 'quality', before: 'GREEN', after: 'RED' },
      ],
    },
    { name: 'order_confirmation', language: 'hi', changes: [{ field: 'removedAt', before: null }] },
  ]);
  expect((await list('?search=OFFER')).items).toMatchObject([
    { name: 'festive_offer', refusal: 'template_disabled' },
    { name: 'monsoon_offer', refusal: 'template_rejected', rejectedReason: 'SCAM' },
  ]);
  expect((await list('?language=hi')).items).toEqual([]);
  const [gone] = (await list('?language=hi&removed=true')).items;
  expect(gone).toMatchObject({ refusal: 'template_removed' });

  // Made again it has another id at Meta and is the same one here.
  templates.all.put({ ...hindi, id: '778' });
  await sync();
  const [back] = (await list('?language=hi')).items;
  expect(back).toMatchObject({ templateId: gone!.templateId, metaTemplateId: '778', removedAt: null });
});

test('an account of six thousand templates is read to its last page, and a page that fails leaves all as it was', async () => {
  const { templates } = stage.emulator.inside;
  const any = templates.all.find(({ wabaId }) => wabaId === silks.wabaId);
  for (let at = 0; at < 6000; at++) templates.all.put({ ...any!, id: String(9e9 + at), name: `many_${at}` });
  expect((await sync()).body).toMatchObject({ added: 6000 });
  stage.order('GET waba/message_templates', { type: 'error', code: 4 });
  expect((await sync()).status).toBe(503);
  const { items } = await list('?search=many_&limit=1');
  expect(items[0]).toMatchObject({ removedAt: null });
  for (let at = 0; at < 6000; at++) templates.all.delete(String(9e9 + at));
  expect((await sync()).body).toMatchObject({ removed: 6000 });
}, 60_000);

test('lists are filtered and paged', async () => {
  expect((await list('?status=DISABLED')).items.map(({ name }) => name)).toEqual(['festive_offer']);
  expect((await list('?category=AUTHENTICATION')).items.map(({ name }) => name)).toEqual(['login_code']);
  expect((await list(`?accountId=${stage.owner.workspaceId}`)).items).toEqual([]);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ name, language }) => `${name} ${language}`));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual((await list()).items.map(({ name, language }) => `${name} ${language}`));
  expect(seen).toHaveLength(7);
});

test('a template is shown with what it takes, and with its words as somebody would get them', async () => {
  const [order] = (await list('?search=order_conf&language=en')).items;
  const { body } = await stage.owner.api.get(`/templates/${order!.templateId}`);
  expect(body).toMatchObject({
    parameters: [
      { name: 'body.1', kind: 'text', required: true, example: 'Asha' },
      { name: 'body.2', kind: 'text', required: true, example: 'SS-10482' },
      { name: 'button.0.url', kind: 'url_suffix', required: true, example: 'SS-10482' },
      { name: 'button.1.payload', kind: 'payload', required: false },
    ],
    exampleText:
      'Thank you, Asha! Your order SS-10482 is confirmed. We will tell you as soon as it is on its way.',
  });
  const [code] = (await list('?search=login')).items;
  const whole = await stage.owner.api.get(`/templates/${code!.templateId}`);
  expect(whole.body.parameters).toMatchObject([{ name: 'code', kind: 'code', maxLength: 15 }]);
});

test('a token that is dead says so to who asks, and fails the job for good', async () => {
  const { tokens } = stage.inside.directory;
  const token = tokens.find(({ value }) => value === silks.token)!;
  tokens.change(token.id, { revokedAt: 1 });
  const answer = await sync();
  expect(answer.status).toBe(409);
  await stage.app.db.acrossWorkspaces('jobs', (tx) => enqueueSystem(tx, syncAll, {}));
  expect((await drain.run({ failuresExpected: true })).failures).toHaveLength(1);
  stage.app.clock.advance(3_600_000);
  expect((await drain.run()).done).toBe(0);
  tokens.change(token.id, { revokedAt: undefined });
  expect((await list()).items).toHaveLength(7);
});

test('an account that is not connected any more is left alone', async () => {
  const { api } = stage.owner;
  await stage.app.db.acrossWorkspaces('jobs', (tx) => enqueueSystem(tx, syncAll, {}));
  await api.remove(`/numbers/accounts/${accountId}`);
  expect((await drain.run()).failures).toEqual([]);
  expect((await sync()).status).toBe(404);
  expect((await list()).items).toHaveLength(7);
});
