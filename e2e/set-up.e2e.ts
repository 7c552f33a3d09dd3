import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from './browser.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 30_000);
afterAll(() => stage.stop());

it('is accessible and fits, also with every problem shown', async () => {
  for (const look of [
    { theme: 'light', language: 'en', width: 1440 },
    { theme: 'dark', language: 'hi', width: 360 },
  ] as const) {
    const { page, inspect, context } = await stage.visit('/set-up', look);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await inspect()).toEqual([]);
    await page.locator('button[type=submit]').click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await inspect()).toEqual([]);
    await context.close();
  }
});

it('takes the first person from the sign-in page to their workspace', async () => {
  const { page, faults, context } = await stage.visit('/sign-in');
  await page.waitForURL('**/set-up');
  await page.getByLabel('Code', { exact: true }).fill('not-the-code');
  await page.getByLabel('Organisation').fill('Surat Silks Pvt Ltd');
  // Until it is given a name of its own, the workspace is called as the organisation.
  expect(await page.getByLabel('First workspace').inputValue()).toBe('Surat Silks Pvt Ltd');
  await page.getByLabel('First workspace').fill('Surat Silks');
  await page.getByLabel('Your name').fill('Meera Patel');
  await page.getByLabel('E-mail').fill('meera@');
  await page.keyboard.press('Tab');
  await page.getByText('Write the whole address').waitFor();
  await page.getByLabel('E-mail').fill('Meera@Surat-Silks.example');
  await page.getByLabel('Password', { exact: true }).fill('mango-river-anchor-42');

  await page.getByRole('button', { name: 'Create and sign in' }).click();
  await page.getByText('This is not the code that the terminal shows.').waitFor();
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('mango-river-anchor-42');

  await page.getByLabel('Code', { exact: true }).fill(` ${stage.setUpCode} `);
  await page.getByRole('button', { name: 'Create and sign in' }).click();
  await page.waitForURL(/\/w\/[0-9a-f]{8}\/$/);
  await page.getByRole('button', { name: /^Workspace Surat Silks\./ }).waitFor();
  expect(faults).toEqual([]);

  await page.goto(`${stage.url}/set-up`);
  await page.waitForURL(/\/w\/[0-9a-f]{8}\/$/);
  await context.close();
});

it('leads to sign-in once it is done', async () => {
  const { page, context } = await stage.visit('/set-up');
  await page.waitForURL('**/sign-in');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await context.close();
});
