import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';

let app: TestApp;
let owner: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
});
beforeEach(async () => {
  owner = await buildWorkspace(app);
});
afterAll(() => app.stop());

interface Contact {
  contactId: string;
  fields: Record<string, unknown>;
  [name: string]: unknown;
}
interface Field {
  fieldId: string;
  key: string;
  name: string;
  archivedAt: string | null;
}

let phones = 9_876_500_000;
const add = async (name = 'Meera'): Promise<string> =>
  (await owner.api.post<Contact>('/contacts', { phone: `${phones++}`, name })).body.contactId;
const addField = async (field: object): Promise<Field> => {
  const { status, body } = await owner.api.post<Field>('/contact-fields', field);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const fieldNames = async (): Promise<string[]> =>
  (await owner.api.get<{ items: Field[] }>('/contact-fields')).body.items.map(({ name }) => name);
const facts = async (contactId: string, type: string) =>
  (
    await app.database.asOwner<{ data: unknown }>(
      `select data from events where contact_id = $1 and type = $2 order by tx, seq`,
      [contactId, type],
    )
  ).map(({ data }) => data);

describe('own fields', () => {
  test('get a key of their name, keep their order, and are archived without losing values', async () => {
    const ring = await addField({ name: 'Ring size', kind: 'number' });
    const again = await addField({ name: 'Ring size', kind: 'number' });
    const hindi = await addField({ name: 'अंगूठी', kind: 'choice', choices: ['छोटी', 'बड़ी'] });
    expect([ring.key, again.key, hindi.key]).toEqual(['ring_size', 'ring_size_2', 'field']);
    const contactId = await add();
    await owner.api.patch(`/contacts/${contactId}`, { fields: { ring_size: '1,200', field: 'बड़ी' } });
    await owner.api.post('/contact-fields/order', { fieldIds: [hindi.fieldId] });
    expect(await fieldNames()).toEqual(['अंगूठी', 'Ring size', 'Ring size']);
    await owner.api.patch(`/contact-fields/${hindi.fieldId}`, { archived: true });
    expect(await fieldNames()).toEqual(['Ring size', 'Ring size', 'अंगूठी']);
    const { body } = await owner.api.get<Contact>(`/contacts/${contactId}`);
    expect(body.fields).toEqual({ ring_size: 1200, field: 'बड़ी' });
    const refused = await owner.api.patch(`/contacts/${contactId}`, { fields: { field: 'छोटी' } });
    expect(refused.body).toMatchObject({ fields: [{ field: 'fields.field', code: 'archived_field' }] });
    const forgotten = await owner.api.patch<Contact>(`/contacts/${contactId}`, { fields: { field: null } });
    expect(forgotten.body.fields).toEqual({ ring_size: 1200 });
  });

  test.each([
    [{ name: 'Size', kind: 'choice' }, 'choices'],
    [{ name: 'Size', kind: 'text', choices: ['S'] }, 'choices'],
    [{ name: 'Size', kind: 'choice', choices: ['S', 's'] }, 'choices'],
    [{ name: 'Size', kind: 'text', key: 'Größe' }, 'key'],
  ])('that make no sense are refused: %j', async (field, wrong) => {
    const { status, body } = await owner.api.post<{ fields: { field: string }[] }>('/contact-fields', field);
    expect(status).toBe(400);
    expect(body.fields[0]!.field).toContain(wrong);
  });

  test('are set up by who may, and filled by who talks to customers', async () => {
    await addField({ name: 'Anniversary', kind: 'date' });
    const agent = await buildMember(app, owner.workspaceId, 'agent');
    expect((await agent.api.post('/contact-fields', { name: 'Mine', kind: 'text' })).status).toBe(403);
    const changed = await agent.api.patch<Contact>(`/contacts/${await add()}`, {
      fields: { anniversary: '14 Feb 2027' },
    });
    expect(changed.body.fields).toEqual({ anniversary: '2027-02-14' });
  });
});

describe('what is noted of a contact', () => {
  test('changes together, is told by name alone, and null forgets it', async () => {
    await addField({ name: 'Birthday', kind: 'date' });
    const contactId = await add();
    const noted = { email: 'Meera@Example.in', city: 'सूरत', language: 'gu', ownerId: owner.userId };
    const { body } = await owner.api.patch<Contact>(`/contacts/${contactId}`, {
      ...noted,
      fields: { birthday: '01/05/1990' },
    });
    expect(body).toMatchObject({ ...noted, email: 'meera@example.in', fields: { birthday: '1990-05-01' } });
    await owner.api.patch(`/contacts/${contactId}`, { city: 'सूरत' });
    const without = await owner.api.patch<Contact>(`/contacts/${contactId}`, { email: null, ownerId: null });
    expect(without.body).toMatchObject({ email: null, ownerId: null, city: 'सूरत', name: 'Meera' });
    expect(await facts(contactId, 'contact.updated')).toEqual([
      { changed: ['language', 'email', 'city', 'ownerId', 'fields.birthday'] },
      { changed: ['email', 'ownerId'] },
    ]);
  });

  test('is refused whole when a part of it is wrong, and every wrong part is named', async () => {
    await addField({ name: 'Birthday', kind: 'date' });
    const contactId = await add();
    const { status, body } = await owner.api.patch<{ fields: object[] }>(`/contacts/${contactId}`, {
      name: 'Other',
      fields: { birthday: '12/31/2026', hobby: 'sarees' },
    });
    expect(status).toBe(400);
    expect(body.fields).toMatchObject([
      { field: 'fields.birthday', code: 'month_first' },
      { field: 'fields.hobby', code: 'unknown_field' },
    ]);
    const stranger = await owner.api.patch(`/contacts/${contactId}`, { ownerId: contactId });
    expect(stranger.body).toMatchObject({ fields: [{ field: 'ownerId', code: 'not_a_member' }] });
    const tag = await owner.api.patch(`/contacts/${contactId}`, { tags: [contactId] });
    expect(tag.body).toMatchObject({ fields: [{ field: 'tags', code: 'unknown_tag' }] });
    expect((await owner.api.get(`/contacts/${contactId}`)).body).toMatchObject({ name: 'Meera' });
    expect(await facts(contactId, 'contact.updated')).toEqual([]);
  });
});

describe('notes', () => {
  test('are changed by their author alone, and deleted by them or by who sets up contacts', async () => {
    const contactId = await add();
    const agent = await buildMember(app, owner.workspaceId, 'agent');
    const other = await buildMember(app, owner.workspaceId, 'agent');
    const write = async (body: string) =>
      (await agent.api.post<{ noteId: string }>(`/contacts/${contactId}/notes`, { body })).body.noteId;
    const noteId = await write('Prefers calls after 6.\nSpeaks Gujarati.');
    expect((await other.api.patch(`/contact-notes/${noteId}`, { body: 'No' })).status).toBe(403);
    expect((await other.api.remove(`/contact-notes/${noteId}`)).status).toBe(403);
    const edited = await agent.api.patch(`/contact-notes/${noteId}`, { body: 'Prefers calls after 7.' });
    expect(edited.body).toMatchObject({ body: 'Prefers calls after 7.', editedAt: expect.any(String) });
    expect((await owner.api.remove(`/contact-notes/${noteId}`)).status).toBe(200);
    expect((await agent.api.remove(`/contact-notes/${noteId}`)).status).toBe(404);
    const own = await write('Mine');
    expect((await agent.api.remove(`/contact-notes/${own}`)).status).toBe(200);
    expect(await facts(contactId, 'contact.noted')).toMatchObject(
      ['written', 'edited', 'removed', 'written', 'removed'].map((what) => ({ what })),
    );
  });

  test.each([
    ['empty', ''],
    ['blank', '   '],
    ['of control characters', 'a\u0007b'],
    ['reversed', 'pay\u202Eknab'],
    ['endless', 'x'.repeat(4_001)],
  ])('cannot be %s', async (_what, body) => {
    expect((await owner.api.post(`/contacts/${await add()}/notes`, { body })).status).toBe(400);
  });

  test('of whom was merged are read with the contact that they became', async () => {
    const [into, from] = [await add(), await add('Mira')];
    await owner.api.post(`/contacts/${from}/notes`, { body: 'From before' });
    await owner.api.post(`/contacts/${into}/merge`, { fromId: from });
    await owner.api.post(`/contacts/${from}/notes`, { body: 'From since' });
    const { body } = await owner.api.get<{ items: { body: string; author: { name: string } }[] }>(
      `/contacts/${into}/notes`,
    );
    expect(body.items.map((note) => note.body).toSorted()).toEqual(['From before', 'From since']);
    expect(body.items[0]!.author.name).not.toBe('');
  });
});

describe('a merge', () => {
  test('lets people choose whose value counts, and gives every value back when it is undone', async () => {
    await addField({ name: 'Size', kind: 'choice', choices: ['S', 'M'] });
    await addField({ name: 'Colour', kind: 'text' });
    const [into, from] = [await add('Meera Shah'), await add('M. Shah')];
    await owner.api.patch(`/contacts/${into}`, { city: 'Surat', fields: { size: 'S' } });
    await owner.api.patch(`/contacts/${from}`, {
      city: 'Pune',
      email: 'meera@example.in',
      fields: { size: 'M', colour: 'blue' },
    });
    const preview = await owner.api.get(`/contacts/${into}/merge-preview?fromId=${from}`);
    expect(preview.body).toMatchObject({
      filled: ['email', 'fields.colour'],
      conflicts: [
        { name: 'name', stays: 'Meera Shah', goes: 'M. Shah' },
        { name: 'city', stays: 'Surat', goes: 'Pune' },
        { name: 'fields.size', stays: 'S', goes: 'M' },
      ],
    });
    const wrong = await owner.api.post(`/contacts/${into}/merge`, { fromId: from, take: ['email'] });
    expect(wrong.body).toMatchObject({ fields: [{ field: 'take', code: 'no_conflict' }] });
    const merged = await owner.api.post<{ mergeId: string; contact: Contact }>(`/contacts/${into}/merge`, {
      fromId: from,
      take: ['city', 'fields.size'],
    });
    expect(merged.body.contact).toMatchObject({
      name: 'Meera Shah',
      city: 'Pune',
      email: 'meera@example.in',
      fields: { size: 'M', colour: 'blue' },
    });
    await owner.api.patch(`/contacts/${into}`, { fields: { colour: 'green' } });
    expect((await owner.api.post(`/contacts/merges/${merged.body.mergeId}/undo`)).body).toMatchObject({
      city: 'Pune',
      fields: { size: 'M', colour: 'blue' },
    });
    expect((await owner.api.get(`/contacts/${into}`)).body).toMatchObject({
      name: 'Meera Shah',
      city: 'Surat',
      email: null,
      // Changed since by hand, so it stays.
      fields: { size: 'S', colour: 'green' },
    });
  });

  test('that is taken out of the middle leaves the last one with what would have come without it', async () => {
    const [last, middle, first] = [await add('Last'), await add('Middle'), await add('First')];
    await owner.api.patch(`/contacts/${middle}`, { city: 'Surat' });
    await owner.api.patch(`/contacts/${first}`, { city: 'Pune', email: 'first@example.in' });
    const { body } = await owner.api.post<{ mergeId: string }>(`/contacts/${middle}/merge`, {
      fromId: first,
      take: ['city'],
    });
    await owner.api.post(`/contacts/${last}/merge`, { fromId: middle });
    const shown = async () => (await owner.api.get<Contact>(`/contacts/${last}`)).body;
    expect(await shown()).toMatchObject({ city: 'Pune', email: 'first@example.in' });
    await owner.api.post(`/contacts/merges/${body.mergeId}/undo`);
    expect(await shown()).toMatchObject({ city: 'Surat', email: null });
  });

  test('finds who may be the same person', async () => {
    const meera = await add('Meera Shah');
    const twin = await add('meera shah');
    const mail = await add('M');
    await add('Meera Shah');
    await owner.api.patch(`/contacts/${meera}`, { city: 'Surat', email: 'm@example.in' });
    await owner.api.patch(`/contacts/${twin}`, { city: 'surat' });
    await owner.api.patch(`/contacts/${mail}`, { email: 'M@example.in', city: 'Surat' });
    const found = await owner.api.get<{ items: { contactId: string; reasons: string[] }[] }>(
      `/contacts/${meera}/doubles`,
    );
    expect(found.body.items.map(({ contactId, reasons }) => [contactId, reasons])).toEqual(
      expect.arrayContaining([
        [twin, ['name_and_city']],
        [mail, ['email']],
      ]),
    );
    expect(found.body.items).toHaveLength(2);
  });
});
