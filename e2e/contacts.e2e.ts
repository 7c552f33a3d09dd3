import { afterAll, beforeAll, expect, it } from 'vitest';
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

it('is without fault in every look', () =>
  expectFaultless(stage, {
    path: `${home}contacts`,
    as: owner,
    settle: ({ page }) => page.getByText('Rekha Patel').first().waitFor(),
  }));
