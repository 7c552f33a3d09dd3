import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: MetaStage;
let owner: Signed;
let home: string;

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
}, 60_000);
afterAll(() => stage.stop());

it('finds a template by a word, shows it on a phone in Hindi, and begins one’s own with it', async () => {
  const { page, inspect, faults, context } = await visit('templates/library');
  await page.getByRole('button', { name: 'Look at Order shipped' }).waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('nothing like this');
  await page.getByRole('heading', { name: 'Nothing in the library fits' }).waitFor();
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('shipped');
  await page.getByRole('button', { name: 'Look at Order shipped' }).click();
  const dialog = page.getByRole('dialog', { name: 'Order shipped' });
  await dialog.getByText('हिन्दी').click();
  await dialog.getByText('पार्सल देखें').first().waitFor();
  expect(await inspect()).toEqual([]);
  await dialog.getByRole('button', { name: 'Use this' }).click();
  await page.waitForURL(/\/templates\/[\da-f-]+\/edit\/hi$/);
  expect(faults).toEqual([]);
  const { body } = await owner.api.get<{ items: { name: string }[] }>('/template-families');
  expect(body.items.map(({ name }) => name)).toContain('service_order_shipped_v1');
  await context.close();
});

it('locks submitting before a festival that is switched on, and before a day of one’s own', async () => {
  const { page, inspect, faults, context } = await visit('templates/cadence');
  await page.getByText('Submitting is open.').waitFor();
  await page.getByRole('switch', { name: 'Christmas' }).click();
  await page.getByText(/The next lock begins on 11 Dec 2026, for Christmas|locked until Christmas/).waitFor();
  await page.getByRole('button', { name: 'Add the day' }).click();
  await page.getByText('Give it a name.').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Anniversary sale');
  await page.getByRole('textbox', { name: 'Day' }).fill('32 Nov');
  await page.getByRole('button', { name: 'Add the day' }).click();
  await page.getByText('Write a day such as 8 Nov 2027.').waitFor();
  expect(await inspect()).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

it('is looked after as the workspace wants it: days, languages that stand in, own addresses', async () => {
  const { page, context } = await visit('templates/cadence');
  await page.getByLabel('New words after').fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Write a whole number from 7 to 365.').waitFor();
  await page.getByLabel('New words after').fill('45');
  for (const language of ['Hindi', 'Tamil']) {
    await page.getByRole('combobox', { name: 'Add a language to the order' }).fill(language);
    await page.getByRole('option', { name: new RegExp(`^${language}`) }).click();
  }
  await page.getByRole('button', { name: 'Earlier: Tamil' }).click();
  await page.getByLabel('Your own web addresses').fill('https://sharmasarees.in/diwali');
  await page.getByRole('combobox', { name: 'Add a language to say it in' }).fill('English');
  await page.getByRole('option', { name: 'English (en)' }).click();
  await page.getByLabel('In English').fill('Sold by Sharma Sarees, GSTIN 24ABCDE1234F1Z5');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  const { body } = await owner.api.get<{ settings: object }>('/template-cadence');
  expect(body.settings).toMatchObject({
    refreshDays: 45,
    languages: ['ta', 'hi'],
    domains: ['sharmasarees.in'],
    disclosures: { en: 'Sold by Sharma Sarees, GSTIN 24ABCDE1234F1Z5' },
  });
  await context.close();
});

it.each([
  ['templates/library', /Templates of the library|संग्रह के टेम्पलेट/],
  ['templates/cadence', /Festivals|त्योहार/],
])(
  '%s is without fault in both themes and languages, and on a phone',
  async (path, list) => {
    await expectFaultless(stage, {
      path: `${home}${path}`,
      as: owner,
      settle: ({ page }) => page.getByRole('list', { name: list }).waitFor(),
    });
  },
  120_000,
);
