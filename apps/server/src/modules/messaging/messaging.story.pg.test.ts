import { afterAll, beforeAll, expect, test } from 'vitest';
import { asha, openStory, type Story } from '../../../test/messaging/story.ts';
import { png } from './media/test/files.ts';

const day = 86_400_000;
/** Has WhatsApp, a phone in the world, and never wrote to the shop. */
const meera = '919820012345';

let story: Story;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story[Symbol.asyncDispose]());

interface Message {
  messageId: string;
  conversationId: string;
  contactId: string;
  direction: string;
  type: string;
  text: string | null;
  status: string;
}

const recent = async (): Promise<Message[]> =>
  (await story.owner.api.get<{ items: Message[] }>('/messages')).body.items;
const statusOf = async (messageId: string): Promise<string> =>
  (await story.owner.api.get<Message>(`/messages/${messageId}`)).body.status;
/** It leaves while time stands still at Meta, so that no tick overtakes the answer. */
async function arrived(messageId: string): Promise<void> {
  await expect.poll(() => statusOf(messageId), { timeout: 15_000 }).toMatch(/accepted|sent/);
  await story.eventually(() => statusOf(messageId)).toBe('delivered');
}
const send = (to: object, content: object) =>
  story.owner.api.post<{ messageId: string; contactId: string; details?: { rule: string } }>('/messages', {
    numberId: story.numberId,
    to,
    content,
  });
const words = (body: string) => ({ type: 'text', text: { body } });
const offer = {
  type: 'template',
  template: {
    name: 'festive_offer',
    language: { code: 'en' },
    values: { 'body.1': 'Meera', 'body.2': 'DIWALI10' },
  },
};
const kinds = async (phone: string): Promise<string[]> =>
  (await story.chatOf(phone)).map(({ content }) => content.kind);
const factsOf = async (contactId: string): Promise<string[]> => {
  const rows = await story.app.database.asOwner<{ type: string }>(
    `select type from events where contact_id = $1 order by tx, seq`,
    [contactId],
  );
  return rows.map(({ type }) => type);
};

let ashaId: string;
let meeraId: string;

test('a customer writes: words and picture are in the thread, and the window is open', async () => {
  await story.act(asha, { type: 'send-text', text: 'Is the peacock blue saree in stock?' });
  await story.act(asha, {
    type: 'send-media',
    as: 'image',
    media: await story.pick(png(20, 10), 'image/png'),
  });
  await story.eventually(async () => (await recent()).map(({ type }) => type)).toEqual(['image', 'text']);
  const [picture, text] = await recent();
  expect(text).toMatchObject({ direction: 'in', text: 'Is the peacock blue saree in stock?' });
  ashaId = text!.contactId;
  const { body } = await story.owner.api.get<{ windowEndsAt: string }>(
    `/conversations/${text!.conversationId}`,
  );
  expect(new Date(body.windowEndsAt).getTime()).toBeGreaterThan(
    story.app.clock.now().getTime() + day - 60_000,
  );
  await story
    .eventually(async () => {
      const files = await story.owner.api.get<{ media: { state: string }[] }>(
        `/media?messageIds=${picture!.messageId}`,
      );
      return files.body.media.map(({ state }) => state);
    })
    .toEqual(['stored']);
});

test('the answer leaves, arrives and is read', async () => {
  const { status, body } = await send({ contactId: ashaId }, words('Yes, three of them.'));
  expect(status).toBe(200);
  await arrived(body.messageId);
  await story.act(asha, { type: 'open-chat' });
  await story.eventually(() => statusOf(body.messageId)).toBe('read');
  expect((await story.chatOf(asha)).at(-1)?.content).toMatchObject({ text: 'Yes, three of them.' });
});

test('somebody new gets an offer when they agreed to it, and it is charged', async () => {
  const created = await story.owner.api.post<{ contactId: string }>('/contacts', { phone: `+${meera}` });
  meeraId = created.body.contactId;
  expect(await send({ contactId: meeraId }, offer)).toMatchObject({
    status: 422,
    body: { details: { rule: 'consent_not_granted' } },
  });
  const consent = { kind: 'granted', purpose: 'promotions', source: 'counter' };
  expect((await story.owner.api.post(`/contacts/${meeraId}/consent/entries`, consent)).status).toBe(200);
  const { status, body } = await send({ contactId: meeraId }, offer);
  expect(status).toBe(200);
  await arrived(body.messageId);
  expect(await kinds(meera)).toContain('card');
  const meter = await story.owner.api.get<{
    lines: { category: string; messages: number; micros: number }[];
  }>(`/numbers/${story.numberId}/meter`);
  const line = meter.body.lines.find(({ category }) => category === 'marketing');
  expect(line).toMatchObject({ messages: 1 });
  expect(line!.micros).toBeGreaterThan(0);
});

test('who stops marketing in WhatsApp gets no further offer', async () => {
  await story.act(meera, { type: 'marketing', value: 'stop' });
  await story
    .eventually(async () => (await send({ contactId: meeraId }, offer)).body.details?.rule)
    .toBe('consent_stopped');
});

test('after a day without a word from the customer only templates may be sent', async () => {
  await story.pass(day + 60_000);
  expect(await send({ contactId: ashaId }, words('Are you still interested?'))).toMatchObject({
    status: 422,
    body: { code: 'send_refused', details: { rule: 'window_closed' } },
  });
});

test('all of it is told in its order', async () => {
  expect(await factsOf(ashaId)).toEqual([
    'contact.created',
    'conversation.opened',
    'message.received',
    'message.received',
    'media.fetched',
    'message.sent',
    'message.delivered',
    'message.read',
  ]);
  expect(await factsOf(meeraId)).toEqual([
    'contact.created',
    'consent.granted',
    'message.sent',
    'message.delivered',
    // With her wish Meta tells her user id.
    'contact.identified',
    'consent.stopped',
  ]);
});
