import { hash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from '../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';
import { approveNotice, attemptsAt, entriesOf, makePoint, type MadePoint } from './test/notices.ts';

let app: TestApp;
let owner: Signed;
let point: MadePoint;
beforeAll(async () => {
  app = await startTestApp();
  owner = await buildWorkspace(app);
  await approveNotice(owner, ['orders', 'promotions']);
  point = await makePoint(owner, { kind: 'page', store: 'Ring Road', staff: 'Kiran', campaign: 'Autumn' });
});
// The limits of a minute are those of another test.
beforeEach(() => app.clock.advance(61_000));
afterAll(() => app.stop());

const browser = { 'user-agent': 'Mozilla/5.0 (Linux; Android 13; SM-A135F)' };
const pageOf = ({ code }: MadePoint, query = ''): string => `${app.url}/o/${code}${query}`;

async function open(at = point, query = '', headers: Record<string, string> = {}) {
  const response = await fetch(pageOf(at, query), { headers: { ...browser, ...headers } });
  const text = await response.text();
  return { response, text, token: /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '' };
}

async function fillIn(fields: Record<string, string | string[]>, at = point, query = '') {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ language: 'en', website: '', ...fields }))
    for (const each of [value].flat()) body.append(name, each);
  const response = await fetch(pageOf(at, query), { method: 'POST', headers: browser, body });
  return { status: response.status, text: await response.text() };
}

const contactOf = async (phone: string): Promise<string | undefined> => {
  const [row] = await app.database.asOwner<{ id: string }>(
    'select contact_id as id from contacts where workspace_id = $1 and phone = $2',
    [owner.workspaceId, phone],
  );
  return row?.id;
};
const states = async (at = point) =>
  (await attemptsAt(owner, at.entryPointId)).map(({ state, reason }) =>
    reason ? `${state} ${reason}` : state,
  );

test('the page shows the approved words, ticks nothing, and runs no script', async () => {
  const { response, text } = await open();
  expect(response.status).toBe(200);
  expect(text).toContain('Surat Silks would like to write to you on WhatsApp.');
  expect(text).toContain('Yes, write to me');
  expect(text).not.toMatch(/\schecked|<script/);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  const style = /<style>([^]*)<\/style>/.exec(text)![1]!;
  expect(response.headers.get('content-security-policy')).toContain(hash('sha256', style, 'base64'));
  expect(text.length).toBeLessThan(10_000);
  const hindi = await open(point, '?lang=hi');
  expect(hindi.text).toContain('हाँ, मुझे लिखें');
  expect((await open(point, '', { 'accept-language': 'hi-IN,hi;q=0.9' })).text).toContain('lang="hi"');
});

test('who ticked one of two purposes agreed to that one, with everything that proves it', async () => {
  const { token } = await open(point, '?utm_source=insta&utm_campaign=diwali', {
    referer: 'https://instagram.com/suratsilks?igsh=secret',
  });
  const query = '?utm_source=insta&utm_campaign=diwali&from=https%3A%2F%2Finstagram.com%2Fsuratsilks';
  const done = await fillIn({ token, phone: '98250 12345', purpose: 'promotions' }, point, query);
  expect(done.status).toBe(200);
  expect(done.text).toContain('Thank you');
  const contactId = (await contactOf('+919825012345'))!;
  const entries = await entriesOf(owner, contactId);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    kind: 'granted',
    purpose: 'promotions',
    source: 'page',
    language: 'en',
    store: 'Ring Road',
    campaign: 'diwali',
    evidence: {
      staff: 'Kiran',
      device: browser['user-agent'],
      referrer: 'https://instagram.com/suratsilks',
      utm: { utm_source: 'insta', utm_campaign: 'diwali' },
      method: 'ticked on the opt-in page',
      wording: { agree: 'Yes, write to me' },
    },
  });
  expect(entries[0]!.evidence!.ipAddress).toBeTruthy();
  const { body } = await owner.api.get<{ granted: string[] }>(`/contacts/${contactId}/consent`);
  expect(body.granted).toEqual(['promotions']);
});

test('a form counts once: sent again it is refused, and so is one that is not ours', async () => {
  const { token } = await open();
  const form = { token, phone: '98250 22222', purpose: 'orders' };
  expect((await fillIn(form)).status).toBe(200);
  const again = await fillIn(form);
  expect([again.status, again.text.includes('sent already')]).toEqual([422, true]);
  expect((await fillIn({ ...form, token: `${token.slice(0, -2)}xx` })).status).toBe(422);
  expect((await fillIn({ ...form, token: '' })).status).toBe(422);
  app.clock.advance(3 * 3_600_000);
  const old = await open();
  app.clock.advance(3 * 3_600_000);
  expect((await fillIn({ ...form, token: old.token })).text).toContain('open for too long');
  expect(await entriesOf(owner, (await contactOf('+919825022222'))!)).toHaveLength(1);
  expect((await states()).slice(0, 4)).toEqual([
    'refused forged',
    'refused forged',
    'refused forged',
    'refused replayed',
  ]);
});

test('ten at once with the same form are one opt-in', async () => {
  const { token } = await open();
  const form = { token, phone: '98250 33333', purpose: ['orders', 'promotions'] };
  const all = await Promise.all(Array.from({ length: 10 }, () => fillIn(form)));
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await entriesOf(owner, (await contactOf('+919825033333'))!)).toHaveLength(2);
});

test('what is wrong is said beside what was typed, and keeps nothing of a number', async () => {
  const { token } = await open();
  const junk = await fillIn({ token, phone: '<script>alert(1)</script>', purpose: 'promotions' });
  expect(junk.status).toBe(422);
  expect(junk.text).toContain('This is not a phone number');
  expect(junk.text).not.toContain('<script');
  expect(junk.text).toMatch(/value="promotions"\s+checked/);
  const nothing = await fillIn({ token, phone: '98250 44444', purpose: 'everything' });
  expect(nothing.text).toContain('Tick what you would like to get');
  expect(await contactOf('+919825044444')).toBeUndefined();
  const [first, second] = await attemptsAt(owner, point.entryPointId);
  expect([first, second].map((each) => [each!.reason, each!.contactPhone])).toEqual([
    ['nothing_chosen', null],
    ['phone', null],
  ]);
});

test('a robot hears what people hear, and opts nobody in', async () => {
  const { token } = await open();
  const robot = await fillIn({
    token,
    phone: '98250 55555',
    purpose: 'orders',
    website: 'https://spam.example',
  });
  expect([robot.status, robot.text.includes('Thank you')]).toEqual([200, true]);
  expect(await contactOf('+919825055555')).toBeUndefined();
  expect((await states())[0]).toBe('refused robot');
});

test('whether a number is known cannot be told from the answer', async () => {
  await owner.api.post('/contacts', { phone: '+91 98250 66666', name: 'Meera' });
  const answers = [];
  for (const phone of ['98250 66666', '98250 66667']) {
    const { token } = await open();
    answers.push(await fillIn({ token, phone, purpose: 'orders' }));
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('a thousand forms from one address are mostly refused, and do not fill the disk', async () => {
  const before = (await states()).length;
  const statuses = new Map<number, number>();
  const { token } = await open();
  for (let at = 0; at < 1_000; at += 1) {
    const { status } = await fillIn({ token, phone: `98251 ${10_000 + at}`, purpose: 'orders' });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect(statuses.get(200)).toBe(1);
  expect(statuses.get(429)).toBeGreaterThan(960);
  const [kept] = await app.database.asOwner<{ count: number }>(
    'select count(*)::int as count from submissions where workspace_id = $1 and entry_point_id = $2',
    [owner.workspaceId, point.entryPointId],
  );
  expect(kept!.count - before).toBeLessThanOrEqual(61);
});

test('one number cannot be entered over and over', async () => {
  for (let at = 0; at < 7; at += 1) {
    const { token } = await open();
    expect((await fillIn({ token, phone: '98252 00000', purpose: 'orders' })).text).toContain('Thank you');
  }
  expect(await entriesOf(owner, (await contactOf('+919825200000'))!)).toHaveLength(5);
  expect((await states())[0]).toBe('refused too_often');
});

test('a test of the page looks at everything and keeps nothing', async () => {
  const { token } = await open(point, '?test=1');
  const before = await states();
  const done = await fillIn({ token, phone: '98253 00000', purpose: 'orders' }, point, '?test=1');
  expect(done.text).toContain('Test: nothing was kept.');
  expect((await fillIn({ token, phone: 'junk', purpose: 'orders' }, point, '?test=1')).status).toBe(422);
  expect([await states(), await contactOf('+919825300000')]).toEqual([before, undefined]);
});

test('a place that is switched off, or was never there, asks nobody', async () => {
  const fair = await makePoint(owner, { kind: 'page', name: 'Book fair' });
  const { token } = await open(fair);
  await owner.api.patch(`/entry-points/${fair.entryPointId}`, { active: false });
  expect((await open(fair)).response.status).toBe(410);
  await fillIn({ token, phone: '98254 00000', purpose: 'orders' }, fair);
  expect(await states(fair)).toEqual(['refused switched_off']);
  for (const code of ['ABCDEFGH', 'x', `${fair.code}2`, '%00', "' or 1=1"])
    expect((await fetch(`${app.url}/o/${encodeURIComponent(code)}`)).status, code).toBe(404);
});

test('a place cannot be opened without approved words, a number that it needs, or with a word that is taken', async () => {
  const given = { name: 'Counter', purposes: ['promotions'] };
  const problem = async (more: object) => {
    const { status, body } = await owner.api.post<{ fields?: { field: string; code: string }[] }>(
      '/entry-points',
      { ...given, ...more },
    );
    return `${status} ${body.fields?.map(({ field, code }) => `${field} ${code}`).join()}`;
  };
  expect(await problem({ kind: 'page' })).toBe('400 purposes no_notice');
  expect(await problem({ kind: 'counter' })).toBe('400 numberId required');
  expect(await problem({ kind: 'website', purposes: ['orders', 'promotions'] })).toBe(
    '400 allowedOrigins required',
  );
  expect(await problem({ kind: 'website', allowedOrigins: ['https://a.example/path'] })).toMatch(
    /^400 allowedOrigins/,
  );
  expect(await problem({ kind: 'page', name: '\u202Eevil' })).toMatch(/^400 name/);
  expect(await problem({ kind: 'page', look: { color: 'red;}' } })).toMatch(/^400 look.color/);
  expect((await owner.api.post('/entry-points', { ...given, kind: 'page', active: false })).status).toBe(200);
});

test('how often the page was opened is counted without previews and without tests', async () => {
  const poster = await makePoint(owner, { kind: 'page', name: 'Poster' });
  await open(poster);
  await open(poster, '', { 'user-agent': 'WhatsApp/2.23.20.0 A' });
  await open(poster, '?test=1');
  const { body } = await owner.api.get<{ counts: { shown: number } }>(`/entry-points/${poster.entryPointId}`);
  expect(body.counts.shown).toBe(1);
});

test('another program tells an opt-in once for ever, by its own name for it', async () => {
  const calls = await makePoint(owner, { kind: 'api', name: 'Call centre' });
  const told = {
    phone: '+91 98255 00000',
    source: 'ivr',
    externalId: 'call 4711',
    purposes: ['orders'],
    evidence: { recording: 's3://calls/4711.ogg', method: 'pressed 1' },
  };
  const tell = (more: object = {}) =>
    owner.api.post<{ submissionId: string; contactId: string }>(
      `/entry-points/${calls.entryPointId}/submissions`,
      { ...told, ...more },
    );
  const [first, second] = await Promise.all([tell(), tell()]);
  const third = await tell({ phone: '+91 98255 00001' });
  expect([first.status, second.status, third.status]).toEqual([200, 200, 200]);
  expect(new Set([first, second, third].map(({ body }) => body.submissionId)).size).toBe(1);
  const entries = await entriesOf(owner, first.body.contactId);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ source: 'ivr', evidence: { recording: 's3://calls/4711.ogg' } });
  expect((await tell({ externalId: 'x', phone: 'junk1' })).status).toBe(400);
  expect((await tell({ externalId: 'y', purposes: ['service'] })).status).toBe(400);
  const wrong = `/entry-points/${point.entryPointId}/submissions`;
  expect((await owner.api.post(wrong, told)).status).toBe(409);
});

test('a form may be tried from our own page, which is of no origin, and from nowhere else', async () => {
  const website = await makePoint(owner, { kind: 'website', allowedOrigins: ['https://shop.example.in'] });
  const ask = (origin: string, query = '') =>
    fetch(`${app.url}/embed/${website.code}${query}`, { headers: { ...browser, origin } });
  const tried = await fetch(`${app.url}/embed/${website.code}/try`);
  expect([tried.status, (await tried.text()).includes(`data-code="${website.code}"`)]).toEqual([200, true]);
  expect(tried.headers.get('content-security-policy')).toMatch(/; sandbox (?!.*allow-same-origin)/);
  const given = await ask('null', '?test=1');
  const { token } = (await given.json()) as { token: string };
  const sent = {
    token,
    phone: '98250 99999',
    purposes: ['orders'],
    language: 'en',
    trap: '',
    method: 'inline',
  };
  const body = JSON.stringify({ ...sent, pageUrl: 'x', referrer: '', query: '' });
  const send = (origin: string, query: string) =>
    fetch(`${app.url}/embed/${website.code}/opt-ins${query}`, {
      method: 'POST',
      body,
      headers: { ...browser, origin, 'content-type': 'text/plain' },
    });
  expect(await (await send('null', '?test=1')).json()).toMatchObject({ state: 'accepted' });
  expect(await contactOf('+919825099999')).toBeUndefined();
  expect(await states(website)).toEqual([]);
  expect((await ask('null')).status).toBe(403);
  expect((await ask('https://other.example.in', '?test=1')).status).toBe(403);
  expect(await (await send('https://shop.example.in', '')).json()).toMatchObject({ state: 'again' });
  expect(await states(website)).toEqual(['refused forged', 'refused origin', 'refused origin']);
});
