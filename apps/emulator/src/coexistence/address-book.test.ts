import { expect, test } from 'vitest';
import type { JsonObject } from '../world/json.ts';
import { handlooms } from '../sample/handlooms/handlooms.ts';
import { asha, number, openShop, type Shop } from './test/shop.ts';

const save = (shop: Shop, name: string, chat = asha) => shop.act({ type: 'save-contact', chat, name });

const sync = (shop: Shop) =>
  shop.ask('POST', `/${number}/smb_app_data`, {
    messaging_product: 'whatsapp',
    sync_type: 'smb_app_state_sync',
  });

const entries = async (shop: Shop): Promise<JsonObject[]> =>
  (await shop.told('smb_app_state_sync')).flatMap(({ state_sync: list }) => list as unknown as JsonObject[]);

test('the whole address book comes in bulk, and only whoever is on WhatsApp', async () => {
  const shop = openShop();
  await save(shop, 'Asha Pune');
  await save(shop, 'Landline', '911123456789');
  shop.inside.people.create({ id: '911123456789', hasWhatsApp: false });
  await shop.connect();
  expect(await entries(shop)).toEqual([]);
  expect(await sync(shop)).toMatchObject({
    status: 200,
    body: { messaging_product: 'whatsapp', request_id: expect.stringMatching(/^\d{10,17}$/) as string },
  });
  await shop.minutes(1);
  const { people } = shop.inside;
  expect(await entries(shop)).toEqual([
    {
      type: 'contact',
      contact: {
        full_name: 'Asha Pune',
        first_name: 'Asha',
        phone_number: asha,
        user_id: people.userIdOf(handlooms.businessId, people.get(asha)),
      },
      action: 'add',
      metadata: { timestamp: expect.stringMatching(/^\d{10}$/) as string },
    },
  ]);
});

test('a large address book comes in several webhooks', async () => {
  const shop = openShop();
  shop.world.settings.change('coexistence', { contactsPerWebhook: 3 });
  for (let count = 0; count < 7; count++) await save(shop, `Grahak ${count}`, `91987650000${count}`);
  await shop.connect();
  await sync(shop);
  await shop.minutes(1);
  const told = await shop.told('smb_app_state_sync');
  expect(told.map(({ state_sync: list }) => (list as unknown[]).length)).toEqual([3, 3, 1]);
});

test('after the synchronization every change is told: an edit as an addition, a removal without names', async () => {
  const shop = openShop();
  await shop.connect();
  await save(shop, 'Nobody hears');
  await sync(shop);
  await shop.minutes(1);
  await save(shop, 'Asha ji');
  await shop.act({ type: 'remove-contact', chat: asha });
  const [, edited, removed] = await entries(shop);
  expect(edited).toMatchObject({ action: 'add', contact: { full_name: 'Asha ji', first_name: 'Asha' } });
  expect(removed).toMatchObject({ action: 'remove', contact: { phone_number: asha } });
  expect(removed?.contact).not.toHaveProperty('full_name');
});

test('a contact who hides the number is named by user id and username', async () => {
  const shop = openShop();
  shop.inside.people.known.change(asha, { hidesNumber: true, username: 'asha.p' });
  await shop.connect();
  await sync(shop);
  await save(shop, 'Asha');
  const [entry] = await entries(shop);
  expect(entry?.contact).toMatchObject({ username: 'asha.p' });
  expect(entry?.contact).not.toHaveProperty('phone_number');
});
