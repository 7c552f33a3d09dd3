import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { plantContacts } from '../apps/server/test/contact-rows.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: Stage;
let owner: Signed;
let home: string;

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}consent/${path}`, { as: owner, ...look });

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
}, 60_000);
afterAll(() => stage.stop());

it('teaches what a list is for, and makes one by keyboard', async () => {
  const { page, inspect, context } = await visit('suppression');
  await page.getByRole('heading', { name: 'Nobody is kept out' }).waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('link', { name: 'New list' }).first().press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New list' });
  await dialog.getByRole('button', { name: 'Make the list' }).click();
  await dialog.getByText('Give it a name.').waitFor();
  await dialog.getByLabel('Name').fill('Complained in October');
  await dialog.getByLabel('What for').selectOption('complaint');
  await dialog.getByLabel('Reason').fill('They wrote to the regulator');
  expect(await inspect()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Complained in October' }).waitFor();
  await context.close();
});

it('takes phones as they are pasted, says which it could not read, and shows and frees who is on a list', async () => {
  const [contactId] = (await plantContacts(stage.app.database, owner.workspaceId)) as [string];
  await stage.app.database.asOwner(`update contacts set name = 'Meera Joshi' where contact_id = $1`, [
    contactId,
  ]);
  const { page, inspect, context } = await visit('suppression');
  await page.getByRole('link', { name: 'Add people to Complained in October' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add people to Complained in October' });
  await dialog.getByLabel('Phone numbers').fill('098250 12345, 12\n+91 98765 43210');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('One entry is no phone number: 12').waitFor();
  await page.keyboard.press('Escape');
  const lists = await owner.api.get<{ items: { listId: string }[] }>('/suppression-lists');
  const { listId } = lists.body.items[0]!;
  // By a program, while somebody looks.
  await owner.api.post(`/suppression-lists/${listId}/members`, { contactIds: [contactId] });
  await page.getByText('3 people').waitFor();
  await page.getByRole('link', { name: 'Who is on it' }).click();
  await page.getByText('Meera Joshi').waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('button', { name: 'Take off Meera Joshi' }).click();
  await page.getByText('Meera Joshi may be written to again as far as this list goes').waitFor();
  await context.close();
});

it('changes what a list says and until when it holds, and not what it is for', async () => {
  const { page, inspect, context } = await visit('suppression');
  await page.getByRole('link', { name: 'Change Complained in October' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change Complained in October' });
  expect(await dialog.getByLabel('What for').isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('They wrote to the regulator; legal looks at it');
  await dialog.getByLabel('Last day').fill('31 Feb');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Write a day such as 30 Nov or 30/11/2026.').waitFor();
  await dialog.getByLabel('Last day').fill('31/3/2099');
  expect(await inspect()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('Until 31 Mar 2099').waitFor();
  await page.getByText('They wrote to the regulator; legal looks at it').waitFor();
  await context.close();
});

it('says by which rule people were found, and when', async () => {
  const rule = { kind: 'non_engagers', messages: 5, days: 60 };
  await owner.api.post('/suppression-lists', {
    name: 'Never reads',
    kind: 'non_engagers',
    reason: 'They only cost money',
    categories: ['marketing'],
    rule,
  });
  const { page, context } = await visit('suppression');
  await page.getByText('5 offers or more in 60 days, none read').waitFor();
  await page.getByText(/Found by its rule|being worked out/).waitFor();
  await context.close();
});

it('shows lists to whoever may read consent, without what changes them', async () => {
  const reader = await buildMember(stage.app, owner.workspaceId, 'analyst', 'Ravi Shah');
  const { page, context } = await visit('suppression', { as: reader });
  await page.getByRole('heading', { name: 'Complained in October' }).waitFor();
  expect(await page.getByRole('link', { name: 'New list' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Delete' }).count()).toBe(0);
  await context.close();
});

it('has no faults on a phone, in the dark and in Hindi', async () => {
  await expectFaultless(stage, {
    path: `${home}consent/suppression`,
    as: owner,
    settle: ({ page }) => page.getByRole('heading', { name: 'Complained in October' }).waitFor(),
  });
});
