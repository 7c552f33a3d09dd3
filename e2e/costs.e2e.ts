import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, sample, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: MetaStage;
let owner: Signed;
let home: string;
let numberId: string;

const utility = 115_000;
const customers = ['+919876543210', '+919825012345', '+919898054321'];

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

const send = (phone: string) =>
  owner.api.post<{ code?: string; rule?: string }>('/messages', {
    to: { phone },
    numberId,
    content: { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } },
  });

interface Summary {
  items: { messages: number }[];
}

/** How many were delivered and charged this month. */
async function charged(): Promise<number> {
  const now = stage.app.clock.now().getTime();
  const day = (away: number): string => new Date(now + away * 86_400_000).toISOString().slice(0, 10);
  const { body } = await owner.api.get<Summary>(`/costs/summary?from=${day(-1)}&to=${day(1)}&by=category`);
  return body.items.reduce((sum, { messages }) => sum + messages, 0);
}

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
}, 60_000);
afterAll(() => stage.stop());

it('teaches what will stand there, before anything was sent', async () => {
  const { page, inspect, context } = await visit('costs');
  await page.getByRole('heading', { name: 'Nothing has been delivered this month' }).waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('link', { name: 'See the prices' }).click();
  await page.getByRole('heading', { name: 'No price of your own' }).waitFor();
  await page.getByRole('link', { name: 'Budgets' }).click();
  await page.getByRole('heading', { name: 'No budget is set' }).waitFor();
  expect(await inspect()).toEqual([]);
  await context.close();
});

it('shows what was delivered and charged, from the whole down to each number', async () => {
  await owner.api.post('/numbers/connections', {
    metaAppId: sample.appId,
    appSecret: sample.appSecret,
    token: sample.token,
    wabaId: sample.wabaId,
  });
  const { body } = await owner.api.get<{ numbers: { numberId: string; phoneNumberId: string }[] }>(
    '/numbers',
  );
  numberId = body.numbers.find(({ phoneNumberId }) => phoneNumberId === sample.numberId)!.numberId;
  await expect.poll(async () => (await send(customers[0]!)).status, { timeout: 15_000 }).toBe(200);
  for (const phone of customers.slice(1)) expect((await send(phone)).status).toBe(200);
  await expect.poll(charged, { timeout: 30_000, interval: 300 }).toBe(3);

  const { page, inspect, faults, context } = await visit('costs');
  await page.getByText('₹0.35', { exact: true }).first().waitFor();
  await page.getByText('3 messages delivered').first().waitFor();
  await page.getByText('As estimated', { exact: true }).waitFor();
  await page
    .getByRole('table', { name: 'By category' })
    .getByRole('row', { name: 'Utility 3 ₹0.35' })
    .waitFor();
  await page
    .getByRole('table', { name: 'By source' })
    .getByRole('row', { name: 'Colleagues 3 ₹0.35' })
    .waitFor();
  const number = page.getByRole('listitem').filter({ hasText: '+91 26140 01234' });
  await number.getByText('0 of 1,000').waitFor();
  await number.getByText('₹0.35').waitFor();
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await page.getByRole('table', { name: 'Spent by day' }).getByRole('cell', { name: '₹0.35' }).waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('button', { name: 'Previous month' }).click();
  await page.getByRole('heading', { name: /^Nothing was delivered in/ }).waitFor();
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.getByText('3 messages delivered').first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

async function fillBudget(page: Page, name: string, limit: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('At most').fill(limit);
}

it('sets a budget by clicking that then stops a message, and lets it go again', async () => {
  const { page, inspect, faults, context } = await visit('costs/budgets');
  await page.getByRole('link', { name: 'Set a budget' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Set the budget' }).click();
  await dialog.getByText('Give it a name.').waitFor();
  await dialog.getByText('Write an amount above zero.').waitFor();
  await fillBudget(page, 'Order updates', '0.40');
  await dialog.getByLabel('Warn at').fill('80, 120');
  await dialog.getByLabel('Of which messages').selectOption('Utility');
  await dialog.getByRole('button', { name: 'Set the budget' }).click();
  await dialog.getByText('Write up to five whole numbers from 1 to 99').waitFor();
  await dialog.getByLabel('Warn at').fill('80');
  await dialog.getByLabel('Stop when it is used up').check();
  expect(await inspect()).toEqual([]);
  await dialog.getByRole('button', { name: 'Set the budget' }).click();

  const row = page.getByRole('listitem').filter({ hasText: 'Order updates' });
  await row.getByText('₹0.35 of ₹0.40').waitFor();
  await row.getByText('Everything · Utility · each month · Warns at 80%').waitFor();
  const stopped = await send(customers[0]!);
  expect(stopped.status).not.toBe(200);
  expect(stopped.body).toMatchObject({ code: 'send_refused' });
  expect(JSON.stringify(stopped.body)).toContain('budget_reached');

  await row.getByRole('link', { name: 'Change Order updates' }).click();
  await fillBudget(page, 'Order updates', '5,000');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await row.getByText('of ₹5,000').waitFor();
  expect((await send(customers[0]!)).status).toBe(200);

  await row.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete the budget' }).click();
  await page.getByRole('heading', { name: 'No budget is set' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('takes a price of one’s own to four decimals, and gives it back', async () => {
  const { page, inspect, faults, context } = await visit('costs/prices');
  const card = page.getByRole('table', { name: 'India, in INR' });
  await card.getByRole('row', { name: /Utility.*₹0\.1150/ }).waitFor();
  await page.getByRole('link', { name: 'Add a price' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Category').selectOption('Marketing');
  await dialog.getByLabel('Country').selectOption('United Arab Emirates');
  await dialog.getByLabel('Price of one message').fill('0.12345678');
  await dialog.getByRole('button', { name: 'Add the price' }).click();
  await dialog.getByText('at most six decimals').waitFor();
  await dialog.getByLabel('Price of one message').fill('2.95');
  await dialog.getByLabel('Note').fill('Quoted by our partner');
  expect(await inspect()).toEqual([]);
  await dialog.getByRole('button', { name: 'Add the price' }).click();
  const own = page.getByRole('table', { name: 'Your own prices' });
  await own.getByRole('row', { name: /United Arab Emirates.*₹2\.9500/ }).waitFor();
  expect(await inspect()).toEqual([]);
  await own.getByRole('button', { name: /^Remove the price/ }).click();
  await dialog.getByRole('button', { name: 'Remove the price' }).click();
  await page.getByRole('heading', { name: 'No price of your own' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('shows an analyst the costs without anything to change, and an agent nothing', async () => {
  const analyst = await buildMember(stage.app, owner.workspaceId, 'analyst', 'Farhan Sheikh');
  const seen = await visit('costs/budgets', { as: analyst });
  await seen.page.getByText('An owner or administrator can set one.').waitFor();
  expect(await seen.page.getByRole('link', { name: /Set a budget/ }).count()).toBe(0);
  await seen.page.goto(`${stage.url}${home}costs/budgets?edit=new`);
  await seen.page.getByText('An owner or administrator can set one.').waitFor();
  expect(await seen.page.getByRole('dialog').count()).toBe(0);
  await seen.context.close();
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
  const { page, context } = await visit('costs', { as: agent });
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  await context.close();
});

it.each([
  ['costs', 'figure'],
  ['costs/budgets', 'ul[aria-label]'],
  ['costs/budgets?edit=new', '[role=dialog] form'],
  ['costs/prices', 'table'],
])('%s is without fault in every look', async (path, shown) => {
  await owner.api.post('/budgets', {
    name: 'विक्रय और ग्राहक सेवा',
    scope: 'number',
    scopeId: numberId,
    period: 'day',
    currency: 'INR',
    limitMicros: 2 * utility,
    warnPercents: [50, 80],
  });
  await expectFaultless(stage, {
    path: `${home}${path}`,
    as: owner,
    settle: ({ page }) => page.locator(shown).first().waitFor(),
  });
});
