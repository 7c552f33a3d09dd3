import { verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asha, openStory, type Story } from '../../../../test/messaging/story.ts';
import { approveNotice, makePoint } from '../../capture/test/notices.ts';
import { png } from '../../messaging/media/test/files.ts';
import { tracesOf } from './test/traces.ts';

const meera = '919820012345';
const picture = png(61, 47);

let story: Story;
let ashaId: string;
let meeraId: string;
let requestId: string;

beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story[Symbol.asyncDispose]());

const api = () => story.owner.api;
const contactOf = async (phone: string): Promise<string | undefined> =>
  (
    await story.app.database.asOwner<{ id: string }>(
      'select contact_id as id from contacts where phone = $1',
      [`+${phone}`],
    )
  )[0]?.id;

async function did(answer: Promise<{ status: number; body: object }>): Promise<Record<string, unknown>> {
  const { status, body } = await answer;
  expect([200, 201, 202], JSON.stringify(body)).toContain(status);
  return body as Record<string, unknown>;
}

/** Everything that the program can know of somebody. */
async function plantAsha(): Promise<void> {
  await approveNotice(story.owner, ['promotions']);
  const counter = await makePoint(story.owner, {
    kind: 'counter',
    name: 'Till 1',
    purposes: ['promotions'],
    numberId: story.numberId,
  });
  await story.act(asha, { type: 'send-text', text: `Flat 12 Rainbowtowers, ${counter.chatText}` });
  await story.eventually(() => contactOf(asha)).toBeTypeOf('string');
  ashaId = (await contactOf(asha))!;
  await story.act(asha, { type: 'send-text', text: 'मेरी कुंडलीवाली साड़ी कहाँ है' });
  const media = await story.pick(picture, 'image/png');
  await story.act(asha, { type: 'send-media', as: 'image', media, caption: 'Rainbowtowers gate' });
  await story
    .eventually(
      async () => (await story.app.database.asOwner("select 1 from media where state = 'stored'")).length,
    )
    .toBe(1);
  await did(
    api().patch(`/contacts/${ashaId}`, {
      name: 'Ashalata Kundliwala',
      email: 'ashalata@example.in',
      city: 'Rainbowcity',
    }),
  );
  await did(api().post(`/contacts/${ashaId}/notes`, { body: 'Ashalata wants the kundli border' }));
  await did(
    api().post(`/contacts/${ashaId}/consent/entries`, {
      kind: 'granted',
      purpose: 'orders',
      source: 'till',
      evidence: { note: 'Ashalata signed the paper', device: 'Rainbowphone' },
    }),
  );
  const list = await did(
    api().post('/suppression-lists', {
      name: 'Court',
      kind: 'legal',
      reason: 'Court order',
      categories: ['marketing'],
    }),
  );
  await did(
    api().post(`/suppression-lists/${String(list['listId'])}/members`, {
      contactIds: [ashaId],
      reason: 'Ashalata sued',
    }),
  );
  for (const text of ['Dear Ashalata, it left today', 'Rainbowtowers delivery at five'])
    await did(
      api().post('/messages', {
        numberId: story.numberId,
        to: { phone: `+${asha}` },
        content: { type: 'text', text: { body: text } },
        cause: `sms-${asha}-${text.length}`,
      }),
    );
  await story.eventually(async () => (await story.chatOf(asha)).length).toBeGreaterThan(4);
  await did(
    api().post('/saved-views', { screen: 'contacts', name: 'Her', shared: false, state: { search: asha } }),
  );
}

async function plantMeera(): Promise<void> {
  await story.act(meera, { type: 'send-text', text: 'Do you have Banarasi?' });
  await story.eventually(() => contactOf(meera)).toBeTypeOf('string');
  meeraId = (await contactOf(meera))!;
  await did(api().post(`/contacts/${meeraId}/notes`, { body: 'Prefers evenings' }));
}

test('a customer is known by everything that the program keeps of people, and another beside her', async () => {
  await plantAsha();
  await plantMeera();
}, 60_000);

const request = async (id = requestId) => did(api().get(`/data-requests/${id}`));

test('“delete my data” in the chat opens a request by itself, once, and is answered', async () => {
  for (let said = 0; said < 2; said++)
    await story.act(asha, { type: 'send-text', text: 'Delete my data please' });
  const open = async () =>
    (await did(api().get('/data-requests')))['items'] as { requestId: string; state: string; kind: string }[];
  await story.eventually(async () => (await open()).length).toBe(1);
  const [asked] = await open();
  expect(asked).toMatchObject({ kind: 'erasure', state: 'identified', channel: 'chat', contactId: ashaId });
  requestId = asked!.requestId;
  await story
    .eventually(
      async () =>
        (await story.chatOf(asha))
          .map(({ content }) => content.text ?? '')
          .filter((text) => text.includes('the erasure of your data')).length,
    )
    .toBe(1);
});

test('a legal hold keeps everything until it is lifted', async () => {
  const hold = await did(
    api().post('/legal-holds', { contactId: ashaId, requestId, reason: 'Ashalata’s court case' }),
  );
  expect((await api().post(`/data-requests/${requestId}/erasure`)).status).toBe(409);
  const preview = await did(api().get(`/data-requests/${requestId}/erasure`));
  expect(preview['holds']).toHaveLength(1);
  expect(
    (preview['goes'] as { what: string; count: number }[]).find(({ what }) => what === 'messages')!.count,
  ).toBeGreaterThan(5);
  expect((await api().remove(`/legal-holds/${String(hold['holdId'])}`)).status).toBe(200);
});

const words = [
  'Ashalata',
  'Kundliwala',
  'Rainbow',
  'kundli',
  'कुंडलीवाली',
  asha,
  'ashalata@example.in',
  'Delete my data',
];

test('after an erasure nothing of the person is left in any column or file, and others are as they were', async () => {
  const { app } = story;
  const [{ userId }] = (await app.database.asOwner<{ userId: string }>(
    'select user_id as "userId" from contacts where contact_id = $1',
    [ashaId],
  )) as [{ userId: string | null }];
  const sought = userId === null ? words : [...words, userId];
  expect((await tracesOf(app, sought)).length).toBeGreaterThan(10);
  await story.pass(5_000);
  await did(api().post(`/data-requests/${requestId}/erasure`));
  await story.eventually(async () => (await request())['state']).toBe('done');
  expect(await tracesOf(app, sought)).toEqual([]);
  const files = await app.database.asOwner<{ state: string }>(
    'select state from media where contact_id = $1',
    [ashaId],
  );
  expect(files).toEqual([{ state: 'expired' }]);
  expect((await tracesOf(app, ['Banarasi', meera])).length).toBeGreaterThan(3);
  expect(((await did(api().get(`/contacts/${meeraId}/notes`)))['items'] as object[]).length).toBe(1);
});

test('what is left of them can be read without harm, and in no list', async () => {
  const found = (await did(api().get('/contacts'))) as { items?: { contactId: string }[] };
  expect(found.items?.map(({ contactId }) => contactId)).not.toContain(ashaId);
  expect((await api().get(`/contacts/${ashaId}`)).body).toMatchObject({
    name: null,
    phone: null,
    identities: [],
  });
  expect((await api().get('/messages')).status).toBe(200);
  expect((await api().get(`/contacts/${ashaId}/timeline`)).status).toBe(200);
  expect((await api().post('/data-requests', { kind: 'access', contactId: ashaId })).status).toBe(404);
});

test('the certificate says what was erased, by whom, and is signed with the ledger’s key', async () => {
  const signed = (await did(api().get(`/data-requests/${requestId}/certificate`))) as Record<
    'certificate' | 'signature' | 'publicKey',
    string
  > & { html: Record<string, string> };
  const content = JSON.parse(signed.certificate) as { erased: Record<string, number>; contactId: string };
  expect(content).toMatchObject({ contactId: ashaId, requestId, channel: 'chat' });
  expect(content.erased).toMatchObject({
    contact_identities: expect.any(Number),
    contact_notes: 1,
    files: 1,
    messages: expect.any(Number),
  });
  const isSigned = (text: string) =>
    verify(null, Buffer.from(text), signed.publicKey, Buffer.from(signed.signature, 'base64'));
  expect(isSigned(signed.certificate)).toBe(true);
  expect(isSigned(signed.certificate.replace('"files": 1', '"files": 0'))).toBe(false);
  expect(signed.html['hi']).toContain('डेटा मिटाने का प्रमाणपत्र');
});

test('the ledger is still whole', async () => {
  await did(api().post('/consent/ledger/verifications'));
  await story
    .eventually(
      async () =>
        (
          (await did(api().get('/consent/ledger/verifications')))['items'] as {
            finishedAt: string | null;
            problems: number;
          }[]
        )[0],
    )
    .toMatchObject({ problems: 0, finishedAt: expect.any(String) });
});

test('who is added again by hand is recognised, and their “no” stands until they say otherwise', async () => {
  const back = await did(api().post('/contacts', { phone: `+${asha}` }));
  const contactId = String(back['contactId']);
  expect(contactId).not.toBe(ashaId);
  await story
    .eventually(async () => (await did(api().get(`/contacts/${contactId}/consent`)))['withdrawn'])
    .toEqual(['*']);
  expect((await did(api().get(`/contacts/${contactId}/suppressions`)))['items']).toMatchObject([
    { name: 'Court' },
  ]);
  await did(
    api().post(`/contacts/${contactId}/consent/entries`, {
      kind: 'granted',
      purpose: 'promotions',
      source: 'till',
      evidence: {},
    }),
  );
  expect((await did(api().get(`/contacts/${contactId}/consent`)))['granted']).toEqual(['promotions']);
});
