import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPerson, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { openStage, type Stage } from './browser.ts';
import { buildWithPassword, homeOf, typeSignIn } from './people.ts';

let stage: Stage;
let owner: Signed;

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app, 'Sahyadri Dental Care');
}, 30_000);
afterAll(() => stage.stop());

/** The part of an invitation's link after the address. */
async function invite(email: string, role = 'agent'): Promise<string> {
  const { body } = await owner.api.post<{ link: string }>('/invitations', { email, role });
  const { pathname, hash } = new URL(body.link);
  return pathname + hash;
}

it('brings a new person in, in a browser of their own, and works once', async () => {
  const path = await invite('rohan@example.in', 'operations');
  const { page, inspect, context } = await stage.visit(path);
  await page.getByRole('heading', { name: 'Join Sahyadri Dental Care' }).waitFor();
  await page.getByText('The invitation is for rohan@example.in. Your role will be Operations.').waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByLabel('Your name').fill('Rohan Deshpande');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Join Sahyadri Dental Care' }).click();
  await page.getByText('Use at least 12 characters.').waitFor();
  await page.getByLabel('Password', { exact: true }).fill('pepper-canal-window-3');
  await page.getByRole('button', { name: 'Join Sahyadri Dental Care' }).click();
  await page.waitForURL(`**${homeOf(owner.workspaceId)}`);
  await page.getByRole('button', { name: 'Account of Rohan Deshpande' }).waitFor();

  const late = await stage.visit(path, { theme: 'dark', width: 360, language: 'hi' });
  await late.page.getByRole('heading', { name: 'यह बुलावा अब नहीं चलता' }).waitFor();
  expect(await late.inspect()).toEqual([]);
  await late.context.close();
  await context.close();
});

it('lets someone with an account sign in first, without the secret reaching an address that is logged', async () => {
  const elsewhere = await buildWorkspace(stage.app, 'Kota Coaching');
  const kavya = await buildWithPassword(stage, elsewhere.workspaceId);
  const { page, inspect, context } = await stage.visit(await invite(kavya.email, 'supervisor'));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByText('You have an account here already.').waitFor();
  expect(await inspect()).toEqual([]);
  const secret = new URL(page.url()).hash.slice(1);
  await page.getByRole('link', { name: 'Sign in to join' }).click();
  await typeSignIn(page, kavya.email, kavya.password);
  await page.waitForURL('**/join');
  await page.getByText(`You are signed in as ${kavya.name}.`).waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('button', { name: 'Join Sahyadri Dental Care' }).click();
  await page.waitForURL(`**${homeOf(owner.workspaceId)}`);
  expect(asked.filter((address) => address.includes(secret))).toEqual([]);
  await context.close();
});

it('says that someone else is signed in, and offers to switch', async () => {
  const path = await invite('asha@example.in');
  const { page, inspect, context } = await stage.visit(path, { as: owner, theme: 'dark', width: 360 });
  await page.getByText(`You are signed in as ${owner.email}, but this invitation is for asha@`).waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('button', { name: 'Sign out and continue' }).click();
  await page.getByLabel('Your name').waitFor();
  await context.close();
});

it('says what to do with half a link, and to whom it belongs to no workspace', async () => {
  const half = await stage.visit('/join');
  await half.page.getByRole('heading', { name: 'This link is not complete' }).waitFor();
  expect(await half.inspect()).toEqual([]);
  await half.context.close();

  const nobody = await buildPerson(stage.app, 'Imran Shaikh', 'saffron-ladder-pearl-5');
  const { page, inspect, context } = await stage.visit('/sign-in');
  await typeSignIn(page, nobody.email, 'saffron-ladder-pearl-5');
  await page.waitForURL('**/no-workspace');
  await page.getByRole('heading', { name: 'You belong to no workspace' }).waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await context.close();
});
