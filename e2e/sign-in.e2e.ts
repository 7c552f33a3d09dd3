import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPasswordLink } from '../apps/server/src/modules/workspaces/index.ts';
import { buildWorkspace } from '../apps/server/test/factories.ts';
import { openStage, type Stage } from './browser.ts';
import { buildWithPassword, homeOf, typeSignIn, type WithPassword } from './people.ts';

let stage: Stage;
let kavya: WithPassword;
let home: string;

beforeAll(async () => {
  stage = await openStage();
  const { workspaceId } = await buildWorkspace(stage.app);
  kavya = await buildWithPassword(stage, workspaceId);
  home = homeOf(workspaceId);
}, 30_000);
afterAll(() => stage.stop());

it('leads who is not signed in to the form, and back to the page they wanted, by keyboard alone', async () => {
  const { page, faults, context } = await stage.visit(`${home}account/devices`);
  await page.waitForURL('**/sign-in?to=*');
  await page.getByLabel('E-mail').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(kavya.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(kavya.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${home}account/devices`);
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  expect(faults).toEqual([]);

  await page.goto(`${stage.url}/sign-in?to=https://elsewhere.example/`);
  await page.waitForURL(`**${home}`);
  await context.close();
});

it('says beside the password that the two do not belong together, and keeps the address', async () => {
  const { page, context } = await stage.visit('/sign-in');
  await typeSignIn(page, kavya.email, 'not-my-password-at-all');
  await page.getByText('The e-mail or the password is wrong.').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(kavya.email);
  const password = page.getByLabel('Password', { exact: true });
  expect(await password.getAttribute('aria-invalid')).toBe('true');
  await context.close();
});

it('takes the first press although the address was left wrong', async () => {
  const { page, context } = await stage.visit('/sign-in');
  await page.getByLabel('E-mail').fill('kavya');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Write the whole address').waitFor();
  await page.getByText('Fill this in.').waitFor();
  await context.close();
});

it('says in plain words that the network or the database is gone, and keeps what was typed', async () => {
  const { page, context } = await stage.visit('/sign-in');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await context.setOffline(true);
  await typeSignIn(page, kavya.email, kavya.password);
  await page.getByText('The server cannot be reached.').waitFor();
  await context.setOffline(false);

  const problem = { type: '', title: '', status: 503, code: 'unavailable', detail: '', requestId: 'r' };
  await page.route('**/api/auth/sign-in/email', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('its database is not').waitFor();
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe(kavya.password);
  await context.close();
});

it('offers the company’s sign-on to an address that belongs to one, and only to that', async () => {
  const { page, context } = await stage.visit('/sign-in');
  await page.route('**/api/auth/company/start', (route) =>
    route.fulfill({ status: 200, json: { url: `${stage.url}/healthz` } }),
  );
  const company = page.getByRole('button', { name: 'Continue with your company’s sign-on' });
  expect(await company.count()).toBe(0);
  await page.getByLabel('E-mail').fill('arjun@surat-silks.example');
  await page.keyboard.press('Tab');
  await company.click();
  await page.waitForURL('**/healthz');
  await context.close();
});

it('says whom to ask for a password where no mail is sent, with the command that makes the link', async () => {
  const { page, context } = await stage.visit('/sign-in');
  await page.getByLabel('E-mail').fill(kavya.email);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByRole('heading', { name: 'This installation sends no mail' }).waitFor();
  expect(await page.getByLabel('Command').inputValue()).toBe(
    `npm run trikon -- password-link ${kavya.email}`,
  );
  await context.close();
});

it('sets a new password by link, once', async () => {
  const token = await createPasswordLink(stage.app.db, kavya.email);
  const { page, context } = await stage.visit(`/reset-password#${token}`);
  const password = 'banyan-copper-violet-9';
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByText('Use at least 12 characters.').waitFor();
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.getByRole('heading', { name: 'Your password is changed' }).waitFor();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await typeSignIn(page, kavya.email, password);
  await page.waitForURL(`**${home}`);
  kavya.password = password;

  const again = await stage.visit(`/reset-password#${token}`);
  await again.page.getByLabel('New password').fill(`${password}-2`);
  await again.page.getByRole('button', { name: 'Save password' }).click();
  await again.page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
  await again.context.close();
  await context.close();
});

it.each([
  { theme: 'light', language: 'en', width: 1440 },
  { theme: 'dark', language: 'hi', width: 360 },
] as const)('is accessible and fits in $theme, $language, $width px', async (look) => {
  const { page, inspect, context } = await stage.visit('/sign-in', look);
  await page.locator('button[type=submit]').click();
  await page.locator('[aria-invalid=true]').first().waitFor();
  expect(await inspect()).toEqual([]);
  for (const path of ['/forgot-password', '/reset-password', '/reset-password#token-of-a-link']) {
    await page.goto('about:blank');
    await page.goto(stage.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await inspect()).toEqual([]);
  }
  await context.close();
});

it('changes the language in sight', async () => {
  const { page, context } = await stage.visit('/sign-in');
  await page.getByRole('button', { name: 'हिन्दी' }).click();
  await page.getByRole('heading', { name: 'साइन इन करें' }).waitFor();
  await context.close();
});

// Last, because it uses up everybody's tries.
it('says that there were too many tries, and when to try again', async () => {
  const { page, context } = await stage.visit('/sign-in');
  await typeSignIn(page, kavya.email, 'wrong-and-wrong-again');
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        return page.getByText('Too many tries. Wait a minute').count();
      },
      { timeout: 15_000, interval: 300 },
    )
    .toBe(1);
  await context.close();
});
