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
}, 30_000);
afterAll(() => stage.stop());

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

it('changes name, zone and money, and every page follows', async () => {
  const { page, faults, context } = await visit('settings');
  await page.getByLabel('Name').fill('');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Give the workspace a name.').waitFor();
  await page.getByLabel('Name').fill('Surat Silks & Sarees');
  await page.getByLabel('Time zone').fill('new york');
  await page.getByRole('option', { name: /America\/New York/ }).click();
  await page.getByLabel('Currency').fill('us dollar');
  await page.getByRole('option', { name: /^USD/ }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The settings were saved').waitFor();
  await page.getByRole('button', { name: 'Save changes' }).waitFor({ state: 'detached' });
  const { body } = await owner.api.get('/workspace');
  expect(body).toMatchObject({
    name: 'Surat Silks & Sarees',
    timeZone: 'America/New_York',
    currency: 'USD',
    country: 'IN',
  });
  await page.getByRole('button', { name: /Surat Silks & Sarees/ }).waitFor();
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('heading', { level: 1, name: 'Surat Silks & Sarees' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
  await owner.api.patch('/workspace', { name: 'Surat Silks', timeZone: 'Asia/Kolkata', currency: 'INR' });
});

it('warns before unsaved changes are left, and has them ready on the way back', async () => {
  const { page, faults, context } = await visit('settings');
  await page.getByLabel('Name').fill('Half a thought');
  await page.getByText('Not saved yet').waitFor();
  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('heading', { name: 'Leave without saving?' }).waitFor();
  await page.getByRole('button', { name: 'Stay here' }).click();
  expect(await page.getByLabel('Name').inputValue()).toBe('Half a thought');
  await page.getByRole('link', { name: 'Team' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.waitForURL('**/team');
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('These changes are from before.').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('Half a thought');
  await page.getByRole('button', { name: 'Discard' }).click();
  expect(await page.getByLabel('Name').inputValue()).toBe('Surat Silks');
  expect(faults).toEqual([]);
  await context.close();
});

it('takes over what a colleague saves meanwhile, and keeps what is being typed', async () => {
  const { page, context } = await visit('settings');
  await page.getByLabel('Name').fill('Surat Silks, Ring Road');
  await owner.api.patch('/workspace', { sessionIdleMinutes: 60 });
  await expect.poll(() => page.getByLabel('Sign out after').inputValue(), { timeout: 30_000 }).toBe('60');
  expect(await page.getByLabel('Name').inputValue()).toBe('Surat Silks, Ring Road');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The settings were saved').waitFor();
  const { body } = await owner.api.get('/workspace');
  expect(body).toMatchObject({ name: 'Surat Silks, Ring Road', sessionIdleMinutes: 60 });
  await context.close();
});

it('keeps what was typed when the server is away', async () => {
  const { page, context } = await visit('settings');
  await page.getByLabel('Name').fill('Written on the train');
  await page.route('**/api/v1/workspace', (route) => route.abort());
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('The server cannot be reached.').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('Written on the train');
  await context.close();
});

it('warns who asks for a second step without having one', async () => {
  const { page, context } = await visit('settings');
  await page.getByLabel('Ask everyone for a second step').check();
  await page.getByText('You have not set it up yourself yet.').waitFor();
  await context.close();
});

const signOn = {
  callbackUrl: 'https://chat.surat-silks.example/api/auth/company/callback',
  items: [
    {
      providerId: '0190f3c5-0000-7000-8000-000000000001',
      name: 'Surat Silks Workspace',
      issuer: 'https://accounts.surat-silks.example',
      clientId: 'trikon',
      emailDomains: ['surat-silks.example'],
      callbackUrl: 'https://chat.surat-silks.example/api/auth/company/callback',
      createdAt: '2026-11-20T10:00:00.000Z',
    },
  ],
};

it('connects a company sign-on, and says beside the issuer when it does not answer', async () => {
  const { page, inspect, context } = await visit('settings');
  await page.route('**/api/v1/sign-on-providers', (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: signOn })
      : route.fulfill({
          status: 400,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: '',
            title: '',
            status: 400,
            code: 'invalid_input',
            detail: '',
            requestId: 'r',
            fields: [
              { field: 'issuer', code: 'unreachable_issuer', message: 'This address does not answer.' },
            ],
          }),
        }),
  );
  await page.reload();
  await page.getByRole('heading', { name: 'Surat Silks Workspace' }).waitFor();
  await page.getByRole('button', { name: 'Connect a provider' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('Callback address').inputValue()).toBe(signOn.callbackUrl);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Clinic');
  await dialog.getByLabel('Issuer').fill('https://accounts.clinic.example');
  await dialog.getByLabel('Client id').fill('trikon');
  await dialog.getByLabel('Client secret').fill('s3cret');
  await dialog.getByLabel('E-mail domains').fill('not a domain');
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog.getByText('Write domains such as').waitFor();
  await dialog.getByLabel('E-mail domains').fill('clinic.example, clinic.in');
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog.getByText('This address does not answer.').waitFor();
  expect(await dialog.getByLabel('Client secret').inputValue()).toBe('s3cret');
  expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('s3cret');
  expect(await inspect()).toEqual([]);
  await context.close();
});

it('does not show the company sign-on where it is not offered', async () => {
  const { page, context } = await visit('team');
  await page.route('**/api/v1/sign-on-providers', (route) =>
    route.fulfill({
      status: 404,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '',
        title: '',
        status: 404,
        code: 'not_found',
        detail: '',
        requestId: '',
      }),
    }),
  );
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Time zone').waitFor();
  await page.getByRole('heading', { name: 'Company sign-on' }).waitFor({ state: 'detached' });
  await context.close();
});

it('stays closed to who may not change it', async () => {
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
  const { page, inspect, context } = await visit('settings', { as: agent });
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  expect(await inspect()).toEqual([]);
  await context.close();
});

it('is without fault in every look', () =>
  expectFaultless(stage, {
    path: `${home}settings`,
    as: owner,
    settle: ({ page }) => page.locator('input[name="timeZone"], [name="name"]').first().waitFor(),
  }));
