import { expect, test } from 'vitest';
import type { JsonObject } from '../world/json.ts';
import { handlooms } from '../sample/handlooms/handlooms.ts';
import { asha, number, openShop, type Shop } from './test/shop.ts';

const metadata = { display_phone_number: handlooms.phone, phone_number_id: number };
const hello = { type: 'send-text', chat: asha, text: 'Nayi saree aayi hai' } as const;

const echoes = async (shop: Shop): Promise<JsonObject[]> =>
  (await shop.told('smb_message_echoes')).flatMap(
    ({ message_echoes: list }) => list as unknown as JsonObject[],
  );

const userId = ({ inside: { people } }: Shop): string =>
  people.userIdOf(handlooms.businessId, people.get(asha));

test('what the owner writes is echoed, and has no statuses, price or window', async () => {
  const shop = openShop();
  await shop.connect();
  const { message } = await shop.act(hello);
  await shop.minutes(1);
  expect(await shop.told('smb_message_echoes')).toEqual([
    {
      messaging_product: 'whatsapp',
      metadata,
      contacts: [{ profile: { name: 'Asha Patil' }, wa_id: asha, user_id: userId(shop) }],
      message_echoes: [
        {
          from: handlooms.phone,
          to: asha,
          to_user_id: userId(shop),
          id: message,
          timestamp: String(Math.floor((shop.world.clock.now() - 60_000) / 1000)),
          type: 'text',
          text: { body: 'Nayi saree aayi hai' },
        },
      ],
    },
  ]);
  expect(await shop.told('messages')).toEqual([]);
  const sent = shop.inside.messages.all.get(message ?? '');
  expect(sent).toMatchObject({ status: 'delivered' });
  expect(sent).not.toHaveProperty('price');
  expect(shop.inside.messages.chatOf(number, asha)?.windowUntil).toBeUndefined();
});

test('an edit and a deletion are echoes of their own that name the first message', async () => {
  const shop = openShop();
  await shop.connect();
  const { message = '' } = await shop.act(hello);
  await shop.act({ type: 'edit', chat: asha, message, text: 'Do saree' });
  await shop.act({ type: 'delete', chat: asha, message, for: 'everyone' });
  const [, edit, revoke] = await echoes(shop);
  expect(edit).toMatchObject({
    type: 'edit',
    from: handlooms.phone,
    to: asha,
    edit: { original_message_id: message, message: { type: 'text', text: { body: 'Do saree' } } },
  });
  expect(revoke).toMatchObject({ type: 'revoke', revoke: { original_message_id: message } });
  expect(new Set([message, edit?.id, revoke?.id]).size).toBe(3);
});

test('an answer names what it answers, a reaction its message, and what Meta does not pass on stays unsupported', async () => {
  const shop = openShop();
  await shop.connect();
  const { message = '' } = await shop.act({ type: 'send-text', chat: number, text: 'Kitne ki hai?' }, asha);
  await shop.act({ ...hello, replyTo: message });
  await shop.act({ type: 'react', chat: asha, message, emoji: '🙏' });
  await shop.act({ type: 'send-poll', chat: asha, question: 'Kaunsa rang?', options: ['Lal', 'Neela'] });
  expect(await echoes(shop)).toMatchObject([
    { type: 'text', context: { from: asha, id: message } },
    { type: 'reaction', reaction: { message_id: message, emoji: '🙏' } },
    { type: 'unsupported', errors: [{ code: 131051 }], unsupported: { type: 'poll' } },
  ]);
});

test('a customer who hides the number is echoed by user id alone', async () => {
  const shop = openShop();
  shop.inside.people.known.change(asha, { hidesNumber: true, username: 'asha.p' });
  await shop.connect();
  await shop.act(hello);
  const [echo] = await echoes(shop);
  expect(echo).toMatchObject({ to_user_id: userId(shop) });
  expect(echo).not.toHaveProperty('to');
});

test('before the connection and after it nothing is echoed', async () => {
  const shop = openShop();
  await shop.act(hello);
  await shop.connect();
  await shop.act({ type: 'disconnect-platform' });
  await shop.act(hello);
  expect(await echoes(shop)).toEqual([]);
});

test('what the Cloud API sends stands in the app too, and what customers write arrives in both places', async () => {
  const shop = openShop();
  await shop.connect();
  await shop.act({ type: 'send-text', chat: number, text: 'Kitne ki hai?' }, asha);
  const { status } = await shop.ask('POST', `/${number}/messages`, {
    messaging_product: 'whatsapp',
    to: asha,
    type: 'text',
    text: { body: '₹1500' },
  });
  await shop.minutes(1);
  expect(status).toBe(200);
  expect(shop.chat(asha).messages).toMatchObject([
    { mine: false, content: { text: 'Kitne ki hai?' } },
    { mine: true, status: 'delivered', content: { text: '₹1500' } },
  ]);
  const heard = await shop.told('messages');
  expect(heard.flatMap(({ messages }) => messages ?? [])).toMatchObject([
    { text: { body: 'Kitne ki hai?' } },
  ]);
  expect(heard.flatMap(({ statuses }) => statuses ?? [])).toMatchObject([
    { status: 'sent' },
    { status: 'delivered' },
  ]);
  expect(await echoes(shop)).toEqual([]);
});

test('a customer’s edit and deletion reach a connected number as what they are', async () => {
  const shop = openShop();
  await shop.connect();
  const { message = '' } = await shop.act({ type: 'send-text', chat: number, text: 'Lal' }, asha);
  await shop.act({ type: 'edit', chat: number, message, text: 'Neela' }, asha);
  await shop.act({ type: 'delete', chat: number, message, for: 'everyone' }, asha);
  const wire = (await shop.told('messages')).flatMap(({ messages }) => messages as unknown as JsonObject[]);
  expect(wire).toMatchObject([
    { type: 'text' },
    { type: 'edit', edit: { original_message_id: message, message: { text: { body: 'Neela' } } } },
    { type: 'revoke', revoke: { original_message_id: message } },
  ]);
});

test('a first message may come to the app alone, when the world is told so', async () => {
  const shop = openShop();
  await shop.connect();
  shop.world.settings.change('coexistence', { unavailableFirstShare: 1 });
  await shop.act({ type: 'send-text', chat: number, text: 'Ad dekha' }, asha);
  expect(shop.inside.messages.chatOf(number, asha)?.windowUntil).toBeUndefined();
  await shop.act({ type: 'send-text', chat: number, text: 'Hello?' }, asha);
  const wire = (await shop.told('messages')).flatMap(({ messages }) => messages as unknown as JsonObject[]);
  expect(wire).toMatchObject([{ type: 'unsupported', errors: [{ code: 131060 }] }, { type: 'text' }]);
  expect(shop.chat(asha).messages).toMatchObject([
    { content: { text: 'Ad dekha' } },
    { content: { text: 'Hello?' } },
  ]);
});

test('a file from the phone is echoed with an id that downloads it, and its caption can be edited', async () => {
  const shop = openShop();
  const { media } = shop.inside;
  const bytes = Buffer.from('%PDF-1.4 price list');
  const { id: picked } = await media.files.keep({ parts: [bytes], mime: 'application/pdf' });
  await shop.connect();
  const { message = '' } = await shop.act({
    type: 'send-media',
    as: 'document',
    media: picked,
    name: 'Bhav.pdf',
    caption: 'Is hafte ke daam',
    chat: asha,
  });
  await shop.act({ type: 'edit', chat: asha, message, text: 'Naye daam' });
  const [sent, edited] = await echoes(shop);
  expect(sent).toMatchObject({
    type: 'document',
    document: { filename: 'Bhav.pdf', caption: 'Is hafte ke daam', mime_type: 'application/pdf' },
  });
  const id = idOf(sent?.document);
  expect(media.read(id)?.bytes).toEqual(bytes);
  expect(edited).toMatchObject({ edit: { message: { document: { id, caption: 'Naye daam' } } } });
});

const idOf = (part: unknown): string => (part as { id: string }).id;
