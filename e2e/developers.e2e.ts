import { permissionNames } from '@trikon/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { keyClient } from '../apps/server/test/api-client.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { failJobs, parkEvents } from './failed-work.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: Stage;
let owner: Signed;
let home: string;

beforeAll(async () => {
  stage = await openStage({ TRIKON_ROLES: 'api' });
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
}, 30_000);
afterAll(() => stage.stop());

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

it('creates a key that works, shows it once, and revokes it only against its name', async () => {
  const { page, faults, context } = await visit('developers');
  await page.getByRole('heading', { name: 'No API key yet' }).waitFor();
  await page.getByRole('link', { name: 'Create API key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await dialog.getByText('Say which program this is for.').waitFor();
  await dialog.getByText('Allow at least one thing.').waitFor();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Orders from our website');
  await dialog.getByLabel('See who belongs to the workspace').check();
  await dialog.getByLabel('Requests a minute').fill('0');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await dialog.getByText('Write a number from 1').waitFor();
  await dialog.getByLabel('Requests a minute').fill('1200');
  await dialog.getByRole('button', { name: 'Create key' }).click();

  await dialog.getByRole('heading', { name: 'The key Orders from our website is ready' }).waitFor();
  const key = await dialog.getByLabel('API key').inputValue();
  const program = keyClient(stage.app, key);
  expect((await program.get('/members')).status).toBe(200);
  expect((await program.get('/sign-ins')).status).toBe(403);
  await dialog.getByRole('button', { name: 'I have stored it' }).click();
  await page.getByText(`May do one thing of ${permissionNames.length}`).waitFor();
  await page.getByText('1,200 requests a minute').waitFor();
  expect(await page.content()).not.toContain(key);

  await page.getByRole('button', { name: 'Revoke' }).click();
  const revoke = page.getByRole('button', { name: 'Revoke the key' });
  expect(await revoke.isDisabled()).toBe(true);
  await page.getByRole('dialog').getByRole('textbox').fill('Orders from our website');
  await revoke.click();
  await page.getByText('The key Orders from our website was revoked').waitFor();
  await page.getByText('One key that no longer works').click();
  await page.getByText('Revoked').last().waitFor();
  expect((await program.get('/members')).status).toBe(401);
  expect(faults).toEqual([]);
  await context.close();
});

it('keeps what was typed when the server is away, and creates the key on the second try', async () => {
  const { page, context } = await visit('developers?create=true');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Tally export');
  await dialog.getByLabel('Read the event history').check();
  await page.route('**/api/v1/api-keys', (route) => route.abort());
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await dialog.getByText('The server cannot be reached.').waitFor();
  expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Tally export');
  await page.unroute('**/api/v1/api-keys');
  await page.reload();
  expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Tally export');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await dialog.getByRole('heading', { name: 'The key Tally export is ready' }).waitFor();
  await context.close();
});

it('shows the work that failed with its reason, and retries or discards many at once', async () => {
  await failJobs(stage.app, owner.workspaceId, 12);
  const { page, faults, inspect, context } = await visit('developers/failed');
  await page.getByRole('link', { name: 'Failed work 12' }).waitFor();
  await page.getByRole('row').nth(1).click();
  await page.getByRole('dialog').getByText('connect ECONNREFUSED 127.0.0.1:25').waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
  await page.getByText('One is being tried again').waitFor();
  await page.getByRole('link', { name: 'Failed work 11' }).waitFor();

  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await page.getByText('What it was meant to do will not be done.').waitFor();
  await page.getByRole('button', { name: 'Discard 11' }).click();
  await page.getByRole('heading', { name: 'Nothing has failed' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('shows events that were put aside', async () => {
  await parkEvents(stage.app, owner.workspaceId);
  const { page, inspect, context } = await visit('developers/parked');
  await page.getByRole('row').filter({ hasText: 'audit.sign-ins' }).first().click();
  await page.getByRole('dialog').getByText('the device has no name').waitFor();
  expect(await inspect()).toEqual([]);
  await context.close();
});

it('opens to a developer, and tells an agent who can help', async () => {
  const developer = await buildMember(stage.app, owner.workspaceId, 'developer', 'Tenzin Dolma');
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
  const seen = await visit('developers?create=true', { as: developer });
  // What a developer does not hold, their key cannot.
  const invite = seen.page.getByRole('dialog').getByLabel('Invite and remove people');
  expect(await invite.isDisabled()).toBe(true);
  await seen.context.close();

  const { page, inspect, context } = await visit('developers', { as: agent });
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Developers' }).count()).toBe(0);
  expect(await inspect()).toEqual([]);
  await context.close();
});

it('is without fault in every look', () =>
  expectFaultless(stage, {
    path: `${home}developers`,
    as: owner,
    settle: ({ page }) => page.getByText('Tally export').waitFor(),
  }));

it('has failed work without fault in every look', async () => {
  await failJobs(stage.app, owner.workspaceId, 3);
  await expectFaultless(stage, {
    path: `${home}developers/failed`,
    as: owner,
    settle: ({ page }) => page.getByText('connect ECONNREFUSED').first().waitFor(),
  });
});
