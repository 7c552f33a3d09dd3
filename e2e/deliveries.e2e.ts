import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { change, message, messages } from '../apps/server/test/webhooks/bodies.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, sample, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';
import { postSigned } from './whatsapp-door.ts';

let stage: MetaStage;
let owner: Signed;
let home: string;

const silks = { wabaId: sample.wabaId, phoneNumberId: sample.numberId };
const stranger = { wabaId: '999000111222333', phoneNumberId: '888000111222333' };
const asha = '919876543210';

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  const { wabaId, appId, appSecret, token } = sample;
  await owner.api.post('/numbers/connections', { wabaId, metaAppId: appId, appSecret, token });
}, 60_000);
afterAll(() => stage.stop());

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });
const post = (body: string | Buffer | object): Promise<void> => postSigned(stage, owner, body);
const write = (text: string) =>
  stage.inside.phones.act(asha, { type: 'send-text', chat: sample.numberId, text });

describe('what was delivered', () => {
  it('stands in the list as it comes, and leads to its bytes and to what was made of it', async () => {
    const { page, faults, inspect, live, context } = await visit('deliveries');
    await page.getByRole('heading', { name: 'Deliveries', level: 1 }).waitFor();
    await live;
    await write('Is the peacock blue saree in stock?');
    const row = page.getByRole('row').filter({ hasText: 'Message' }).filter({ hasText: 'Taken in' });
    await row.first().waitFor();
    await row.first().getByRole('link', { name: 'Message' }).click();

    await page.getByRole('heading', { name: 'Delivery', level: 1 }).waitFor();
    const body = page.getByRole('region', { name: 'As it was delivered' });
    await body.getByText('"whatsapp_business_account"').waitFor();
    expect(await page.getByRole('link', { name: 'See the message' }).getAttribute('href')).toMatch(
      /\/messages\/[0-9a-f-]{36}$/,
    );
    await page.getByLabel('Search in it').fill('PEACOCK');
    await page.getByText('1 of 1').waitFor();
    await page.getByLabel('Search in it').fill('id');
    await page.getByText(/^1 of \d+$/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/^2 of \d+$/).waitFor();
    await page.keyboard.press('Shift+Enter');
    await page.getByText(/^1 of \d+$/).waitFor();
    await page.getByLabel('Search in it').fill('turmeric');
    await page.getByText('Not found').waitFor();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy' }).click();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(JSON.parse(copied)).toHaveProperty('entry');
    expect(await inspect()).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is filtered by its state, in the address, and is opened by the keyboard', async () => {
    await post('{"object":');
    const { page, context } = await visit('deliveries');
    await page.getByRole('row').filter({ hasText: 'Parked' }).waitFor();
    await page.getByLabel('State').selectOption({ label: 'Parked' });
    await page.waitForURL(/state=parked/);
    await page.getByRole('row').filter({ hasText: 'Taken in' }).waitFor({ state: 'detached' });
    await page.reload();
    const row = page.getByRole('row').filter({ hasText: 'Nothing that can be told apart' });
    await row.first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Parked: Broken off or not JSON' }).waitFor();
    await context.close();
  });

  it('does not move under the pointer: what comes waits above', async () => {
    const { page, live, context } = await visit('deliveries');
    await live;
    const first = page.getByRole('row').nth(1);
    await first.waitFor();
    const address = await first.getByRole('link').getAttribute('href');
    await first.hover();
    await write('And in green?');
    const more = page.getByRole('button', { name: /more came/ });
    await more.waitFor();
    expect(await first.getByRole('link').getAttribute('href')).toBe(address);
    await more.click();
    await more.waitFor({ state: 'detached' });
    expect(await first.getByRole('link').getAttribute('href')).not.toBe(address);
    await context.close();
  });

  it('that is not there is said to be so', async () => {
    const { page, inspect, context } = await visit('deliveries/0190f3c5-0000-7000-8000-000000000001');
    await page.getByRole('heading', { name: 'There is no such delivery here' }).waitFor();
    expect(await inspect()).toEqual([]);
    await page.goto(`${stage.url}${home}deliveries/nonsense`);
    await page.getByRole('heading', { name: 'There is no such delivery here' }).waitFor();
    await context.close();
  });
});

describe('what was parked', () => {
  it('says why and what to do, and what came of another try', async () => {
    await post(messages(stranger, message('wamid.stranger', new Date())));
    await post(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    const { page, faults, inspect, context } = await visit('deliveries/parked');
    const unknown = page.getByRole('region', { name: 'A number that is not connected' });
    await unknown.getByText('One parked').waitFor();
    await unknown.getByText('Connect the number, and this is taken in by itself.').waitFor();
    expect(await unknown.getByRole('link', { name: 'Connect a number' }).getAttribute('href')).toContain(
      '/numbers/connect',
    );
    await unknown.getByRole('button', { name: 'Try again' }).click();
    await unknown.getByText('Parked again').waitFor();

    // As if the number had been connected meanwhile.
    const unknownRow = unknown.getByRole('listitem');
    await stage.app.database.asOwner(
      `insert into system.number_routes (phone_number_id, waba_id, workspace_id, number_id)
       select $1, waba_id, workspace_id, number_id from system.number_routes where phone_number_id = $2`,
      [stranger.phoneNumberId, sample.numberId],
    );
    await unknownRow.getByRole('button', { name: 'Try again' }).click();
    await unknownRow.getByText('Taken in now').waitFor();
    await unknown.getByText('None left').waitFor();

    const bytes = page.getByRole('region', { name: 'Not readable as text' });
    await bytes.getByRole('link', { name: 'Nothing that can be told apart' }).click();
    await page.getByText('These are bytes and no text: 4 of them.').waitFor();
    await page.getByText('7b ff fe 7d').waitFor();
    expect(await inspect()).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is tried again all at once by its reason, and discarded against a word of what is lost', async () => {
    for (const nth of [1, 2, 3]) await post(`{"broken off ${nth}":`);
    const { page, faults, context } = await visit('deliveries/parked');
    const broken = page.getByRole('region', { name: 'Broken off or not JSON' });
    await broken.getByText('4 parked').waitFor();
    await broken.getByRole('button', { name: 'Try all again' }).click();
    await page.getByText('4 are being tried again').waitFor();
    await broken.getByText('4 are parked here again').waitFor();

    await broken.getByRole('listitem').first().getByRole('button', { name: 'Discard' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('What it was meant to tell is not known').waitFor();
    await dialog.getByText('It cannot be tried again.').waitFor();
    await dialog.getByRole('button', { name: 'Discard it' }).click();
    await page.getByText('The delivery was discarded').waitFor();
    await broken.getByText('3 parked').waitFor();

    await page.goto(`${stage.url}${home}deliveries?state=discarded`);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByText('Discarded by').waitFor();
    await page.locator('dd').filter({ hasText: 'Meera Patel' }).waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('what WhatsApp told beside messages', () => {
  it('is listed with its value, and what nobody knows yet is said to be new', async () => {
    await post(change(silks, 'brand_new_field', { saree_of_the_day: 'Kanchipuram' }));
    const { page, faults, inspect, context } = await visit('deliveries/updates');
    const row = page.getByRole('row').filter({ hasText: 'brand_new_field' });
    await row.getByText('New to Trikon').waitFor();
    await row.getByText('+91 26140 01234').waitFor();
    await row.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('this version of Trikon does not know').waitFor();
    await dialog.getByText('Kanchipuram').waitFor();
    expect(await inspect()).toEqual([]);
    await dialog.getByRole('link', { name: 'See the whole delivery' }).click();
    await page.getByRole('link', { name: 'Kept as it came' }).click();
    await page.getByRole('dialog').getByText('Kanchipuram').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Kind').selectOption({ label: 'Call' });
    await page.getByRole('heading', { name: 'No news of this kind' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('is refused to who may not see every byte', async () => {
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
  const { page, context } = await visit('deliveries', { as: agent });
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Deliveries' }).count()).toBe(0);
  expect((await agent.api.get('/webhooks/deliveries')).status).toBe(403);
  await context.close();
});

describe('without fault in every look', () => {
  it.each([
    ['deliveries', '[role=grid] a'],
    ['deliveries/parked', 'main section li a'],
    ['deliveries/updates', '[role=grid] code'],
  ])('%s', (path, settled) =>
    expectFaultless(stage, {
      path: `${home}${path}`,
      as: owner,
      settle: ({ page }) => page.locator(settled).first().waitFor(),
    }),
  );

  it('one delivery', async () => {
    const { body } = await owner.api.get<{ items: { deliveryId: string }[] }>('/webhooks/deliveries');
    await expectFaultless(stage, {
      path: `${home}deliveries/${body.items[0]!.deliveryId}`,
      as: owner,
      settle: ({ page }) => page.locator('pre').waitFor(),
    });
  });
});
