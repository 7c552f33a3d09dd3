import { expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import type { Answered } from './joining.ts';
import { appPhone, asha, number, openShop } from './test/shop.ts';
import { handlooms } from '../sample/handlooms/handlooms.ts';

const partner = { name: 'Trikon', appId: sample.appId };

test('a number is asked for, its owner agrees, and it is on the Cloud API too', async () => {
  const shop = openShop();
  const { coexistence } = shop.inside;
  const answers: Answered[] = [];
  coexistence.onAnswer((answer) => answers.push(answer));
  await shop.act({ type: 'link-device', name: 'WhatsApp Web' });
  coexistence.askToConnect('+91 62762 22134', { partner });
  expect(shop.owner().platform).toEqual({ state: 'asked', partner: 'Trikon' });
  await shop.act({ type: 'answer-connect', accept: true, shareHistory: true });
  expect(shop.owner()).toMatchObject({
    devices: [],
    platform: { state: 'connected', partner: 'Trikon', sharesHistory: true },
  });
  expect(answers).toMatchObject([{ number: { id: number }, partner, accepted: true, sharesHistory: true }]);
  const { body } = await shop.ask('GET', `/${number}?fields=is_on_biz_app,platform_type,throughput`);
  expect(body).toEqual({
    id: number,
    is_on_biz_app: true,
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
  });
});

test('an owner who refuses keeps the number off the Cloud API', async () => {
  const shop = openShop();
  const answers: boolean[] = [];
  shop.inside.coexistence.onAnswer(({ accepted, sharesHistory }) => answers.push(accepted, sharesHistory));
  shop.inside.coexistence.askToConnect(number, { partner });
  await shop.act({ type: 'answer-connect', accept: false, shareHistory: true });
  expect(answers).toEqual([false, false]);
  expect(shop.owner().platform).toEqual({ state: 'none' });
  const { body } = await shop.ask('GET', `/${number}?fields=is_on_biz_app,platform_type`);
  expect(body).toMatchObject({ is_on_biz_app: true, platform_type: 'NOT_APPLICABLE' });
  await expect(shop.act({ type: 'answer-connect', accept: true, shareHistory: true })).rejects.toThrow(
    'Nobody asks',
  );
});

test('as a step of a sign-up the owner’s yes joins nothing before the end', async () => {
  const shop = openShop();
  const { coexistence, emulator } = shop.inside;
  coexistence.askToConnect(number, { partner, isStep: true });
  await shop.act({ type: 'answer-connect', accept: true, shareHistory: true });
  expect(emulator.directory.numbers.get(number)?.registered).toBe(false);
  expect(coexistence.find(number)).toMatchObject({ state: 'agreed', sharesHistory: true });
  coexistence.complete(number, { partner, sharesHistory: true });
  expect(emulator.directory.numbers.get(number)?.registered).toBe(true);
  expect(shop.owner().platform).toMatchObject({ state: 'connected', sharesHistory: true });
});

test('a number that signs up without a phone in the world gets one', () => {
  const { coexistence, apps, emulator } = openShop().inside;
  coexistence.complete(sample.secondNumberId, { partner, sharesHistory: false });
  expect(apps.all.has(sample.secondNumberId)).toBe(true);
  expect(emulator.directory.numbers.get(sample.secondNumberId)).toMatchObject({
    onBusinessApp: true,
    registered: true,
  });
});

test('one partner at a time, and only numbers of the app', async () => {
  const shop = openShop();
  const { coexistence } = shop.inside;
  await shop.connect();
  expect(() => coexistence.askToConnect(number, { partner: { name: 'Another' } })).toThrow('already');
  expect(() => coexistence.askToConnect(sample.numberId, { partner })).toThrow('not in use');
});

test('a connected number takes twenty messages a second', async () => {
  const shop = openShop();
  await shop.connect();
  shop.inside.messages.emulator.world.settings.change('messages', { pairRate: false });
  const send = () =>
    shop.ask('POST', `/${number}/messages`, {
      messaging_product: 'whatsapp',
      to: asha,
      type: 'text',
      text: { body: 'Namaste' },
    });
  for (let count = 0; count < 20; count++) expect((await send()).status).toBe(200);
  expect((await send()).body).toMatchObject({ code: 130429 });
});

test('registering and deregistering are the app’s alone', async () => {
  const shop = openShop();
  await shop.connect();
  const body = { messaging_product: 'whatsapp', pin: '123456' };
  expect((await shop.ask('POST', `/${number}/register`, body)).body).toMatchObject({ code: 100 });
  expect((await shop.ask('POST', `/${number}/deregister`, body)).body).toMatchObject({ code: 100 });
});

test('some companions are not supported once the number is connected', async () => {
  const shop = openShop();
  await shop.connect();
  await expect(shop.act({ type: 'link-device', name: 'WhatsApp for Windows' })).rejects.toThrow('supported');
  await expect(shop.act({ type: 'link-device', name: 'Wear OS watch' })).rejects.toThrow('supported');
  await shop.act({ type: 'link-device', name: 'Mac' });
  expect(shop.owner().devices).toHaveLength(1);
});

test('who steers the world asks in a partner’s name', async () => {
  const shop = openShop();
  const ask = shop.inside.coexistence.routes['POST /world/coexistence/:number/ask'];
  ask?.({ params: { number: handlooms.phone }, body: {} } as never);
  expect(shop.owner()).toMatchObject({ id: appPhone, platform: { state: 'asked', partner: 'Trikon' } });
  expect(() => ask?.({ params: { number }, body: { app: '1' } } as never)).toThrow('no app');
});
