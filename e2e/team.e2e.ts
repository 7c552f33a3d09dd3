import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: Stage;
let owner: Signed;
let home: string;

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  await buildMember(stage.app, owner.workspaceId, 'supervisor', 'Farhan Shaikh');
  await buildMember(stage.app, owner.workspaceId, 'agent', 'செல்வி முருகன் கண்ணம்மாள் இராமநாதபுரம்');
}, 30_000);
afterAll(() => stage.stop());

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

it('invites someone: the address is checked, the link is shown once, and the list shows who is on the way', async () => {
  const { page, faults, context } = await visit('team');
  await page.getByRole('link', { name: 'Invite someone' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Work e-mail').fill('kavya');
  await dialog.getByRole('button', { name: 'Create invitation' }).click();
  await dialog.getByText('Write an address such as').waitFor();

  await dialog.getByLabel('Work e-mail').fill('kavya@surat-silks.example');
  await dialog.getByLabel('Role').selectOption('compliance');
  await dialog.getByText('See who signed in, when, how and from where').waitFor();
  await dialog.getByRole('button', { name: 'Create invitation' }).click();
  await dialog.getByRole('heading', { name: 'kavya@surat-silks.example is invited' }).waitFor();
  expect(await dialog.getByLabel('Invitation link').inputValue()).toContain('/join#');
  await dialog.getByText('No mail server is connected here').waitFor();
  await dialog.getByRole('button', { name: 'Invite another' }).click();

  await dialog.getByLabel('Work e-mail').fill('kavya@surat-silks.example');
  await dialog.getByRole('button', { name: 'Create invitation' }).click();
  await dialog.getByText('This address is invited already.').waitFor();
  expect(await dialog.getByLabel('Work e-mail').getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Escape');

  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Invited').click();
  await page.getByRole('row').filter({ hasText: 'kavya@surat-silks.example' }).getByText('Invited').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('makes a new link for an invitation, and withdraws it', async () => {
  await owner.api.post('/invitations', { email: 'tenzin@surat-silks.example', role: 'agent' });
  const { page, faults, context } = await visit('team?show=invited');
  await page.getByRole('link', { name: 'tenzin@surat-silks.example' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Meera Patel').waitFor();
  await drawer.getByRole('button', { name: 'Make a new link' }).click();
  expect(await drawer.getByLabel('Invitation link').inputValue()).toContain('/join#');
  await drawer.getByRole('button', { name: 'Done' }).click();
  await drawer.getByRole('button', { name: 'Withdraw invitation' }).click();
  await page.getByText('The link stops working at once.').waitFor();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Withdraw invitation' }).click();
  await page.getByText('The invitation for tenzin@surat-silks.example was withdrawn').waitFor();
  await page.getByRole('row').filter({ hasText: 'tenzin@' }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});

it('gives another role, says what changes, and takes it back', async () => {
  const dev = await buildMember(stage.app, owner.workspaceId, 'agent', 'Devansh Mehta');
  const { page, faults, context } = await visit(`team?person=${dev.userId}`);
  const drawer = page.getByRole('dialog', { name: 'Devansh Mehta' });
  await drawer.getByLabel('Role').selectOption('developer');
  await drawer.getByText('New: Create and revoke API keys').waitFor();
  await drawer.getByRole('button', { name: 'Change role' }).click();
  await page.getByText('Devansh Mehta now has the role Developer').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('row').filter({ hasText: 'Devansh Mehta' }).getByText('Agent').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('removes someone only after saying what that means, and keeps the last owner in place', async () => {
  const ritu = await buildMember(stage.app, owner.workspaceId, 'agent', 'Ritu Chauhan');
  const { page, faults, context } = await visit(`team?person=${ritu.userId}`);
  await page.getByRole('button', { name: 'Remove from the workspace' }).click();
  await page.getByText('Ritu Chauhan is signed out of this workspace at once').waitFor();
  await page.getByRole('button', { name: 'Remove Ritu Chauhan' }).click();
  await page.getByText('Ritu Chauhan was removed').waitFor();
  await page.getByRole('row').filter({ hasText: 'Ritu' }).waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Meera Patel' }).click();
  await page.getByText('This is the only owner. Make someone else an owner').waitFor();
  expect(await page.getByRole('button', { name: 'Leave the workspace' }).count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

it('says why the server refused, in its place and in Hindi too', async () => {
  const second = await buildMember(stage.app, owner.workspaceId, 'owner', 'Imran Qureshi');
  const { page, context } = await visit(`team?person=${second.userId}`, { language: 'hi' });
  const problem = { type: '', title: '', status: 409, code: 'last_owner', detail: 'English', requestId: 'r' };
  await page.route(`**/api/v1/members/${second.userId}`, (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
  await page.getByRole('button', { name: 'वर्कस्पेस से हटाएँ' }).click();
  await page.getByRole('button', { name: 'Imran Qureshi को हटाएँ' }).click();
  await page.getByText('यह आख़िरी मालिक है। पहले किसी और को मालिक बनाएँ।').waitFor();
  await context.close();
  await owner.api.remove(`/members/${second.userId}`);
});

it('composes a role from sentences, changes it, and deletes it once nobody holds it', async () => {
  const { page, faults, context } = await visit('team/roles');
  await page.getByRole('link', { name: 'New role' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create role' }).click();
  await dialog.getByText('Give the role a name.').waitFor();
  await dialog.getByText('Allow at least one thing.').waitFor();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Festival help');
  await dialog.getByLabel('Start from').selectOption('agent');
  await dialog.getByLabel('Create and revoke API keys').check();
  await dialog.getByRole('button', { name: 'Create role' }).click();
  await page.getByRole('heading', { name: 'Festival help' }).waitFor();
  await page.getByRole('columnheader', { name: 'Festival help' }).waitFor();

  const { body } = await owner.api.get<{ items: { roleId: string }[] }>('/roles');
  const roleId = body.items[0]?.roleId;
  const arjun = await buildMember(stage.app, owner.workspaceId, 'agent', 'Arjun Desai');
  await owner.api.patch(`/members/${arjun.userId}`, { role: 'custom', roleId });
  await page.getByRole('link', { name: 'One person' }).waitFor();
  await page.getByRole('button', { name: 'Delete role' }).click();
  await page.getByText('One person holds this role. Give them another one first').waitFor();
  await page.getByRole('link', { name: 'See who holds it' }).click();
  await page.getByRole('link', { name: 'Arjun Desai' }).waitFor();
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' });

  await owner.api.patch(`/members/${arjun.userId}`, { role: 'agent' });
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('button', { name: 'Delete role' }).click();
  await page.getByText('Nobody holds it, so nobody loses anything.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete role' }).click();
  await page.getByRole('heading', { name: 'Festival help' }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});

it('shows an agent who is here, and nothing to change; nobody may give more than they hold', async () => {
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
  const seen = await visit('team', { as: agent });
  await seen.page.getByRole('link', { name: 'Farhan Shaikh' }).click();
  await seen.page.getByText('What this role may do').waitFor();
  for (const name of ['Remove from the workspace', 'Change role', 'Invite someone']) {
    expect(
      await seen.page.getByRole('button', { name }).or(seen.page.getByRole('link', { name })).count(),
    ).toBe(0);
  }
  await seen.context.close();

  const admin = await buildMember(stage.app, owner.workspaceId, 'admin', 'Anjali Kulkarni');
  const { page, context } = await visit('team?invite=true', { as: admin });
  const option = page.getByRole('option', { name: 'Owner (only an owner can give this)' });
  await option.waitFor({ state: 'attached' });
  expect(await option.isDisabled()).toBe(true);
  await context.close();
});

it('finds by name, keeps the choice in the address, and remembers a view on the server', async () => {
  const { page, faults, context } = await visit('team');
  await page.getByLabel('Search people').fill('farhan');
  await page.waitForURL('**/team?q=farhan');
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Farhan Shaikh' }).waitFor();
  await page.getByLabel('Search people').fill('nobody at all');
  await page.getByRole('heading', { name: 'Nobody matches' }).waitFor();
  await page.getByRole('link', { name: 'Show everyone' }).click();

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Since' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Name of the view').fill('Just roles');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Delete view Just roles' }).waitFor();
  const { body } = await owner.api.get<{ items: { name: string }[] }>('/saved-views?screen=team');
  expect(body.items.map(({ name }) => name)).toEqual(['Just roles']);
  expect(faults).toEqual([]);
  await context.close();
});

it('is run from the keyboard: keys, palette, and finding a person by name', async () => {
  const { page, faults, context } = await visit('');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.waitForURL('**/team');
  await page.getByRole('row').nth(1).waitFor();
  // What every page offers arrives after the page itself; the list of keys shows that it has.
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard' }).getByText('Invite someone').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.keyboard.press('i');
  await page.getByRole('dialog', { name: 'Invite someone' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').waitFor();
  await page.keyboard.type('farhan');
  await page.getByRole('option', { name: 'Farhan Shaikh' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Farhan Shaikh' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('says that the team did not load, and loads it on the second try', async () => {
  const { page, context } = await visit('settings');
  await page.getByRole('heading', { name: 'Settings' }).first().waitFor();
  await page.route('**/api/v1/members?*', (route) => route.abort());
  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByText('The team did not load').waitFor();
  await page.unroute('**/api/v1/members?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Farhan Shaikh' }).waitFor();
  await context.close();
});

it('is without fault in every look', () =>
  expectFaultless(stage, {
    path: `${home}team`,
    as: owner,
    settle: ({ page }) => page.getByRole('link', { name: 'Farhan Shaikh' }).waitFor(),
  }));

it('has roles without fault in every look', () =>
  expectFaultless(stage, {
    path: `${home}team/roles`,
    as: owner,
    settle: ({ page }) => page.locator('#all-roles').waitFor(),
  }));

it('has dialogs and drawers without fault', async () => {
  const { body } = await owner.api.get<{ items: { userId: string; name: string }[] }>('/members');
  const farhan = body.items.find(({ name }) => name === 'Farhan Shaikh');
  for (const path of ['team?invite=true', `team?person=${farhan?.userId}`, 'team/roles?edit=new']) {
    for (const look of [
      { theme: 'light', width: 1280 },
      { theme: 'dark', width: 360, language: 'hi' },
    ] as const) {
      const { page, inspect, context } = await visit(path, look);
      await page.getByRole('dialog').getByRole('combobox').first().waitFor();
      expect(await inspect()).toEqual([]);
      await context.close();
    }
  }
});
