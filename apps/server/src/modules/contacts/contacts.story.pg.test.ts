import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from '../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { addressColumns, addressOf, canGetCode, canGetCodeSql, resolveContacts } from './index.ts';

let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
});
beforeEach(async () => {
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());

interface Shown {
  contactId: string;
  phone: string | null;
  name: string | null;
  mergedInto: string | null;
  identities: { kind: string; value: string }[];
  merges: { mergeId: string; fromId: string }[];
}

async function add(phone: string, name?: string, country?: string): Promise<Shown> {
  const { status, body } = await owner.api.post<Shown>('/contacts', { phone, name, country });
  expect(status).toBe(200);
  return body;
}

async function found(search: string): Promise<(string | null)[]> {
  const { body } = await owner.api.get<{ items: Shown[] }>(`/contacts?search=${encodeURIComponent(search)}`);
  return body.items.map(({ name }) => name);
}

describe('a contact that somebody adds', () => {
  test('is kept by the number in its one form, and shows what it is known by', async () => {
    const { contactId, phone } = await add('098765 43210', 'Meera');
    expect(phone).toBe('+919876543210');
    const { body } = await owner.api.get<Shown>(`/contacts/${contactId}`);
    expect(body).toMatchObject({
      name: 'Meera',
      identities: [{ kind: 'phone', value: '+919876543210' }],
      merges: [],
    });
  });

  test('whose number is known, however it is written, is refused by the name of the contact that has it', async () => {
    const { contactId } = await add('+91 98765 43210');
    const { status, body } = await owner.api.post('/contacts', { phone: '९८७६५ ४३२१०' });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'conflict', fields: [{ field: 'phone', code: 'known_contact' }] });
    expect(JSON.stringify(body)).toContain(contactId);
  });

  test.each([
    ['12345', 'too_short'],
    ['Meera', 'letters'],
    ['98765 432101', 'unknown_number'],
  ])('with "%s" is refused with the reason', async (phone, code) => {
    const { status, body } = await owner.api.post('/contacts', { phone });
    expect([status, body]).toMatchObject([400, { fields: [{ field: 'phone', code }] }]);
  });

  test('at the same moment twice is there once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => owner.api.post('/contacts', { phone: '98765 43210' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });
});

describe('the list', () => {
  test('is found in by the beginning of a name, and by the beginning or end of a number', async () => {
    await add('98765 43210', 'Meera Patel');
    await add('91234 56789', '100% Ravi_');
    await add('650 555 1234', 'Ann', 'US');
    expect(await found('mee')).toEqual(['Meera Patel']);
    expect(await found('100%')).toEqual(['100% Ravi_']);
    expect(await found('%')).toEqual([]);
    expect(await found('_')).toEqual([]);
    expect(await found('43210')).toEqual(['Meera Patel']);
    expect(await found('98765 4')).toEqual(['Meera Patel']);
    expect(await found('09876543210')).toEqual(['Meera Patel']);
    expect(await found('+1 650')).toEqual(['Ann']);
    expect(await found('९८७६५')).toEqual(['Meera Patel']);
  });

  test('goes on page by page, newest first, without those who were merged', async () => {
    for (let at = 0; at < 7; at++) {
      app.clock.advance(1000);
      await add(`90000 0000${at}`, `Person ${at}`);
    }
    const all: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: { items: Shown[]; nextCursor: string | null } } = await owner.api.get(
        `/contacts?limit=3${cursor && `&cursor=${cursor}`}`,
      );
      all.push(...page.body.items.map(({ name }) => name!));
      cursor = page.body.nextCursor;
    }
    expect(all).toEqual([6, 5, 4, 3, 2, 1, 0].map((at) => `Person ${at}`));
  });
});

test('what is noted changes, is forgotten with null, and is told', async () => {
  const { contactId } = await add('98765 43210', 'Meera');
  const change = { name: null, language: 'hi', timeZone: 'Asia/Kolkata' };
  expect((await owner.api.patch(`/contacts/${contactId}`, change)).body).toMatchObject(change);
  const wrong = await owner.api.patch(`/contacts/${contactId}`, { timeZone: 'Asia/Surat' });
  expect(wrong.status).toBe(400);
  const { body } = await owner.api.get<{ items: unknown[] }>(`/events?types=contact.updated`);
  expect(body.items).toMatchObject([{ contactId, data: { changed: ['name', 'language', 'timeZone'] } }]);
});

test('two contacts of one person are looked at, merged and taken apart again', async () => {
  const [one, two] = [await add('98765 43210', 'Meera'), await add('91234 56789', 'M. Patel')];
  const pair = `/contacts/${one.contactId}`;
  const preview = await owner.api.get<{ filled: string[] }>(`${pair}/merge-preview?fromId=${two.contactId}`);
  expect(preview.body.filled).toEqual([]);
  const merged = await owner.api.post<{ mergeId: string; contact: Shown }>(`${pair}/merge`, {
    fromId: two.contactId,
  });
  expect(merged.body.contact.identities).toHaveLength(2);
  expect(merged.body.contact.merges).toMatchObject([{ fromId: two.contactId }]);
  expect(await found('M. P')).toEqual([]);
  expect((await owner.api.patch(`/contacts/${two.contactId}`, { name: 'x' })).status).toBe(409);
  const undone = await owner.api.post<Shown>(`/contacts/merges/${merged.body.mergeId}/undo`, {});
  expect(undone.body).toMatchObject({ contactId: two.contactId, phone: '+919123456789', mergedInto: null });
  expect((await owner.api.post(`/contacts/merges/${merged.body.mergeId}/undo`, {})).status).toBe(409);
});

test('an answer goes to the number as Meta writes it, else to the id, and a code to a number alone, in SQL as in the program', async () => {
  const { workspaceId } = owner;
  const seen = [{ phone: '551187654321' }, { phone: '919876543210', userId: 'IN.1' }, { userId: 'IN.2' }];
  const rows = await app.db.acrossWorkspaces('processing', async (tx) => {
    const place = { workspaceId, at: tx.now, source: 'whatsapp' };
    await resolveContacts(
      tx,
      app.contacts,
      seen.map((each) => ({ ...each, ...place })),
    );
    return tx.sql<{
      to: string | null;
      recipient: string | null;
      code: boolean;
      phone: string | null;
      waId: string | null;
      userId: string | null;
    }>(
      `select ${addressColumns('contact', 'null::text')}, ${canGetCodeSql('contact')} as code, phone, wa_id as "waId", user_id as "userId"
       from contacts contact where workspace_id = $1 order by phone`,
      [workspaceId],
    );
  });
  expect(rows.map(({ to, recipient, code }) => [to, recipient, code])).toEqual([
    ['+551187654321', null, true],
    ['+919876543210', null, true],
    [null, 'IN.2', false],
  ]);
  for (const row of rows) {
    expect({ to: null, recipient: null, ...addressOf(row) }).toEqual({
      to: row.to,
      recipient: row.recipient,
    });
    expect(canGetCode(row)).toBe(row.code);
  }
  expect(addressOf({ phone: null, waId: null, userId: null })).toBeNull();
});
