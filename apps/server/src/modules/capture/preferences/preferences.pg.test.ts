import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { plantContacts } from '../../../../test/contact-rows.ts';
import { buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { approveNotice } from '../test/notices.ts';

let app: TestApp;
let owner: Signed;
let contactId: string;
let link: { url: string; suffix: string };

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
  owner = await buildWorkspace(app);
  await approveNotice(owner, ['promotions']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  [contactId] = (await plantContacts(app.database, owner.workspaceId)) as [string];
  link = (await owner.api.post<typeof link>(`/contacts/${contactId}/preference-link`)).body;
});

const open = (suffix: string, query = ''): Promise<Response> => fetch(`${app.url}/p/${suffix}${query}`);
const save = (suffix: string, chosen: string[], act = 'save'): Promise<Response> =>
  fetch(`${app.url}/p/${suffix}?lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Phone of Asha' },
    body: new URLSearchParams([
      ...chosen.map((purpose): [string, string] => ['purpose', purpose]),
      ['do', act],
    ]),
  });

interface Shown {
  granted: string[];
  withdrawn: string[];
}
const state = async (): Promise<Shown> => {
  const { granted, withdrawn } = (await owner.api.get<Shown>(`/contacts/${contactId}/consent`)).body;
  return { granted, withdrawn };
};
const entries = async () =>
  (await owner.api.get<{ items: Record<string, unknown>[] }>(`/contacts/${contactId}/consent/entries`)).body
    .items;

test('the page shows what somebody gets, in English and Hindi, and runs nothing', async () => {
  const answer = await open(link.suffix);
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(link.url.endsWith(`/p/${link.suffix}`)).toBe(true);
  expect(text).not.toMatch(/<script/);
  expect(text).toMatch(/value="orders"\s+checked/);
  expect(text).not.toMatch(/value="promotions"\s+checked/);
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await (await open(link.suffix, '?lang=hi')).text()).toMatch(/lang="hi"[^]*सेव करें/);
});

test('what is chosen is kept in the ledger with the notice and what proves it, and what stays as it was is not', async () => {
  expect(await (await save(link.suffix, ['orders', 'promotions'])).text()).toMatch(/Saved/);
  expect(await state()).toEqual({ granted: ['promotions'], withdrawn: [] });
  expect(await entries()).toMatchObject([
    {
      kind: 'granted',
      purpose: 'promotions',
      source: 'preferences',
      evidence: { method: 'preference page', device: 'Phone of Asha' },
    },
  ]);
  expect(await (await save(link.suffix, ['orders', 'promotions'])).text()).toMatch(/Nothing was changed/);
  app.clock.advance(1000);
  await save(link.suffix, ['promotions']);
  expect(await state()).toEqual({ granted: ['promotions'], withdrawn: ['orders'] });
  app.clock.advance(1000);
  await save(link.suffix, ['orders', 'promotions'], 'stop');
  expect(await state()).toEqual({ granted: [], withdrawn: ['orders', 'promotions'] });
});

test('nobody can make a link, nor turn one into another', async () => {
  const bytes = Buffer.from(link.suffix, 'base64url');
  for (let nth = 0; nth < bytes.length; nth += 1) {
    const forged = Buffer.from(bytes);
    forged[nth]! ^= 1 << (nth % 8);
    expect((await open(forged.toString('base64url'))).status).toBe(404);
  }
  for (const junk of [
    'x',
    '',
    `${link.suffix}A`,
    link.suffix.slice(1),
    randomBytes(54).toString('base64url'),
  ])
    expect((await open(junk)).status).toBe(404);
  expect((await save(randomBytes(54).toString('base64url'), ['promotions'])).status).toBe(404);
});

test('a link that is too old says what to do, and changes nothing', async () => {
  app.clock.advance(91 * 86_400_000);
  expect((await open(link.suffix)).status).toBe(410);
  const answer = await save(link.suffix, ['promotions']);
  expect([answer.status, (await answer.text()).includes('Write STOP in the chat')]).toEqual([410, true]);
  app.clock.advance(-91 * 86_400_000);
  expect(await state()).toEqual({ granted: [], withdrawn: [] });
});

test('names are text, and what is not offered cannot be chosen', async () => {
  await app.database.asOwner('update workspaces set name = $2 where workspace_id = $1', [
    owner.workspaceId,
    '<img src=x onerror=alert(1)>',
  ]);
  expect(await (await open(link.suffix)).text()).not.toMatch(/<img/);
  await save(link.suffix, ['orders', 'service', '*', 'promotions.secret']);
  expect(await state()).toEqual({ granted: [], withdrawn: [] });
});

test('of a merged contact the one that is left chooses', async () => {
  const [other] = (await plantContacts(app.database, owner.workspaceId)) as [string];
  await app.database.asOwner('update contacts set merged_into = $1 where contact_id = $2', [
    other,
    contactId,
  ]);
  await save(link.suffix, ['orders', 'promotions']);
  contactId = other;
  expect(await state()).toEqual({ granted: ['promotions'], withdrawn: [] });
});

test('the page speaks the language of its reader, and leads to those in which the notices are', async () => {
  await approveNotice(owner, ['orders'], {
    en: { heading: 'Orders', body: 'We write about your order.', agree: 'Yes' },
    ta: { heading: 'ஆர்டர்கள்', body: 'உங்கள் ஆர்டரைப் பற்றி எழுதுவோம்.', agree: 'ஆம்' },
  });
  await app.database.asOwner(`update contacts set language = 'ur' where contact_id = $1`, [contactId]);
  const own = await (await open(link.suffix)).text();
  expect(own).toMatch(/lang="ur" dir="rtl"/);
  expect(own).toContain('سب بند کریں');
  expect(
    [...own.matchAll(/hreflang="(\w+)"/g)]
      .map(([, language]) => language!)
      .toSorted((one, other) => one.localeCompare(other)),
  ).toEqual(['en', 'hi', 'ta']);
  expect(await (await open(link.suffix, '?lang=ta')).text()).toContain('எல்லாவற்றையும் நிறுத்து');
  expect(await (await open(link.suffix, '?lang=xx')).text()).toContain('lang="en"');
});

test('a purpose of the workspace’s own is chosen by itself, and outlives the whole only when it is kept', async () => {
  const { status } = await owner.api.post('/consent/purposes', {
    base: 'promotions',
    key: 'festivals',
    texts: { en: { name: 'Festival sales', explanation: 'Four times a year.' } },
  });
  expect(status).toBeLessThan(300);
  expect(await (await open(link.suffix, '?lang=en')).text()).toMatch(
    /value="promotions.festivals"\s+disabled/,
  );
  await approveNotice(owner, ['promotions.festivals']);
  await save(link.suffix, ['orders', 'promotions', 'promotions.festivals']);
  expect(await state()).toEqual({ granted: ['promotions', 'promotions.festivals'], withdrawn: [] });
  app.clock.advance(1000);
  await save(link.suffix, ['orders', 'promotions.festivals']);
  expect(await state()).toEqual({ granted: ['promotions.festivals'], withdrawn: ['promotions'] });
  app.clock.advance(1000);
  await save(link.suffix, [], 'stop');
  expect((await state()).granted).toEqual([]);
  await owner.api.post('/consent/purposes/promotions.festivals/archive');
  expect(await (await open(link.suffix)).text()).not.toContain('promotions.festivals');
});

test('who turned offers off in WhatsApp reads what that means and how it ends', async () => {
  expect(await (await open(link.suffix, '?lang=en')).text()).not.toContain('turned off in WhatsApp');
  await app.database.asOwner(
    `insert into consent_states (workspace_id, contact_id, stopped_at, updated_at) values ($1, $2, now(), now())`,
    [owner.workspaceId, contactId],
  );
  expect(await (await open(link.suffix, '?lang=en')).text()).toContain('Offers are turned off in WhatsApp');
});
