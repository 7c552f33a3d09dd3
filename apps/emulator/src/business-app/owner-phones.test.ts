import { expect, test } from 'vitest';
import { appPhone, asha, number, openShop } from '../coexistence/test/shop.ts';
import { handlooms } from '../sample/handlooms/handlooms.ts';

const hello = { type: 'send-text', chat: asha, text: 'Nayi saree aayi hai' } as const;

test('a customer and an owner talk without the Cloud API, and no partner hears of it', async () => {
  const shop = openShop();
  await shop.act({ type: 'send-text', chat: number, text: 'Dukan khuli hai?' }, asha);
  await shop.act(hello);
  await shop.minutes(1);
  expect(shop.chat(asha).messages.map(({ mine, content }) => [mine, content])).toEqual([
    [false, { kind: 'text', text: 'Dukan khuli hai?' }],
    [true, { kind: 'text', text: 'Nayi saree aayi hai' }],
  ]);
  const { messages } = shop.inside;
  expect(messages.ofChat.all(`${number} ${asha}`).map(({ status }) => status)).toEqual([
    'received',
    'delivered',
  ]);
  expect(messages.chatOf(number, asha)?.windowUntil).toBeUndefined();
  expect(shop.heard).toEqual([]);
});

test('what the owner sends has its ticks, and a phone that is offline gets it later', async () => {
  const shop = openShop();
  const { known } = shop.inside.people;
  known.change(asha, { online: false });
  await shop.act(hello);
  await shop.minutes(5);
  expect(shop.chat(asha).messages[0]).toMatchObject({ mine: true, status: 'sent' });
  await shop.act({ type: 'change-phone', settings: { online: true } }, asha);
  expect(shop.chat(asha).messages[0]).toMatchObject({ status: 'delivered' });
  await shop.act({ type: 'open-chat', chat: number }, asha);
  expect(shop.chat(asha).messages[0]).toMatchObject({ status: 'read' });
});

test('what the owner wrote can be edited for a quarter of an hour and taken back for two days', async () => {
  const shop = openShop();
  const { message = '' } = await shop.act(hello);
  await shop.minutes(14);
  await shop.act({ type: 'edit', chat: asha, message, text: 'Do nayi saree' });
  expect(shop.chat(asha).messages).toMatchObject([{ edited: true, content: { text: 'Do nayi saree' } }]);
  await shop.minutes(2);
  await expect(shop.act({ type: 'edit', chat: asha, message, text: 'Teen' })).rejects.toThrow('15 minutes');
  await shop.minutes(46 * 60);
  await shop.act({ type: 'delete', chat: asha, message, for: 'everyone' });
  expect(shop.chat(asha).messages).toMatchObject([{ content: { kind: 'deleted' } }]);
  const { message: older = '' } = await shop.act(hello);
  await shop.minutes(49 * 60);
  await expect(shop.act({ type: 'delete', chat: asha, message: older, for: 'everyone' })).rejects.toThrow(
    'two days',
  );
});

test('only what was written in the app can be changed there', async () => {
  const shop = openShop();
  const { message = '' } = await shop.act({ type: 'send-text', chat: number, text: 'Haan' }, asha);
  await expect(shop.act({ type: 'edit', chat: asha, message, text: 'Nahin' })).rejects.toThrow('in the app');
  await expect(shop.act({ type: 'edit', chat: '919999999999', message, text: 'Nahin' })).rejects.toThrow(
    'no message',
  );
});

test('unread messages are counted until the owner looks, and then the customer sees blue ticks', async () => {
  const shop = openShop();
  await shop.act({ type: 'send-text', chat: number, text: 'Ek' }, asha);
  await shop.act({ type: 'send-text', chat: number, text: 'Do' }, asha);
  expect(shop.owner().chats).toMatchObject([{ id: asha, unread: 2, last: { text: 'Do', mine: false } }]);
  await shop.act({ type: 'open-chat', chat: asha });
  expect(shop.owner().chats).toMatchObject([{ unread: 0 }]);
  const routes = shop.inside.phones.routes['GET /world/phones/:phone/chats/:chat'];
  const seen = routes?.({ params: { phone: asha, chat: number }, query: new URLSearchParams() } as never);
  expect(seen).toMatchObject({ messages: [{ status: 'read' }, { status: 'read' }] });
});

test('a reaction, a quotation and a forwarded message look as they do on any phone', async () => {
  const shop = openShop();
  const { message = '' } = await shop.act({ type: 'send-text', chat: number, text: 'Rang pakka hai?' }, asha);
  await shop.act({ type: 'react', chat: asha, message, emoji: '👍' });
  await shop.act({ ...hello, replyTo: message });
  await shop.act({ type: 'forward', chat: asha, message, to: ['919820012345'] });
  expect(shop.chat(asha).messages).toMatchObject([
    { reactions: [{ emoji: '👍', mine: true }] },
    { quoted: { id: message, author: `+${asha}`, text: 'Rang pakka hai?' } },
  ]);
  expect(shop.chat('919820012345').messages).toMatchObject([{ forwarded: 'once', mine: true }]);
});

test('contacts and labels are the owner’s own', async () => {
  const shop = openShop();
  await shop.act(hello);
  await shop.act({ type: 'save-contact', chat: asha, name: ' Asha Pune ' });
  await shop.act({ type: 'label', chat: asha, label: 'paid', on: true });
  await shop.act({ type: 'label', chat: asha, label: 'new-order', on: true });
  await shop.act({ type: 'label', chat: asha, label: 'paid', on: false });
  expect(shop.chat(asha)).toMatchObject({
    title: 'Asha Pune',
    labels: ['new-order'],
    customer: { phone: asha, saved: true },
  });
  await shop.act({ type: 'remove-contact', chat: asha });
  expect(shop.chat(asha)).toMatchObject({ title: `+${asha}`, customer: { saved: false } });
  await expect(shop.act({ type: 'label', chat: asha, label: 'vip', on: true })).rejects.toThrow('no label');
});

test('a group stays in the app: customers and partners hear nothing of it', async () => {
  const shop = openShop();
  await shop.act({ type: 'send-text', chat: number, text: 'Hi' }, asha);
  await shop.connect();
  const { chat = '' } = await shop.act({ type: 'create-group', name: 'Bunkar' });
  await shop.act({ type: 'send-text', chat, text: 'Kal chhutti' });
  await shop.minutes(5);
  expect(shop.chat(chat)).toMatchObject({
    kind: 'group',
    title: 'Bunkar',
    group: { mirrored: false, members: [{ business: true }, { name: 'Asha Patil', phone: asha }] },
    messages: [{ mine: true, content: { text: 'Kal chhutti' } }],
  });
  expect(await shop.told('smb_message_echoes')).toEqual([]);
  await shop.act({ type: 'leave-group', chat });
  await expect(shop.act({ type: 'send-text', chat, text: 'Hello?' })).rejects.toThrow('no chat');
});

test('four companions can be linked, and the fifth has no place', async () => {
  const shop = openShop();
  for (const name of ['WhatsApp Web', 'Mac', 'Windows', 'Android tablet'])
    await shop.act({ type: 'link-device', name });
  await expect(shop.act({ type: 'link-device', name: 'iPad' })).rejects.toThrow('At most 4');
  const [first] = shop.owner().devices;
  await shop.act({ type: 'unlink-device', device: first?.id ?? '' });
  await shop.act({ type: 'link-device', name: 'iPad' });
  expect(shop.owner().devices.map(({ name }) => name)).toEqual(['Mac', 'Windows', 'Android tablet', 'iPad']);
});

test('whoever hides the number is seen by username', async () => {
  const shop = openShop();
  shop.inside.people.known.change(asha, { username: 'asha.p', hidesNumber: true });
  await shop.act({ type: 'send-text', chat: number, text: 'Hi' }, asha);
  expect(shop.chat(asha)).toMatchObject({
    title: '@asha.p',
    customer: { username: 'asha.p', saved: false },
  });
  expect(shop.chat(asha).customer).not.toHaveProperty('phone');
});

test('phones with the app are made, listed and given up like any other', () => {
  const { phones, apps, emulator } = openShop().inside;
  const call = (key: string, rest: object): unknown => phones.routes[key]?.(rest as never);
  const body = { face: 'owner', name: 'Kaveri Electronics', phone: '+91 422 456 7890', language: 'en' };
  const made = call('POST /world/phones', { body }) as { id: string };
  expect(made).toMatchObject({
    face: 'owner',
    phone: '914224567890',
    name: 'Kaveri Electronics',
    platform: { state: 'none' },
  });
  expect(() => call('POST /world/phones', { body })).toThrow('already');
  const list = call('GET /world/phones', {}) as { id: string }[];
  expect(list.map(({ id }) => id)).toEqual([asha, appPhone, made.id]);
  call('DELETE /world/phones/:phone', { params: { phone: made.id } });
  expect(apps.all.has(made.id.slice(4))).toBe(false);
  expect(emulator.directory.numberByPhone.get('914224567890')).toBeUndefined();
  expect(() => call('GET /world/phones/:phone', { params: { phone: made.id } })).toThrow('no phone');
});

test('the app refuses what it cannot do, and chats that are none', async () => {
  const shop = openShop();
  await expect(shop.act({ type: 'tap-ad', ad: '1' })).rejects.toThrow('cannot tap-ad');
  await expect(shop.act({ ...hello, chat: handlooms.phone })).rejects.toThrow('no chat');
  await expect(shop.act({ ...hello, text: ' ' })).rejects.toThrow('nothing to send');
  await shop.act({ type: 'block', chat: asha });
  await expect(shop.act(hello)).rejects.toThrow('blocked');
});

test('whoever is blocked writes into the void: one tick, and nothing in the app', async () => {
  const shop = openShop();
  await shop.connect();
  await shop.act({ type: 'block', chat: asha });
  await shop.act({ type: 'send-text', chat: number, text: 'Koi hai?' }, asha);
  expect(shop.chat(asha)).toMatchObject({ blocked: true, messages: [], unread: 0 });
  expect(await shop.told('messages')).toEqual([]);
  const routes = shop.inside.phones.routes['GET /world/phones/:phone/chats/:chat'];
  const seen = routes?.({ params: { phone: asha, chat: number }, query: new URLSearchParams() } as never);
  expect(seen).toMatchObject({ messages: [{ status: 'sent', content: { text: 'Koi hai?' } }] });
  await shop.act({ type: 'unblock', chat: asha });
  await shop.act({ type: 'send-text', chat: number, text: 'Ab?' }, asha);
  expect(shop.chat(asha).messages).toMatchObject([{ content: { text: 'Ab?' } }]);
});
