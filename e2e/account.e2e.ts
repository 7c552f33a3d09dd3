import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { buildWithPassword, homeOf, typeSignIn } from './people.ts';

let stage: Stage;
let owner: Signed;
let home: string;

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
}, 30_000);
afterAll(() => stage.stop());

const visit = (path: string, look: Look = {}): Promise<Visit> => stage.visit(`${home}${path}`, look);

it('saves the name and the language, and shows them at once', async () => {
  const person = await buildWithPassword(stage, owner.workspaceId, 'agent', 'Lakshmi Iyer');
  const { page, faults, context } = await visit('account', { as: person });
  await page.getByLabel('Name').fill('');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Fill this in.').waitFor();
  await page.getByLabel('Name').fill('Lakshmi Raghavan');
  await page.getByLabel('Language').selectOption('hi');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('आपकी प्रोफ़ाइल सेव हो गई।').or(page.getByText('Your profile is saved.')).waitFor();
  await page.getByRole('button', { name: 'Lakshmi Raghavan का खाता' }).waitFor();
  await page.reload();
  await page.getByLabel('नाम').waitFor();
  expect(await page.getByLabel('नाम').inputValue()).toBe('Lakshmi Raghavan');
  expect(faults).toEqual([]);
  await context.close();
});

it('ends one device from another, and all others at once', async () => {
  const person = await buildWithPassword(stage, owner.workspaceId, 'agent', 'Dev Anand');
  const laptop = await visit('account/devices', { as: person });
  const phone = await stage.visit('/sign-in', { width: 360 });
  await typeSignIn(phone.page, person.email, person.password);
  await phone.page.waitForURL(`**${home}`);

  await laptop.page.reload();
  await laptop.page.getByText('This device').waitFor();
  await laptop.page.getByRole('button', { name: 'Sign out Chrome on Linux' }).click();
  await laptop.page.getByText('You are signed in nowhere else.').waitFor();
  await phone.page.goto(`${stage.url}${home}account`);
  await phone.page.waitForURL('**/sign-in?to=*');

  await typeSignIn(phone.page, person.email, person.password);
  await phone.page.waitForURL(`**${home}account`);
  await laptop.page.reload();
  await laptop.page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await laptop.page.getByText('One other device is signed out at once.').waitFor();
  expect(await laptop.inspect()).toEqual([]);
  await laptop.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click();
  await laptop.page.getByText('You are signed in nowhere else.').waitFor();
  // What stands open there notices as soon as it asks for anything.
  await phone.page.getByRole('link', { name: 'Devices' }).click();
  await phone.page.waitForURL('**/sign-in?to=*');
  await laptop.context.close();
  await phone.context.close();
});

it('changes the password, and with it ends every other device', async () => {
  const person = await buildWithPassword(stage, owner.workspaceId, 'agent', 'Neha Sharma');
  const { page, context } = await visit('account/security', { as: person });
  await page.getByLabel('Current password').fill('certainly-not-this-one');
  await page.getByLabel('New password').fill('harbour-tulip-engine-8');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('This is not your password.').waitFor();
  expect(await page.getByLabel('New password').inputValue()).toBe('harbour-tulip-engine-8');
  await page.getByLabel('Current password').fill(person.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('Your password is changed.').waitFor();
  expect(await page.getByLabel('Current password').inputValue()).toBe('');
  await page.reload();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  await context.close();
});

it('makes a workspace, and goes between workspaces by the switcher and by the palette', async () => {
  const { page, inspect, context } = await visit('', { as: owner });
  await page.getByRole('button', { name: /^Workspace Surat Silks\./ }).click();
  await page.getByRole('dialog').locator(':focus').waitFor();
  expect(await inspect()).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name').fill('Surat Silks Wholesale');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByRole('button', { name: /^Workspace Surat Silks Wholesale\./ }).click();
  await page.getByRole('link', { name: /^Surat Silks Owner/ }).click();
  await page.waitForURL(`**${home}`);
  await page.getByRole('button', { name: /^Workspace Surat Silks\./ }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('wholesale');
  await page.getByRole('option', { name: 'Switch to Surat Silks Wholesale' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Workspace Surat Silks Wholesale\./ }).waitFor();
  await context.close();
});

it.each([
  { theme: 'light', language: 'en', width: 1440 },
  { theme: 'dark', language: 'hi', width: 360 },
] as const)('is accessible and fits in $theme, $language, $width px', async (look) => {
  const { page, inspect, context } = await visit('account', { ...look, as: owner });
  for (const part of ['account', 'account/security', 'account/devices']) {
    await page.goto(`${stage.url}${home}${part}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await inspect()).toEqual([]);
  }
  await context.close();
});
