import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { contactConditions } from '../../../contact-conditions.ts';
import { createDrain } from '../../../platform/jobs/drain.ts';
import { createLogger } from '../../../platform/log/index.ts';
import { advanceBulk } from '../bulk/advance-bulk.ts';
import { contactListTasks, resolveContacts } from '../index.ts';
import { nameKey } from '../search/search-key.ts';

let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
});
beforeEach(async () => {
  owner = await buildWorkspace(app);
});
afterAll(async () => {
  // Whoever writes a name writes how it is found: of everybody whom these tests made, in whatever way.
  const rows = await app.database.asOwner<{ name: string | null; profile: string | null; keys: string[] }>(
    `select name, profile_name as profile, array[name_key, profile_key] as keys from contacts`,
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const { name, profile, keys } of rows) expect(keys).toEqual([nameKey(name), nameKey(profile)]);
  await app.stop();
});

interface Shown {
  contactId: string;
  name: string | null;
  tags: string[];
  consent: { granted: string[]; withdrawn: string[] } | null;
}
interface Page {
  items: Shown[];
  nextCursor: string | null;
}

let number = 0;
async function add(name: string, details: Record<string, unknown> = {}): Promise<string> {
  app.clock.advance(1000);
  const phone = `+9190000${String(++number).padStart(5, '0')}`;
  const { body } = await owner.api.post<Shown>('/contacts', { phone, name });
  if (Object.keys(details).length > 0) {
    const { status, body: problem } = await owner.api.patch(`/contacts/${body.contactId}`, details);
    expect([status, problem]).toMatchObject([200, {}]);
  }
  return body.contactId;
}

async function find(asked: Record<string, unknown>): Promise<(string | null)[]> {
  const { status, body } = await owner.api.post<Page>('/contacts/find', asked);
  expect([status, body]).toMatchObject([200, {}]);
  return body.items.map(({ name }) => name);
}

const where = (...conditions: object[]) => find({ filter: { match: 'all', conditions } });
const either = (...conditions: object[]) => find({ filter: { match: 'any', conditions } });

async function addTag(name: string): Promise<string> {
  const { status, body } = await owner.api.post<{ tagId: string }>('/contact-tags', { name, color: 'teal' });
  expect(status).toBe(200);
  return body.tagId;
}

describe('a search', () => {
  test('finds people in whatever script they are written and typed, by any of their names', async () => {
    await add('Meera Patel', { email: 'silks.surat@example.in' });
    await add('शर्मा जी');
    await app.db.acrossWorkspaces('processing', (tx) =>
      resolveContacts(tx, app.contacts, [
        {
          workspaceId: owner.workspaceId,
          userId: 'IN.9',
          profileName: 'ஷர்மா',
          username: 'kanchi.weaves',
          at: tx.now,
          source: 'whatsapp',
        },
      ]),
    );
    expect(new Set(await find({ search: 'sharma' }))).toEqual(new Set([null, 'शर्मा जी']));
    expect(await find({ search: 'मीरा' })).toEqual(['Meera Patel']);
    expect(await find({ search: 'pat mee' })).toEqual(['Meera Patel']);
    expect(await find({ search: 'weav' })).toEqual([null]);
    expect(await find({ search: 'surat' })).toEqual(['Meera Patel']);
    expect(await find({ search: 'silks.surat@ex' })).toEqual(['Meera Patel']);
    expect(await find({ search: 'gmail' })).toEqual([]);
  });

  test('follows a name that changes, and a merge and its end', async () => {
    const [one, two] = [await add('Anjali'), await add('Ranjana')];
    await owner.api.patch(`/contacts/${one}`, { name: 'Kavita' });
    expect(await find({ search: 'anjali' })).toEqual([]);
    expect(await find({ search: 'kavita' })).toEqual(['Kavita']);
    const { body } = await owner.api.post<{ mergeId: string }>(`/contacts/${one}/merge`, {
      fromId: two,
      take: ['name'],
    });
    expect(await find({ search: 'ranjana' })).toEqual(['Ranjana']);
    expect(await find({ search: 'kavita' })).toEqual([]);
    await owner.api.post(`/contacts/merges/${body.mergeId}/undo`, {});
    expect(await find({ search: 'kavita' })).toEqual(['Kavita']);
  });

  test.each([
    "' or 1=1; drop table contacts --",
    '%',
    '_',
    '%%%%',
    '\\',
    '()[]{}*+?.^$|',
    '\u202e\u200b',
    '🙏',
    'அ',
    '½',
  ])('for %j finds nobody by accident', async (search) => {
    await add('Meera');
    expect(await find({ search })).toEqual([]);
  });

  test('of ten thousand letters, or of a page that never was, is refused by name', async () => {
    for (const asked of [
      { search: 'x'.repeat(10_000) },
      { search: 'a\u0000b' },
      { cursor: 'bm9uc2Vuc2U' },
      { order: 'random' },
    ])
      expect((await owner.api.post('/contacts/find', asked)).status).toBe(400);
  });
});

describe('a filter', () => {
  test('by what is noted of people asks for one, several, none, and parts', async () => {
    await add('Meera', { city: 'Surat', language: 'gu' });
    await add('Ravi', { city: 'Pune', language: 'mr', ownerId: owner.userId });
    await add('Ann');
    const city = (op: string, ...values: string[]) => ({ kind: 'attribute', name: 'city', op, values });
    expect(await where(city('is', 'surat'))).toEqual(['Meera']);
    expect(await where(city('is', 'Surat', 'PUNE'))).toEqual(['Ravi', 'Meera']);
    expect(await where(city('is_not', 'Surat'))).toEqual(['Ann', 'Ravi']);
    expect(await where(city('contains', 'un'))).toEqual(['Ravi']);
    expect(await where(city('contains', '%'))).toEqual([]);
    expect(await where(city('empty'))).toEqual(['Ann']);
    expect(await where(city('not_empty'), { kind: 'owner', op: 'is', ownerIds: [null] })).toEqual(['Meera']);
    expect(await where({ kind: 'owner', op: 'is', ownerIds: [owner.userId] })).toEqual(['Ravi']);
    expect(await where({ kind: 'owner', op: 'is_not', ownerIds: [owner.userId] })).toEqual(['Ann', 'Meera']);
    expect(await where({ kind: 'phone', is: false })).toEqual([]);
    expect(await where({ kind: 'blocked', is: true })).toEqual([]);
    expect(await where({ kind: 'last_message' }, city('empty'))).toEqual(['Ann']);
    expect(await where({ kind: 'last_message', from: '2020-01-01T00:00:00Z' })).toEqual([]);
  });

  test('joins conditions by and and or, in groups', async () => {
    const [vip, late] = [await addTag('VIP'), await addTag('Late')];
    await add('Meera', { city: 'Surat', tags: [vip] });
    await add('Ravi', { city: 'Pune', tags: [vip, late] });
    await add('Ann', { city: 'Kota' });
    const tagged = (op: string, ...tagIds: string[]) => ({ kind: 'tag', op, tagIds });
    const city = (value: string) => ({ kind: 'attribute', name: 'city', op: 'is', values: [value] });
    expect(await where(tagged('has', vip, late))).toEqual(['Ravi', 'Meera']);
    expect(await where(tagged('has', vip), tagged('has_not', late))).toEqual(['Meera']);
    expect(await where(tagged('has_not', vip))).toEqual(['Ann']);
    expect(await either(tagged('has', late), city('kota'))).toEqual(['Ann', 'Ravi']);
    expect(
      await where(tagged('has', vip), { match: 'any', conditions: [city('surat'), city('kota')] }),
    ).toEqual(['Meera']);
    expect(await where()).toEqual(['Ann', 'Ravi', 'Meera']);
  });

  test('by own fields asks each kind what fits it', async () => {
    const fields = [
      { name: 'Orders', kind: 'number' },
      { name: 'Birthday', kind: 'date' },
      { name: 'Call at', kind: 'time' },
      { name: 'Plan', kind: 'choice', choices: ['gold', 'silver'] },
      { name: 'Likes', kind: 'choices', choices: ['silk', 'cotton'] },
      { name: 'Member', kind: 'yes_no' },
      { name: 'Remark', kind: 'text' },
    ];
    for (const field of fields) expect((await owner.api.post('/contact-fields', field)).status).toBe(200);
    await add('Meera', {
      fields: {
        orders: 12,
        birthday: '1990-03-21',
        call_at: '17:30',
        plan: 'gold',
        likes: ['silk', 'cotton'],
        member: true,
        remark: '100% Silk',
      },
    });
    await add('Ravi', {
      fields: { orders: 3, birthday: '1985-12-01', plan: 'silver', likes: ['cotton'], member: false },
    });
    await add('Ann');
    const field = (key: string, op: string, value?: unknown) => ({ kind: 'field', key, op, value });
    expect(await where(field('orders', 'more', 3))).toEqual(['Meera']);
    expect(await where(field('orders', 'less', '1,000'))).toEqual(['Ravi', 'Meera']);
    expect(await where(field('orders', 'is', 3))).toEqual(['Ravi']);
    expect(await where(field('orders', 'is_not', 3))).toEqual(['Ann', 'Meera']);
    expect(await where(field('birthday', 'before', '01/01/1990'))).toEqual(['Ravi']);
    expect(await where(field('birthday', 'after', '1990-01-01'))).toEqual(['Meera']);
    expect(await where(field('call_at', 'after', '17:00'))).toEqual(['Meera']);
    expect(await where(field('plan', 'is', 'gold'))).toEqual(['Meera']);
    expect(await where(field('likes', 'is', 'cotton'))).toEqual(['Ravi', 'Meera']);
    expect(await where(field('likes', 'is_not', 'silk'))).toEqual(['Ann', 'Ravi']);
    expect(await where(field('member', 'is', true))).toEqual(['Meera']);
    expect(await where(field('remark', 'contains', '% s'))).toEqual(['Meera']);
    expect(await where(field('remark', 'is', '100% SILK'))).toEqual(['Meera']);
    expect(await where(field('remark', 'empty'))).toEqual(['Ann', 'Ravi']);
    expect(await where(field('orders', 'not_empty'))).toEqual(['Ravi', 'Meera']);
    const refused = [
      field('nothing', 'is', 1),
      field('orders', 'contains', 1),
      field('orders', 'more', 'many'),
      field('plan', 'is'),
    ];
    for (const condition of refused) {
      const { status, body } = await owner.api.post('/contacts/find', {
        filter: { match: 'all', conditions: [condition] },
      });
      expect([status, body]).toMatchObject([400, { fields: [{ field: 'filter' }] }]);
    }
  });

  test('by consent knows who agreed, took it back, or was never asked, and the list shows it', async () => {
    const [yes, no] = [await add('Yes'), await add('No')];
    await add('Never');
    const record = (contactId: string, kind: string) =>
      owner.api.post(`/contacts/${contactId}/consent/entries`, {
        kind,
        purpose: 'promotions',
        source: 'counter',
      });
    for (const [contactId, kind] of [
      [yes, 'granted'],
      [no, 'granted'],
      [no, 'withdrawn'],
    ] as const) {
      app.clock.advance(1000);
      expect((await record(contactId, kind)).status).toBe(200);
    }
    const stands = (state: string) => where({ kind: 'consent', purpose: 'promotions', state });
    expect(await stands('granted')).toEqual(['Yes']);
    expect(await stands('withdrawn')).toEqual(['No']);
    expect(await stands('none')).toEqual(['Never']);
    const { body } = await owner.api.get<Page>('/contacts');
    expect(body.items.map(({ consent }) => consent?.granted)).toEqual([[], [], ['promotions']]);
  });
});

describe('a list', () => {
  test('goes on page by page in each order, everybody once, whatever is asked', async () => {
    const names = [
      'Meera',
      'meera',
      'अनिल',
      'Zoya',
      'Ravi',
      'Élodie',
      '𝒜',
      'Anil',
      'x'.repeat(200),
      'मीरा'.repeat(30),
    ];
    for (const name of names) await add(name, { city: 'Surat' });
    const filter = {
      match: 'all',
      conditions: [{ kind: 'attribute', name: 'city', op: 'is', values: ['surat'] }],
    };
    for (const order of ['newest', 'name', 'changed'])
      for (const asked of [{}, { filter }]) {
        const seen: (string | null)[] = [];
        for (let cursor: string | null | undefined; cursor !== null;) {
          const page: { body: Page } = await owner.api.post('/contacts/find', {
            ...asked,
            order,
            limit: 3,
            cursor,
          });
          seen.push(...page.body.items.map(({ name }) => name));
          cursor = page.body.nextCursor ?? null;
        }
        expect(seen).toHaveLength(names.length);
        expect(new Set(seen)).toEqual(new Set(names));
        if (order !== 'name') expect(seen).toEqual(names.toReversed());
      }
    const { body } = await owner.api.post('/contacts/count', { filter });
    expect(body).toEqual({ count: names.length, more: false });
  });

  test('says how many there are up to ten thousand, and of more that they are more', async () => {
    const blocked = { filter: { match: 'all', conditions: [{ kind: 'blocked', is: false }] } };
    const counted = async () => (await owner.api.post('/contacts/count', blocked)).body;
    await plant(10_000);
    expect(await counted()).toEqual({ count: 10_000, more: false });
    await plant(1);
    expect(await counted()).toEqual({ count: 10_000, more: true });
  });

  test('offers what people have', async () => {
    await add('Meera', { city: 'Surat' });
    await add('Ravi', { city: 'Surat' });
    await add('Ann', { city: 'Pune' });
    const { body } = await owner.api.get('/contacts/values?name=city');
    expect(body).toEqual({
      items: [
        { value: 'Surat', count: 2 },
        { value: 'Pune', count: 1 },
      ],
    });
  });
});

describe('tags', () => {
  test('are added, renamed, counted and deleted, from whoever had them', async () => {
    const vip = await addTag('VIP');
    expect((await owner.api.post('/contact-tags', { name: 'vip' })).body).toMatchObject({
      fields: [{ field: 'name', code: 'taken' }],
    });
    const contactId = await add('Meera', { tags: [vip] });
    expect(
      (await owner.api.patch(`/contact-tags/${vip}`, { name: 'Gold', color: 'amber' })).body,
    ).toMatchObject({ name: 'Gold', color: 'amber' });
    expect((await owner.api.get('/contact-tags/counts')).body).toEqual({ items: [{ tagId: vip, count: 1 }] });
    expect((await owner.api.remove(`/contact-tags/${vip}`)).status).toBe(200);
    expect((await owner.api.get<Shown>(`/contacts/${contactId}`)).body.tags).toEqual([]);
    expect((await owner.api.remove(`/contact-tags/${vip}`)).status).toBe(404);
  });

  test('of two that mean the same one stays, on whoever had either or both', async () => {
    const [vip, gold] = [await addTag('VIP'), await addTag('Gold')];
    const ids = [
      await add('One', { tags: [vip] }),
      await add('Two', { tags: [gold] }),
      await add('Both', { tags: [gold, vip] }),
    ];
    expect((await owner.api.post(`/contact-tags/${vip}/merge`, { fromId: vip })).status).toBe(400);
    expect((await owner.api.post(`/contact-tags/${vip}/merge`, { fromId: gold })).status).toBe(200);
    for (const id of ids) expect((await owner.api.get<Shown>(`/contacts/${id}`)).body.tags).toEqual([vip]);
  });
});

/** So many of whom nothing is known. */
const plant = (many: number): Promise<unknown> =>
  app.database.asOwner(
    `insert into contacts (workspace_id, contact_id, source, created_at, updated_at)
     select $1, gen_random_uuid(), 'test', now(), now() from generate_series(1, $2::int)`,
    [owner.workspaceId, many],
  );

/** What a worker would do with the job that waits. */
async function runJobs(): Promise<void> {
  const tasks = contactListTasks;
  const drain = await createDrain({
    db: app.db,
    tasks,
    parts: { contactConditions },
    clock: app.clock,
    log: createLogger({ level: 'silent' }),
    asOwner: app.database.asOwner,
  });
  await drain.run();
  await drain.close();
}

describe('a change of many', () => {
  interface Bulk {
    bulkId: string;
    state: string;
    total: number;
    seen: number;
    changed: number;
    canUndo: boolean;
  }
  const start = (selection: object, action: object) =>
    owner.api.post<Bulk>('/contacts/bulk', { selection, action });

  test('adds a tag to a selection, and takes it back from those alone who did not have it', async () => {
    const vip = await addTag('VIP');
    const ids = [await add('Had', { tags: [vip] }), await add('Had not')];
    const { body } = await start({ contactIds: [...ids, ids[0]!] }, { kind: 'add_tag', tagId: vip });
    expect(body).toMatchObject({ state: 'done', total: 2, seen: 2, changed: 1, canUndo: true });
    expect(await where({ kind: 'tag', op: 'has', tagIds: [vip] })).toHaveLength(2);
    expect((await owner.api.post(`/contacts/bulk/${body.bulkId}/undo`, {})).body).toMatchObject({
      state: 'undone',
      canUndo: false,
    });
    expect(await where({ kind: 'tag', op: 'has', tagIds: [vip] })).toEqual(['Had']);
    expect((await owner.api.post(`/contacts/bulk/${body.bulkId}/undo`, {})).status).toBe(409);
    const { body: told } = await owner.api.get<{ items: { data: unknown }[] }>(
      '/events?types=contact_bulk.advanced',
    );
    expect(told.items.at(-1)?.data).toMatchObject({ state: 'undone' });
  });

  test('that took a tag away gives it back to those alone who had it, and to nobody a tag that is gone', async () => {
    const vip = await addTag('VIP');
    const ids = [await add('Had', { tags: [vip] }), await add('Had not')];
    const { body } = await start({ contactIds: ids }, { kind: 'remove_tag', tagId: vip });
    expect(body).toMatchObject({ seen: 2, changed: 1 });
    await owner.api.post(`/contacts/bulk/${body.bulkId}/undo`, {});
    expect(await where({ kind: 'tag', op: 'has', tagIds: [vip] })).toEqual(['Had']);
    const again = await start({ contactIds: ids }, { kind: 'remove_tag', tagId: vip });
    await owner.api.remove(`/contact-tags/${vip}`);
    expect((await owner.api.post(`/contacts/bulk/${again.body.bulkId}/undo`, {})).status).toBe(404);
  });

  test('on which two workers are at once happens once', async () => {
    const vip = await addTag('VIP');
    await plant(4500);
    const { body } = await start({ everybody: {} }, { kind: 'add_tag', tagId: vip });
    const scope = { workspaceId: owner.workspaceId, actor: { kind: 'system', id: 'test' } as const };
    const work = () => app.db.inWorkspace(scope, (tx) => advanceBulk(tx, contactConditions, body.bulkId));
    await Promise.all(Array.from({ length: 6 }, work));
    expect((await owner.api.get<Bulk>(`/contacts/bulk/${body.bulkId}`)).body).toMatchObject({
      state: 'done',
      seen: 4500,
      changed: 4500,
    });
    const [kept] = await app.database.asOwner<{ all: number; once: number }>(
      `select count(*)::int as all, count(distinct id)::int as once from contact_bulk_chunks, unnest(contact_ids) id where bulk_id = $1`,
      [body.bulkId],
    );
    expect(kept).toEqual({ all: 4500, once: 4500 });
  });

  test('sets an owner and a field, and refuses what does not fit', async () => {
    await owner.api.post('/contact-fields', { name: 'Orders', kind: 'number' });
    await add('Meera');
    const everybody = { everybody: { search: 'mira' } };
    expect((await start(everybody, { kind: 'set_owner', ownerId: owner.userId })).body).toMatchObject({
      changed: 1,
      canUndo: false,
    });
    expect((await start(everybody, { kind: 'set_field', key: 'orders', value: '1,200' })).body).toMatchObject(
      { changed: 1 },
    );
    expect(await where({ kind: 'field', key: 'orders', op: 'is', value: 1200 })).toEqual(['Meera']);
    expect((await start(everybody, { kind: 'set_field', key: 'orders', value: null })).body).toMatchObject({
      changed: 1,
    });
    expect((await start(everybody, { kind: 'set_field', key: 'orders', value: 'many' })).status).toBe(400);
    expect((await start(everybody, { kind: 'set_owner', ownerId: owner.workspaceId })).status).toBe(400);
    expect((await start(everybody, { kind: 'add_tag', tagId: owner.workspaceId })).status).toBe(404);
    expect((await start({ contactIds: [] }, { kind: 'set_owner', ownerId: null })).status).toBe(400);
  });

  test('of more than a request can hold goes on in the background, and so does its undoing', async () => {
    const vip = await addTag('VIP');
    await plant(5001);
    const { body } = await start({ everybody: {} }, { kind: 'add_tag', tagId: vip });
    expect(body).toMatchObject({ state: 'running', total: 5001, seen: 0 });
    await runJobs();
    expect((await owner.api.get<Bulk>(`/contacts/bulk/${body.bulkId}`)).body).toMatchObject({
      state: 'done',
      seen: 5001,
      changed: 5001,
    });
    expect((await owner.api.post('/contacts/count', {})).body).toEqual({ count: 5001, more: false });
    await owner.api.post(`/contacts/bulk/${body.bulkId}/undo`, {});
    await runJobs();
    expect((await owner.api.get<Bulk>(`/contacts/bulk/${body.bulkId}`)).body).toMatchObject({
      state: 'undone',
      changed: 0,
    });
    expect(await where({ kind: 'tag', op: 'has', tagIds: [vip] })).toEqual([]);
    const { body: events } = await owner.api.get<{ items: { actor: { kind: string } }[] }>(
      '/events?types=contact.updated&limit=1',
    );
    expect(events.items[0]?.actor.kind).toBe('user');
  });
});
