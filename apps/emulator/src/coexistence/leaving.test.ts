import { expect, test } from 'vitest';
import { handlooms } from '../sample/handlooms/handlooms.ts';
import { asha, number, openShop, type Shop } from './test/shop.ts';

const day = 24 * 60;
const owners = { waba_id: handlooms.wabaId, owner_business_id: handlooms.businessId };

const send = (shop: Shop) =>
  shop.ask('POST', `/${number}/messages`, {
    messaging_product: 'whatsapp',
    to: asha,
    type: 'text',
    text: { body: 'Namaste' },
  });

test('an owner who disconnects takes the number off the Cloud API and keeps it in the app', async () => {
  const shop = openShop();
  await shop.connect();
  await shop.act({ type: 'disconnect-platform' });
  expect(await shop.told('account_update')).toEqual([
    {
      event: 'PARTNER_REMOVED',
      waba_info: owners,
      disconnection_info: { reason: 'ACCOUNT_DISCONNECTED', initiated_by: 'USER' },
    },
  ]);
  expect(shop.heard.at(-1)?.entry).toBe(handlooms.businessId);
  expect((await send(shop)).body).toMatchObject({ code: 133010 });
  expect(shop.owner().platform.state).toBe('disconnected');
  await shop.act({ type: 'send-text', chat: asha, text: 'Ab bhi yahan hoon' });
  await shop.act({ type: 'send-text', chat: number, text: 'Achha' }, asha);
  expect(shop.chat(asha).messages).toHaveLength(2);
  expect(await shop.told('messages')).toEqual([]);
});

test('the removal has a second form, which names the number', async () => {
  const shop = openShop();
  shop.world.settings.change('coexistence', { removalByPhoneNumber: true });
  await shop.connect();
  await shop.act({ type: 'disconnect-platform' });
  expect(await shop.told('account_update')).toMatchObject([
    { event: 'PARTNER_REMOVED', phone_number: handlooms.phone },
  ]);
  expect(shop.heard.at(-1)?.entry).toBe(handlooms.wabaId);
});

test('a phone that nobody uses for fourteen days ends the connection', async () => {
  const shop = openShop();
  await shop.connect();
  await shop.minutes(13 * day);
  await shop.act({ type: 'open-chat', chat: asha });
  await shop.minutes(13.9 * day);
  expect(await shop.told('account_update')).toEqual([]);
  await shop.minutes(0.2 * day);
  expect(await shop.told('account_update')).toMatchObject([
    { disconnection_info: { reason: 'PRIMARY_INACTIVITY', initiated_by: 'SYSTEM' } },
  ]);
});

test('a companion that lies idle for thirty days ends it too, and is unlinked', async () => {
  const shop = openShop();
  await shop.connect();
  await shop.act({ type: 'link-device', name: 'Mac' });
  await shop.act({ type: 'link-device', name: 'WhatsApp Web' });
  for (let week = 1; week <= 4; week++) {
    await shop.minutes(7 * day);
    await shop.act({ type: 'link-device', name: 'WhatsApp Web' });
  }
  await shop.minutes(1.9 * day);
  expect(await shop.told('account_update')).toEqual([]);
  await shop.minutes(0.2 * day);
  expect(await shop.told('account_update')).toMatchObject([
    { disconnection_info: { reason: 'COMPANION_INACTIVITY', initiated_by: 'SYSTEM' } },
  ]);
  expect(shop.owner().devices).toMatchObject([{ name: 'WhatsApp Web' }]);
});

test('a new phone suspends the connection for minutes, and the number comes back by itself', async () => {
  const shop = openShop();
  await shop.connect();
  await shop.act({ type: 'link-device', name: 'Mac' });
  await shop.act({ type: 'change-device' });
  await shop.act({ type: 'send-text', chat: number, text: 'Hello?' }, asha);
  expect(await shop.told('account_update')).toEqual([{ event: 'ACCOUNT_OFFBOARDED' }]);
  expect(await shop.told('messages')).toEqual([]);
  expect((await send(shop)).status).toBe(400);
  expect(shop.owner().devices).toEqual([]);
  await shop.minutes(6);
  expect(await shop.told('account_update')).toEqual([
    { event: 'ACCOUNT_OFFBOARDED' },
    { event: 'ACCOUNT_RECONNECTED' },
  ]);
  expect(shop.heard.at(-1)?.entry).toBe(handlooms.wabaId);
  expect((await send(shop)).status).toBe(200);
  await shop.minutes(15 * day);
  expect((await shop.told('account_update')).at(-1)).toMatchObject({ event: 'PARTNER_REMOVED' });
});

test('a new phone on which the partner is not kept ends the connection', async () => {
  const shop = openShop();
  await shop.connect();
  const renew = shop.inside.coexistence.routes['POST /world/coexistence/:number/new-device'];
  renew?.({ params: { number }, body: { reconnects: false, seconds: 60 } } as never);
  await shop.minutes(2);
  expect(await shop.told('account_update')).toMatchObject([
    { event: 'ACCOUNT_OFFBOARDED' },
    { event: 'PARTNER_REMOVED', disconnection_info: { reason: 'USER_RE_REGISTERED', initiated_by: 'USER' } },
  ]);
});

test('a phone that stays away for weeks is idle when it comes back', async () => {
  const shop = openShop();
  await shop.connect();
  const renew = shop.inside.coexistence.routes['POST /world/coexistence/:number/new-device'];
  renew?.({ params: { number }, body: { seconds: 20 * day * 60 } } as never);
  await shop.minutes(22 * day);
  expect(await shop.told('account_update')).toMatchObject([
    { event: 'ACCOUNT_OFFBOARDED' },
    { event: 'ACCOUNT_RECONNECTED' },
    { event: 'PARTNER_REMOVED', disconnection_info: { reason: 'PRIMARY_INACTIVITY' } },
  ]);
});

test('every documented end can be ordered, of numbers that are connected', async () => {
  const shop = openShop();
  const end = (reason: string) =>
    shop.inside.coexistence.routes['POST /world/coexistence/:number/end']?.({
      params: { number },
      body: { reason },
    } as never);
  expect(() => end('CHANGE_NUMBER')).toThrow('not connected');
  await shop.connect();
  expect(() => end('BOREDOM')).toThrow('one of');
  end('CHANGE_NUMBER');
  expect(await shop.told('account_update')).toMatchObject([
    { disconnection_info: { reason: 'CHANGE_NUMBER', initiated_by: 'USER' } },
  ]);
});

test('who left can be connected again, and synchronize again', async () => {
  const shop = openShop();
  const sync = () =>
    shop.ask('POST', `/${number}/smb_app_data`, { messaging_product: 'whatsapp', sync_type: 'history' });
  await shop.connect();
  expect((await sync()).status).toBe(200);
  await shop.act({ type: 'disconnect-platform' });
  expect((await sync()).body).toMatchObject({ code: 100 });
  await shop.connect();
  expect((await sync()).status).toBe(200);
});
