import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { expectFaultless } from './looks.ts';
import { buildWithPassword, homeOf, typeSignIn } from './people.ts';

let stage: Stage;
let owner: Signed;
let lakshmi: Signed;
let home: string;

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  lakshmi = await buildMember(stage.app, owner.workspaceId, 'compliance', 'Lakshmi Iyer');
  home = homeOf(owner.workspaceId);
  await recordSignIns(10_000);
}, 60_000);
afterAll(() => stage.stop());

/** A year's sign-ins of two people, the newest a minute ago, every tenth with a wrong password. */
async function recordSignIns(count: number): Promise<void> {
  await stage.app.db.acrossWorkspaces('event-consumers', (tx) =>
    tx.sql(
      `insert into sign_ins (workspace_id, at, event_id, user_id, name, email, outcome, method, ip_address, device)
       select $1, now() - make_interval(secs => 60 + n * 200), gen_random_uuid(),
         case when n % 2 = 0 then $2::uuid else $3::uuid end, case when n % 2 = 0 then 'Meera Patel' else 'Lakshmi Iyer' end,
         'someone@example.in', case when n % 10 = 0 then 'wrong_password' else 'succeeded' end, 'password',
         '49.36.1.' || n % 250, 'Chrome on Android'
       from generate_series(0, $4) as n`,
      [owner.workspaceId, owner.userId, lakshmi.userId, count - 1],
    ),
  );
}

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

it('filters by person, outcome and days, each in the address', async () => {
  const { page, faults, context } = await visit('audit');
  await page.getByRole('row').nth(1).waitFor();
  await page.getByLabel('Person').fill('lakshmi');
  await page.getByRole('option', { name: 'Lakshmi Iyer' }).click();
  await page.waitForURL(`**/audit?person=${lakshmi.userId}`);
  await page.getByRole('row').filter({ hasText: 'Meera Patel' }).first().waitFor({ state: 'detached' });
  await page.getByLabel('Outcome').selectOption('wrong_password');
  await page.getByRole('heading', { name: 'No sign-ins in these days' }).waitFor();
  await page.getByRole('link', { name: 'Show all of the last 28 days' }).click();
  await page.getByLabel('Outcome').selectOption('wrong_password');
  await page.getByRole('row').filter({ hasText: 'Signed in' }).first().waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'Wrong password' }).first().waitFor();

  await page.getByRole('button', { name: /^Days/ }).click();
  await page.getByRole('button', { name: 'Today' }).click();
  await page.waitForURL('**/audit?*days=today*');
  await page.reload();
  await page.getByRole('button', { name: 'Days: Today' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('scrolls through ten thousand without losing its place', async () => {
  const { page, faults, context } = await visit('audit');
  const grid = page.getByRole('grid');
  const shown = async () => Number(await grid.getAttribute('aria-rowcount')) - 1;
  await page.locator('[role="grid"][aria-rowcount="201"]').waitFor();
  const scroller = grid.locator('xpath=..');
  await expect
    .poll(
      async () => {
        await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
        return shown();
      },
      { timeout: 20_000, interval: 60 },
    )
    .toBe(10_000);
  // However many there are, only what is in sight is drawn.
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await page.getByText('10,000 in all').waitFor();
  expect(faults).toEqual([]);
  await context.close();
}, 40_000);

it('shows a sign-in as it happens', async () => {
  const kavya = await buildWithPassword(stage, owner.workspaceId);
  const { page, faults, context } = await visit('audit');
  await page.getByRole('row').nth(1).waitFor();
  const other = await stage.visit('/sign-in');
  await typeSignIn(other.page, kavya.email, 'not-her-password-at-all');
  await page.getByRole('row').filter({ hasText: 'Kavya Nair' }).getByText('Wrong password').waitFor();
  expect(await page.getByRole('row').nth(1).textContent()).toContain('Kavya Nair');
  expect(faults).toEqual([]);
  await other.context.close();
  await context.close();
});

it('says that the list did not load, and loads it on the second try', async () => {
  const { page, context } = await visit('team');
  await page.route('**/api/v1/sign-ins?*', (route) => route.abort());
  await page.getByRole('link', { name: 'Sign-ins' }).click();
  await page.getByText('The sign-ins did not load').waitFor();
  await page.unroute('**/api/v1/sign-ins?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('row').nth(1).waitFor();
  await context.close();
});

it('opens to compliance and stays closed to an agent', async () => {
  const seen = await visit('audit', { as: lakshmi });
  await seen.page.getByRole('row').nth(1).waitFor();
  await seen.context.close();
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Ritu Chauhan');
  const { page, context } = await visit('audit', { as: agent });
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  await context.close();
});

it('is without fault in every look', () =>
  expectFaultless(stage, {
    path: `${home}audit`,
    as: owner,
    settle: ({ page }) => page.getByRole('row').nth(1).waitFor(),
  }));
