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

const visit = (look: Look = {}): Promise<Visit> => stage.visit(home, { as: owner, ...look });

it('leads from one step to the next, ticked as it is taken, whoever takes it', async () => {
  const { page, faults, context } = await visit();
  await page.getByText('1 of 5 done').waitFor();
  await page.getByText('Surat Silks · English · Asia/Kolkata').waitFor();
  const steps = page.getByRole('region', { name: 'Get Surat Silks ready' });
  await steps.getByRole('link', { name: 'Invite someone' }).click();
  await page.getByLabel('Work e-mail').fill('arjun@surat-silks.example');
  await page.getByRole('button', { name: 'Create invitation' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByText('2 of 5 done').waitFor();
  await steps.getByText('One invitation waits').waitFor();
  await page.getByText('Meera Patel invited arjun@surat-silks.example as Agent').waitFor();

  await owner.api.post('/api-keys', { name: 'Shop', permissions: ['members.read'] });
  await page.getByText('3 of 5 done').waitFor();
  await page.getByText('Meera Patel created the API key Shop').waitFor();
  // The one that is left is the next, and its button leads to the account.
  await steps.getByRole('link', { name: 'Secure it' }).click();
  await page.waitForURL('**/account**');
  expect(faults).toEqual([]);
  await context.close();
});

it('shows an agent what is theirs to do, and what their role may see', async () => {
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
  const { page, faults, context } = await visit({ as: agent });
  await page.getByText('0 of 1 done').waitFor();
  await page.getByText('Kavya Nair joined as Agent').waitFor();
  expect(await page.getByText('created the API key').count()).toBe(0);
  for (const name of ['API keys', 'Health']) {
    expect(await page.getByRole('main').getByRole('link', { name }).count()).toBe(0);
  }
  expect(faults).toEqual([]);
  await context.close();
});

it('tells the same in Hindi', async () => {
  const { page, context } = await visit({ language: 'hi' });
  await page.getByText('Meera Patel ने arjun@surat-silks.example को एजेंट की भूमिका के लिए बुलाया').waitFor();
  await page.getByText('Meera Patel ने Shop API कुंजी बनाई').waitFor();
  await context.close();
});

it('still leads when the activity does not load', async () => {
  const { page, context } = await stage.visit(`${home}team`, { as: owner });
  await page.route('**/api/v1/events/recent*', (route) => route.abort());
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByText('The activity did not load').waitFor();
  await page.getByText('of 5 done').waitFor();
  await page.unroute('**/api/v1/events/recent*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Meera Patel created the API key Shop').waitFor();
  await context.close();
});

it('is without fault in every look', () =>
  expectFaultless(stage, {
    path: home,
    as: owner,
    settle: async ({ page }) => {
      await page.locator('#set-up').waitFor();
      await page.getByText('Meera Patel').first().waitFor();
    },
  }));
