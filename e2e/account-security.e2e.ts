import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { openStage, type Stage } from './browser.ts';
import { buildWithPassword, homeOf, oneTimeCode, typeSignIn } from './people.ts';

let stage: Stage;
let owner: Signed;
let workspaceId: string;
let home: string;

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  ({ workspaceId } = owner);
  home = homeOf(workspaceId);
}, 30_000);
afterAll(() => stage.stop());

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Account of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
}

it('turns on two-step sign-in, asks for the code from then on, and takes each backup code once', async () => {
  const person = await buildWithPassword(stage, workspaceId, 'agent', 'Farhan Ali');
  const { page, inspect, context } = await stage.visit(`${home}account/security`, { as: person });
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByLabel('Your password').fill('not my password at all');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('This is not your password.').waitFor();
  await page.getByLabel('Your password').fill(person.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  expect(await inspect()).toEqual([]);
  const secret = await page.getByLabel('No camera?').inputValue();
  await page.getByLabel('The 6 digits it shows now').fill('000000');
  await page.getByRole('button', { name: 'Turn on two-step sign-in' }).click();
  await page.getByText('This code is not right.').waitFor();
  await page.getByLabel('The 6 digits it shows now').fill(oneTimeCode(secret));
  await page.getByRole('button', { name: 'Turn on two-step sign-in' }).click();
  const codes = page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem');
  await codes.first().waitFor();
  expect(await inspect()).toEqual([]);
  const [backup = ''] = await codes.allTextContents();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('trikon-backup-codes.txt');
  await page.getByRole('button', { name: 'I saved them' }).click();
  await page.getByRole('button', { name: 'New backup codes' }).waitFor();

  await signOut(page, person.name);
  await typeSignIn(page, person.email, person.password);
  await page.getByLabel('Code').and(page.locator(':focus')).waitFor();
  expect(await inspect()).toEqual([]);
  await page.keyboard.insertText('000000');
  await page.getByText('This code is not right.').waitFor();
  // As pasted from an app that groups its digits; the last one is the decision.
  const code = oneTimeCode(secret);
  await page.getByLabel('Code').fill('');
  await page.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.waitForURL(`**${home}`);

  for (const outcome of ['in', 'refused']) {
    const phone = await stage.visit('/sign-in', { width: 360, theme: 'dark' });
    await typeSignIn(phone.page, person.email, person.password);
    await phone.page.getByRole('button', { name: 'Use a backup code' }).click();
    await phone.page.locator('input:focus').waitFor();
    expect(await phone.inspect()).toEqual([]);
    await phone.page.keyboard.insertText(backup);
    await phone.page.keyboard.press('Enter');
    if (outcome === 'in') await phone.page.waitForURL(`**${home}`);
    else await phone.page.getByText('This code is wrong or was used before.').waitFor();
    await phone.context.close();
  }

  await page.goto(`${stage.url}${home}account/security`);
  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByLabel('Your password').fill(person.password);
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('button', { name: 'Turn on' }).waitFor();
  await context.close();
});

it('adds a passkey, signs in with it, renames and removes it', async () => {
  const person = await buildWithPassword(stage, workspaceId, 'agent', 'Zoya Khan');
  const { page, faults, context } = await stage.visit(`${home}account/security`, { as: person });
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Office laptop');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Office laptop' }).waitFor();

  await signOut(page, person.name);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`**${home}`);

  await page.goto(`${stage.url}${home}account/security`);
  await page.getByRole('button', { name: 'Actions for Office laptop' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Home laptop');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('button', { name: 'Actions for Home laptop' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('You have none yet.').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

// Last, because the workspace asks everybody for it from here on.
it('leads to two-step sign-in where the workspace asks for it', async () => {
  const person = await buildWithPassword(stage, workspaceId, 'agent', 'Ishaan Mehta');
  await owner.api.patch('/workspace', { requireTwoFactor: true });
  const { page, inspect, context } = await stage.visit(home, { as: person, width: 360, theme: 'dark' });
  await page.waitForURL(`**${home}account/security`);
  await page.getByText('Surat Silks opens only to people with two-step sign-in.').waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByLabel('Your password').fill(person.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  const secret = await page.getByLabel('No camera?').inputValue();
  await page.getByLabel('The 6 digits it shows now').fill(oneTimeCode(secret));
  await page.getByRole('button', { name: 'Turn on two-step sign-in' }).click();
  await page.getByRole('button', { name: 'I saved them' }).click();
  await page.getByText('Surat Silks opens only to').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('heading', { name: 'Surat Silks', exact: true }).waitFor();
  await context.close();
});
