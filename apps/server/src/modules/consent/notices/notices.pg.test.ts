import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantContacts } from '../../../../test/contact-rows.ts';
import { buildMember, buildWorkspace, type Signed } from '../../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { currentNotice } from './current-notice.ts';

let app: TestApp;
let owner: Signed;
let officer: Signed;
beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_WEB: 'no-web-app' });
  owner = await buildWorkspace(app);
  officer = await buildMember(app, owner.workspaceId, 'compliance');
});
afterAll(() => app.stop());

const offers = {
  en: { heading: 'Offers on WhatsApp', body: 'Surat Silks sends new sarees.', agree: 'Yes, send me offers' },
  hi: { heading: 'व्हाट्सऐप पर ऑफ़र', body: 'सूरत सिल्क्स नई साड़ियाँ भेजेगा।', agree: 'हाँ, ऑफ़र भेजें' },
};

interface Notice extends Record<string, unknown> {
  noticeId: string;
  currentVersion: number | null;
  approval: string;
  versions: { version: number; state: string; entries: number; texts: Record<string, { hash: string }> }[];
}

async function drafted(purposes: string[], texts: object = offers): Promise<Notice> {
  const answer = await owner.api.post<Notice>('/consent/notices', { name: 'Counter', purposes, texts });
  expect(answer.status).toBe(201);
  return answer.body;
}

const approve = (who: Signed, noticeId: string, version: number) =>
  who.api.post<Notice>(`/consent/notices/${noticeId}/versions/${version}/approve`);

const shown = (purposes: string[], language = 'en') =>
  app.db.readWorkspace({ workspaceId: owner.workspaceId, actor: { kind: 'system', id: 'test' } }, (tx) =>
    currentNotice(tx, { workspaceId: owner.workspaceId, purposes, language }),
  );

test('people are shown a notice once somebody who did not write it has approved it', async () => {
  const { noticeId, approval } = await drafted(['promotions']);
  expect(approval).toBe('author');
  expect(await shown(['promotions'])).toBeNull();
  expect((await approve(owner, noticeId, 1)).status).toBe(403);
  expect((await approve(officer, noticeId, 1)).body).toMatchObject({ currentVersion: 1 });
  expect(await shown(['promotions'])).toMatchObject({ noticeId, version: 1, agree: 'Yes, send me offers' });
});

test('who is alone approves what they wrote', async () => {
  const alone = await buildWorkspace(app);
  const { body } = await alone.api.post<Notice>('/consent/notices', {
    name: 'Door',
    purposes: ['orders'],
    texts: offers,
  });
  expect(body.approval).toBe('allowed');
  expect((await approve(alone, body.noticeId, 1)).status).toBe(200);
});

test('a language that was not written falls back to the nearest', async () => {
  const { noticeId } = await drafted(['promotions', 'orders']);
  await approve(officer, noticeId, 1);
  const language = async (wanted: string) => (await shown(['orders', 'promotions'], wanted))?.language;
  expect(await language('hi-Latn')).toBe('hi');
  expect(await language('ta')).toBe('en');
  expect(await language('en-IN')).toBe('en');
});

test('an approved version stays as it is: a change is the next one, and a renamed purpose keeps its old name in it', async () => {
  const { body: purpose } = await owner.api.post('/consent/purposes', {
    base: 'promotions',
    key: 'festivals',
    texts: { en: { name: 'Festival offers', explanation: 'Before Diwali and Eid.' } },
  });
  expect(purpose).toMatchObject({ purpose: 'promotions.festivals', base: 'promotions', builtIn: false });
  const { noticeId } = await drafted(['promotions.festivals']);
  await approve(officer, noticeId, 1);
  const before = await shown(['promotions.festivals']);
  await owner.api.patch('/consent/purposes/promotions.festivals', {
    texts: { en: { name: 'Everything', explanation: 'All of it.' } },
  });
  const changed = { en: { ...offers.en, body: 'Every day, twice.' } };
  await owner.api.patch(`/consent/notices/${noticeId}/draft`, { texts: changed, note: 'More often' });
  expect(await shown(['promotions.festivals'])).toEqual(before);
  expect(before?.purposes).toMatchObject([{ name: 'Festival offers' }]);
  const { body } = await approve(officer, noticeId, 2);
  expect(body.versions.map(({ state }) => state)).toEqual(['approved', 'retired']);
  expect((await shown(['promotions.festivals']))?.body).toBe('Every day, twice.');
});

test('nobody can rewrite what was approved', async () => {
  for (const statement of [
    `update consent_notice_versions set texts = '{}'`,
    'delete from consent_notice_versions',
  ])
    await expect(app.db.acrossWorkspaces('maintenance', (tx) => tx.sql(statement))).rejects.toMatchObject({
      code: '42501',
    });
});

test('a retired notice is shown to nobody, and may be approved again as a next version', async () => {
  const { noticeId } = await drafted(['service']);
  await approve(officer, noticeId, 1);
  expect((await officer.api.post(`/consent/notices/${noticeId}/retire`)).status).toBe(200);
  expect(await shown(['service'])).toBeNull();
  expect((await officer.api.post(`/consent/notices/${noticeId}/retire`)).status).toBe(409);
  await owner.api.patch(`/consent/notices/${noticeId}/draft`, { texts: offers });
  await approve(officer, noticeId, 2);
  expect((await shown(['service']))?.version).toBe(2);
});

test('an entry names the version, the language and the words that were really shown', async () => {
  const { noticeId } = await drafted(['promotions', 'service']);
  const { body: approved } = await approve(officer, noticeId, 1);
  const [contactId] = (await plantContacts(app.database, owner.workspaceId)) as [string];
  const path = `/contacts/${contactId}/consent/entries`;
  const said = {
    kind: 'granted',
    purpose: 'promotions',
    source: 'counter',
    notice: { noticeId, version: 1 },
  };
  expect((await owner.api.post(path, { ...said, evidence: { language: 'hi-Latn' } })).status).toBe(200);
  const { body } = await owner.api.get<{ items: object[] }>(path);
  expect(body.items).toMatchObject([
    {
      language: 'hi',
      notice: { noticeId, version: 1, name: 'Counter', textHash: approved.versions[0]!.texts.hi!.hash },
    },
  ]);
  const other = await owner.api.post(path, { ...said, purpose: 'orders' });
  expect(other.body.fields).toMatchObject([{ field: 'notice', code: 'other_purpose' }]);
  const { body: read } = await owner.api.get<Notice>(`/consent/notices/${noticeId}`);
  expect(read.versions[0]?.entries).toBe(1);
});

test.each([
  ['a purpose nobody made', { purposes: ['orders.astrology'] }, 'purposes.0'],
  ['no purpose', { purposes: [] }, 'purposes'],
  ['no language', { texts: {} }, 'texts'],
  [
    'text that turns around',
    { texts: { en: { ...offers.en, body: 'pay \u202e001\u202c' } } },
    'texts.en.body',
  ],
  ['text that hides', { texts: { en: { ...offers.en, agree: 'Yes\u200b\u2060' } } }, 'texts.en.agree'],
  ['a language that is none', { texts: { klingon: offers.en } }, 'texts.klingon'],
  ['a link that runs', { termsUrl: 'javascript:alert(1)' }, 'termsUrl'],
])('a notice with %s is refused by the name of its field', async (_, said, field) => {
  const answer = await owner.api.post('/consent/notices', {
    name: 'Counter',
    purposes: ['promotions'],
    texts: offers,
    ...said,
  });
  expect(answer.status).toBe(400);
  expect(answer.body.fields).toMatchObject([{ field }]);
});

test('a built-in purpose is renamed and not archived; one of the workspace’s own is archived and asked for no more', async () => {
  const words = { en: { name: 'Parcels', explanation: 'Where your parcel is.' } };
  expect((await owner.api.patch('/consent/purposes/orders', { texts: words })).body).toMatchObject({
    texts: { en: { name: 'Parcels' }, hi: { name: 'ऑर्डर और बुकिंग' } },
  });
  expect((await owner.api.post('/consent/purposes/orders/archive')).status).toBe(409);
  await owner.api.post('/consent/purposes', { base: 'service', key: 'surveys', texts: words });
  expect((await owner.api.post('/consent/purposes/service.surveys/archive')).status).toBe(200);
  const asked = { name: 'x', purposes: ['service.surveys'], texts: offers };
  expect((await owner.api.post('/consent/notices', asked)).status).toBe(400);
  expect((await owner.api.post('/consent/purposes/service.surveys/restore')).status).toBe(200);
  expect((await owner.api.post('/consent/notices', asked)).status).toBe(201);
});
