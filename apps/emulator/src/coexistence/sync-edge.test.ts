import { expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import { number, openShop, type Shop } from './test/shop.ts';

const sync = (shop: Shop, type: string) =>
  shop.ask('POST', `/${number}/smb_app_data`, { messaging_product: 'whatsapp', sync_type: type });

test('each kind of synchronization is asked for once', async () => {
  const shop = openShop();
  await shop.connect();
  expect((await sync(shop, 'history')).status).toBe(200);
  expect((await sync(shop, 'smb_app_state_sync')).status).toBe(200);
  expect(await sync(shop, 'history')).toMatchObject({ status: 400, body: { code: 2593107 } });
  expect(await sync(shop, 'smb_app_state_sync')).toMatchObject({ status: 400, body: { code: 2593107 } });
});

test('a day after the connection it is too late', async () => {
  const shop = openShop();
  await shop.connect();
  await shop.minutes(24 * 60);
  expect((await sync(shop, 'history')).status).toBe(200);
  await shop.minutes(1);
  expect(await sync(shop, 'smb_app_state_sync')).toMatchObject({ status: 400, body: { code: 2593108 } });
});

test('what is no kind of synchronization is refused, and so is a number that is not connected', async () => {
  const shop = openShop();
  expect((await sync(shop, 'history')).body).toMatchObject({ code: 100 });
  await shop.connect();
  expect((await sync(shop, 'everything')).body).toMatchObject({ code: 100 });
  const { body } = await shop.ask('POST', `/${number}/smb_app_data`, { sync_type: 'history' });
  expect(body).toMatchObject({ code: 100 });
});

test('a stranger’s token does not reach the number', async () => {
  const shop = openShop();
  const { body } = await shop.ask('POST', `/${sample.numberId}/smb_app_data`, {
    messaging_product: 'whatsapp',
    sync_type: 'history',
  });
  expect(body).toMatchObject({ code: 200 });
});

test('a reconnected number does not synchronize again', async () => {
  const shop = openShop();
  await shop.connect();
  await sync(shop, 'history');
  await shop.act({ type: 'change-device' });
  await shop.minutes(6);
  expect((await sync(shop, 'history')).body).toMatchObject({ code: 2593107 });
});
