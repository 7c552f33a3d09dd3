import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { contactConditions } from '../../../contact-conditions.ts';
import { createDrain } from '../../../platform/jobs/drain.ts';
import { createLogger } from '../../../platform/log/index.ts';
import { contactFileTasks } from '../index.ts';
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
  const rows = await app.database.asOwner<{ name: string | null; key: string }>(
    `select name, name_key as key from contacts`,
  );
  for (const { name, key } of rows) expect(key).toBe(nameKey(name));
  await app.stop();
});

interface Shown {
  importId: string;
  state: string;
  failure: string | null;
  shape: { encoding: string; delimiter: string; header: boolean; twice: string[]; rows: string[][] };
  plan: Record<string, unknown> & { columns: (Record<string, string> | null)[] };
  remembered: boolean;
  seen: number;
  total: number | null;
  counts: Record<string, number> & { problems: Record<string, number> };
  problemsLink: string | null;
  canUndo: boolean;
}
interface Answer {
  status: number;
  body: Shown & { fields?: { field: string; code: string }[] };
}

async function upload(content: string | Buffer, fileName = 'people.csv', by = owner): Promise<Answer> {
  const answer = await fetch(`${app.url}/api/v1/contact-imports?fileName=${encodeURIComponent(fileName)}`, {
    method: 'POST',
    headers: { ...by.api.headers, origin: app.url, 'content-type': 'text/csv' },
    body: Buffer.from(content),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

async function settle(): Promise<void> {
  const drain = await createDrain({
    db: app.db,
    tasks: contactFileTasks,
    parts: { imports: app.imports, contactConditions },
    clock: app.clock,
    log: createLogger({ level: 'silent' }),
    asOwner: app.database.asOwner,
  });
  await drain.run();
  await drain.close();
}

const shown = async (importId: string): Promise<Shown> =>
  (await owner.api.get<Shown>(`/contact-imports/${importId}`)).body;

async function check({ importId, plan }: Shown, changes: Record<string, unknown> = {}): Promise<Shown> {
  const answer = await owner.api.post<Shown>(`/contact-imports/${importId}/check`, {
    plan: { ...plan, ...changes },
  });
  expect(answer).toMatchObject({ status: 200 });
  await settle();
  return shown(importId);
}

async function act(importId: string, verb: 'start' | 'undo'): Promise<Shown> {
  expect(await owner.api.post(`/contact-imports/${importId}/${verb}`, {})).toMatchObject({ status: 200 });
  await settle();
  return shown(importId);
}

async function bring(content: string | Buffer, changes: Record<string, unknown> = {}): Promise<Shown> {
  const { body } = await upload(content);
  await check(body, changes);
  return act(body.importId, 'start');
}

interface Person {
  contactId: string;
  name: string | null;
  phone: string;
  email: string | null;
  city: string | null;
  tags: string[];
  source: string;
}

const people = () =>
  app.database.asOwner<Person>(
    `select contact_id as "contactId", name, phone, email, city, tags, source from contacts
     where workspace_id = $1 order by phone`,
    [owner.workspaceId],
  );

const fetchText = async (link: string) => {
  const answer = await fetch(link.replace(/^https?:\/\/[^/]+/, app.url));
  return { status: answer.status, text: await answer.text() };
};

const sample = `Name,Mobile No.,E-mail,शहर
Meera Joshi,098250 12345,MEERA@example.in,सूरत
Ravi Shah,+91 98765 43210,ravi@example.in,Pune
=HYPERLINK("http://x"),98250-1,x@example.in,Kota
Meera J,9825012345,,Surat
Kavita Patel,9.19877E+11,,Kota
`;

test('a file is understood, checked without a trace, brought in, and its bad rows come back with reasons', async () => {
  const { status, body } = await upload(`\uFEFF${sample}`);
  expect(status).toBe(201);
  expect(body.plan.columns).toEqual([
    { kind: 'name' },
    { kind: 'phone' },
    { kind: 'email' },
    { kind: 'city' },
  ]);
  const checked = await check(body);
  const problems = { phone_no_number: 1, twice_in_file: 1, phone_rounded: 1 };
  expect(checked).toMatchObject({ state: 'checked', total: 5, counts: { created: 2, updated: 0, problems } });
  expect(await people()).toEqual([]);
  const done = await act(body.importId, 'start');
  expect(done).toMatchObject({ state: 'done', seen: 5, canUndo: true, counts: { created: 2, problems } });
  expect(await people()).toMatchObject([
    { name: 'Meera Joshi', phone: '+919825012345', email: 'meera@example.in', city: 'सूरत', source: 'import' },
    { name: 'Ravi Shah', phone: '+919876543210' },
  ]);
  const { text } = await fetchText(done.problemsLink!);
  const lines = text.split('\r\n');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toBe(
    `"'=HYPERLINK(""http://x"")",98250-1,x@example.in,Kota,4,Mobile No.,This is not a phone number.`,
  );
  expect(lines[3]).toContain('A spreadsheet has rounded');
  const found = await owner.api.post<{ items: unknown[] }>('/contacts/find', { search: 'kavita' });
  expect(found.body.items).toHaveLength(0);
  expect(
    (await owner.api.post<{ items: unknown[] }>('/contacts/find', { search: 'मीरा' })).body.items,
  ).toHaveLength(1);
});

test('the mapping is remembered for the same header', async () => {
  const { body } = await upload(sample);
  await check(body, { columns: [null, { kind: 'phone' }, null, null], policy: 'overwrite' });
  const again = await upload(sample.replace('Ravi', 'Rahul'));
  expect(again.body).toMatchObject({
    remembered: true,
    plan: { columns: [null, { kind: 'phone' }, null, null], policy: 'overwrite' },
  });
});

test('who is there is filled, overwritten or left, as was chosen', async () => {
  await bring(`phone,name,city\n9825012345,Meera,\n9876543210,Ravi,Pune\n`);
  const next = `phone,name,city\n9825012345,Meera Joshi,Surat\n9876543210,Ravi,Pune\n`;
  expect((await bring(next, { policy: 'skip' })).counts).toMatchObject({ updated: 0, unchanged: 2 });
  expect((await bring(next, { policy: 'fill' })).counts).toMatchObject({ updated: 1, unchanged: 1 });
  expect((await people())[0]).toMatchObject({ name: 'Meera', city: 'Surat' });
  await bring(next, { policy: 'overwrite' });
  expect((await people())[0]).toMatchObject({ name: 'Meera Joshi', city: 'Surat' });
});

test('an import is taken back: untouched contacts go, changed values return, and what people did since stays', async () => {
  await bring(`phone,name,city\n9825012345,Meera,Surat\n`);
  const { importId } = await bring(
    `phone,name,city,tags\n9825012345,Meera Joshi,Kota,VIP\n9876543210,Ravi,Pune,"VIP, Silk"\n9876543211,Anil,Pune,\n`,
    { policy: 'overwrite' },
  );
  const [meera, ravi] = await people();
  await owner.api.patch(`/contacts/${meera!.contactId}`, { city: 'Navsari' });
  await owner.api.post(`/contacts/${ravi!.contactId}/notes`, { body: 'Called about the wedding order' });
  const undone = await act(importId, 'undo');
  expect(undone).toMatchObject({
    state: 'undone',
    canUndo: false,
    counts: { deleted: 1, restored: 1, kept: 1 },
  });
  expect(await people()).toMatchObject([
    { name: 'Meera', city: 'Navsari', tags: [] },
    { name: 'Ravi', city: 'Pune' },
  ]);
});

const columns = [{ kind: 'phone' }, { kind: 'consent', purpose: 'promotions' }];
const states = () =>
  app.database.asOwner<{ granted: string[]; withdrawn: string[] }>(
    `select granted, withdrawn from consent_states where workspace_id = $1 order by updated_at, contact_id`,
    [owner.workspaceId],
  );

test('a yes is recorded with file, row and words, never lifts a no, and goes with the import', async () => {
  const { body } = await upload(`phone,offers\n9825012345,हाँ\n9876543210,no\n9876543211,perhaps\n`);
  const refused = await owner.api.post(`/contact-imports/${body.importId}/check`, {
    plan: { ...body.plan, columns },
  });
  expect(refused).toMatchObject({ status: 400, body: { fields: [{ field: 'plan.wording' }] } });
  await check(body, { columns, wording: 'Yes, send me offers of Surat Silks on WhatsApp' });
  const done = await act(body.importId, 'start');
  expect(done.counts).toMatchObject({ created: 2, consents: 2, problems: { consent_unclear: 1 } });
  const [entry] = await app.database.asOwner<{ details: string }>(
    `select details from consent_details join consent_entries using (workspace_id, entry_id)
     where workspace_id = $1 and kind = 'granted'`,
    [owner.workspaceId],
  );
  expect(JSON.parse(entry!.details)).toMatchObject({
    file: 'people.csv',
    row: 2,
    text: 'Yes, send me offers of Surat Silks on WhatsApp',
  });
  const again = await bring(`phone,offers\n9876543210,yes\n`, { columns, wording: 'Yes' });
  expect(again.counts).toMatchObject({ consents: 0, consentsHeld: 1 });
  expect(await states()).toContainEqual({ granted: [], withdrawn: ['promotions'] });
  await act(body.importId, 'undo');
  expect(await people()).toEqual([]);
});

test.each([
  ['nothing', '', 'empty'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'binary'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_excel'],
  ['half a workbook', Buffer.from('504b030414000000', 'hex'), 'damaged'],
  ['501 columns', `${'a,'.repeat(500)}a\n`, 'too_many_columns'],
  ['a quote that never closes', `name,phone\n"Meera,9825012345\n${'x\n'.repeat(600_000)}`, 'open_quote'],
])('%s is refused in words and leaves nothing', async (_, content, code) => {
  const answer = await upload(content);
  expect(answer).toMatchObject({ status: 400, body: { fields: [{ field: 'file', code }] } });
  expect(
    await app.database.asOwner(`select from contact_imports where workspace_id = $1`, [owner.workspaceId]),
  ).toEqual([]);
});

test.each([
  ['UTF-16 with semicolons', Buffer.from('\uFEFFनाम;फ़ोन\nमीरा;9825012345\n', 'utf16le'), 'मीरा'],
  [
    'Windows-1252 with tabs',
    Buffer.from('Name\tPhone\r\nZo\xe9 D\x92Souza\t9825012345\r\n', 'latin1'),
    'Zoé D’Souza',
  ],
  [
    'quotes, line breaks and hidden characters',
    `Name,Phone\n"Meera ""M""\nJoshi","\u200B98250\u00A012345"\n`,
    'Meera "M" Joshi',
  ],
  ['phones that were made formulas', `Name,Phone\nMeera,"=""09825012345"""\n`, 'Meera'],
])('%s are read', async (_, content, name) => {
  await bring(content);
  expect(await people()).toMatchObject([{ name, phone: '+919825012345' }]);
});

test('a file without a header is recognised by what is in it', async () => {
  const { body } = await upload(`Meera,9825012345\nRavi,9876543210\n`);
  expect(body).toMatchObject({ shape: { header: false }, plan: { columns: [null, { kind: 'phone' }] } });
  expect((await check(body)).counts.created).toBe(2);
});

function zipped(files: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32BE(0x504b0304);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32BE(0x504b0102);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, all, end]);
}

const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

test('a workbook is read: shared texts, phones as numbers, days, and what formulas came to', async () => {
  const field = await owner.api.post<{ key: string }>('/contact-fields', { name: 'Birthday', kind: 'date' });
  expect(field.status).toBe(200);
  await bring(
    zipped({
      'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="rId7"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId7" Target="worksheets/sheet2.xml"/></Relationships>',
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      'xl/sharedStrings.xml':
        '<sst><si><t>Name</t></si><si><r><t>Meera </t></r><r><t>&amp; Co</t></r></si></sst>',
      'xl/worksheets/sheet2.xml': sheet(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Phone</t></is></c><c r="D1" t="str"><v>Birthday</v></c></row>` +
          `<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f>9198250*1</f><v>9.19825012345E11</v></c><c r="D2" s="1"><v>36526</v></c></row>`,
      ),
    }),
  );
  const [person] = await app.database.asOwner(
    `select name, phone, fields from contacts where workspace_id = $1`,
    [owner.workspaceId],
  );
  expect(person).toEqual({ name: 'Meera & Co', phone: '+919825012345', fields: { birthday: '2000-01-01' } });
});

test('an export has what a list shows, runs no formula, is listed with who asked, and comes in again as it was', async () => {
  await bring(`phone,name,city,tags\n9825012345,"Meera, Joshi",Surat,"VIP, Silk"\n9876543210,'=1+1,Pune,\n`);
  const { body } = await owner.api.post<{ exportId: string }>('/contact-exports', {
    selection: { everybody: { filter: { match: 'all', conditions: [{ kind: 'phone', is: true }] } } },
    columns: ['phone', 'name', 'city', 'tags'],
  });
  await settle();
  const list = await owner.api.get<{ items: { state: string; link: string; by: string }[] }>(
    '/contact-exports',
  );
  expect(list.body.items).toMatchObject([
    { exportId: body.exportId, state: 'done', by: 'Meera Patel', done: 2 },
  ]);
  const { text } = await fetchText(list.body.items[0]!.link);
  expect(text.split('\r\n').slice(1, 3).toSorted()).toEqual([
    `'+919825012345,"Meera, Joshi",Surat,VIP; Silk`,
    `'+919876543210,'=1+1,Pune,`,
  ]);
  expect((await bring(text)).counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  expect((await fetchText(`${list.body.items[0]!.link.slice(0, -2)}AA`)).status).toBe(404);
  app.clock.advance(16 * 60_000);
  expect((await fetchText(list.body.items[0]!.link)).status).toBe(404);
  const agent = await buildMember(app, owner.workspaceId, 'agent');
  expect(await agent.api.get('/contact-exports')).toMatchObject({ status: 403 });
});

test('an import that was interrupted goes on behind its last chunk, and what is stopped stays in and can be taken back', async () => {
  const rows = Array.from({ length: 9000 }, (_, at) => `98${String(25000000 + at)},P${at}`).join('\n');
  const { body } = await upload(`phone,name\n${rows}`);
  await check(body);
  await owner.api.post(`/contact-imports/${body.importId}/start`, {});
  const storage = app.imports.storage;
  const get = storage.get.bind(storage);
  let times = 0;
  // The file breaks off once, far behind the first chunk.
  storage.get = async (key, range) => {
    const file = await get(key, range);
    if (times++ > 0) return file;
    const bytes = await file.body.toArray();
    const broken = async function* () {
      yield Buffer.concat(bytes as Buffer[]).subarray(0, 80_000);
      throw new Error('the line broke');
    };
    return { ...file, body: Readable.from(broken()) };
  };
  await settle().catch(() => {});
  storage.get = get;
  const [stopped] = await app.database.asOwner<{ seen: number; state: string }>(
    `select seen, state from contact_imports where import_id = $1`,
    [body.importId],
  );
  expect(stopped).toEqual({ seen: 4000, state: 'running' });
  app.clock.advance(3_600_000);
  await settle();
  expect(await shown(body.importId)).toMatchObject({ state: 'done', seen: 9000, counts: { created: 9000 } });
  expect(await people()).toHaveLength(9000);
  expect((await act(body.importId, 'undo')).counts).toMatchObject({ deleted: 9000, kept: 0 });
  expect(await people()).toEqual([]);
});

test('a stopped import keeps what is in', async () => {
  const { body } = await upload(`phone\n9825012345\n`);
  await check(body);
  await owner.api.post(`/contact-imports/${body.importId}/start`, {});
  expect(await owner.api.post(`/contact-imports/${body.importId}/stop`, {})).toMatchObject({ status: 200 });
  await settle();
  expect(await shown(body.importId)).toMatchObject({ state: 'stopped', counts: { created: 0 } });
  expect(await people()).toEqual([]);
});
