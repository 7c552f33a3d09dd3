import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: Stage;
let owner: Signed;
let reader: Signed;
let home: string;

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  reader = await buildMember(stage.app, owner.workspaceId, 'compliance', 'Lakshmi Iyer');
  home = homeOf(owner.workspaceId);
  for (const [name, phone, city] of [
    ['Rekha Patel', '98250 12345', 'Surat'],
    ['अनिल शर्मा', '98250 12346', 'Indore'],
    ['கவிதா சுப்பிரமணியன் வெங்கடேஸ்வரன்', '98410 22334', 'Coimbatore'],
  ]) {
    const { body } = await owner.api.post<{ contactId: string }>('/contacts', { name, phone });
    await owner.api.patch(`/contacts/${body.contactId}`, { city });
  }
}, 60_000);
afterAll(() => stage.stop());

const addTag = async (name: string): Promise<string> =>
  (await owner.api.post<{ tagId: string }>('/contact-tags', { name, color: 'teal' })).body.tagId;

const visit = (look: Look = {}): Promise<Visit> => stage.visit(`${home}contacts`, { as: owner, ...look });

it('finds people in whatever script, by filter, and says when nobody is', async () => {
  const { page, faults, context } = await visit();
  await page.getByText('Rekha Patel').waitFor();
  await page.getByLabel('Search contacts').fill('sharma');
  await page.getByText('Rekha Patel').waitFor({ state: 'detached' });
  await page.getByText('अनिल शर्मा').waitFor();
  await page.getByLabel('Search contacts').fill('qwerty');
  await page.getByRole('heading', { name: 'Nobody is found' }).waitFor();
  await page.getByLabel('Search contacts').fill('');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('What about').selectOption('city');
  await page.getByLabel('Value').fill('sur');
  await page.getByRole('option', { name: /Surat/ }).click();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('अनिल शर्मा').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name: '1 condition' }).waitFor();
  await page.getByText('Rekha Patel').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('gives a tag that is new to whoever is selected, and takes it back', async () => {
  const { page, faults, context } = await visit();
  await page.getByText('Rekha Patel').waitFor();
  await page
    .getByRole('row', { name: /Rekha Patel/ })
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Tag', { exact: true }).fill('Diwali');
  await page.getByRole('button', { name: 'Create “Diwali”' }).click();
  await page.getByText('1 contact changed').waitFor();
  await page
    .getByRole('row', { name: /Rekha Patel/ })
    .getByText('Diwali')
    .waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page
    .getByRole('row', { name: /Rekha Patel/ })
    .getByText('Diwali')
    .waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});

it('adds a contact, and keeps a phone that is none beside its problem', async () => {
  const { page, faults, context } = await visit();
  await page.getByRole('button', { name: 'Add a contact' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Phone').fill('12345');
  await dialog.getByRole('button', { name: 'Add a contact' }).click();
  await dialog.getByText(/too short/).waitFor();
  await dialog.getByLabel('Phone').fill('98765 43210');
  await dialog.getByRole('button', { name: 'Add a contact' }).click();
  await page.waitForURL(/contacts\/[0-9a-f-]{36}/);
  expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  await context.close();
});

it('shows who may only look no way to change anything', async () => {
  const { page, context } = await visit({ as: reader });
  await page.getByText('Rekha Patel').waitFor();
  expect(await page.getByRole('button', { name: 'Add a contact' }).count()).toBe(0);
  expect(await page.getByRole('checkbox').count()).toBe(0);
  await context.close();
});

it('sets an own field of whoever is selected, and says beside it what does not fit', async () => {
  await owner.api.post('/contact-fields', { name: 'Orders', kind: 'number' });
  const { page, context } = await visit();
  await page
    .getByRole('row', { name: /Rekha Patel/ })
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: 'Set a field' }).click();
  await page.getByLabel('Value').fill('many');
  await page.keyboard.press('Enter');
  await page
    .getByText(/number/i)
    .last()
    .waitFor();
  await page.getByLabel('Value').fill('1,200');
  await page.keyboard.press('Enter');
  await page.getByText('1 contact changed').waitFor();
  await context.close();
});

it('keeps search and filter in a saved view, and on the way back from a contact', async () => {
  const { page, faults, context } = await visit();
  await page.getByLabel('Search contacts').fill('patel');
  await page.getByText('अनिल शर्मा').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Name of the view').fill('Patels');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Patels', exact: true }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Rekha Patel').click();
  await page.getByRole('main').getByRole('link', { name: 'Contacts', exact: true }).click();
  await expect.poll(() => page.getByLabel('Search contacts').inputValue()).toBe('patel');
  await page.getByLabel('Search contacts').fill('qwerty');
  await page.getByRole('heading', { name: 'Nobody is found' }).waitFor();
  await page.getByRole('link', { name: 'Show everybody' }).click();
  await page.getByText('अनिल शर्मा').waitFor();
  expect(await page.getByLabel('Search contacts').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Patels', exact: true }).click();
  await page.getByText('अनिल शर्मा').waitFor({ state: 'detached' });
  expect(await page.getByLabel('Search contacts').inputValue()).toBe('patel');
  expect(faults).toEqual([]);
  await context.close();
});

it('fits on a laptop without scrolling aside', async () => {
  const { page, context } = await visit({ width: 1280 });
  await page.getByText('Rekha Patel').waitFor();
  await page.getByRole('columnheader', { name: 'Promotions' }).waitFor();
  const tooWide = await page
    .getByRole('grid')
    .evaluate((grid) => grid.parentElement!.scrollWidth - grid.parentElement!.clientWidth);
  expect(tooWide).toBe(0);
  await context.close();
});

describe('tags', () => {
  const tags = 'contacts/tags';

  it('are renamed, recoloured, taken back, merged and deleted, with how many have them', async () => {
    const gold = await addTag('Gold');
    await addTag('VIP customers');
    const { body } = await owner.api.post<{ contactId: string }>('/contacts', {
      phone: '98250 77777',
      name: 'Farida Sheikh',
    });
    await owner.api.patch(`/contacts/${body.contactId}`, { tags: [gold] });
    const { page, faults, inspect, context } = await stage.visit(`${home}${tags}`, { as: owner });
    const row = (name: string) =>
      page.getByRole('list', { name: 'Tags of contacts' }).getByRole('listitem').filter({ hasText: name });
    await row('Gold').getByRole('link', { name: '1 contact' }).waitFor();
    const choose = async (name: string, action: string) => {
      await page.getByRole('button', { name: `Actions for ${name}` }).click();
      await page.getByRole('menuitem', { name: action }).click();
    };
    await choose('Gold', 'Rename or recolour');
    await page.getByLabel('Name').fill('VIP customers');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Another one has this name already.').waitFor();
    await page.getByLabel('Name').fill('Golden');
    await page.getByRole('radio', { name: 'Amber' }).check({ force: true });
    expect(await inspect()).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await row('Golden').waitFor();
    expect(await page.locator('[data-color=amber]').count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await row('Golden').waitFor({ state: 'detached' });
    await choose('Gold', 'Merge into another');
    await page.getByRole('combobox').fill('VIP');
    await page.getByRole('option', { name: 'VIP customers' }).click();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await row('VIP customers').getByRole('link', { name: '1 contact' }).waitFor();
    await choose('VIP customers', 'Delete');
    await page.getByText(/It is taken from 1 contact/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await row('VIP customers').waitFor({ state: 'detached' });
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
    await context.close();
  });

  it('offer no change to who may only look, and are without fault in every look', async () => {
    await addTag('Wholesale');
    const { page, context } = await stage.visit(`${home}${tags}`, { as: reader });
    await page.getByText('Wholesale').waitFor();
    expect(await page.getByRole('button', { name: /Actions|Add tag/ }).count()).toBe(0);
    await context.close();
    await expectFaultless(stage, {
      path: `${home}${tags}`,
      as: owner,
      settle: ({ page: shown }) => shown.getByText('Wholesale').first().waitFor(),
    });
  });
});

it('is without fault in every look', () =>
  expectFaultless(stage, {
    path: `${home}contacts`,
    as: owner,
    settle: ({ page }) => page.getByText('Rekha Patel').first().waitFor(),
  }));
