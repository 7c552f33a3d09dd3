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

const check = (name: string, state: string, message: string) => ({
  name,
  state,
  message,
  value: 3,
  unit: 's',
});

const health = (state: string, checks: object[]) => ({
  state,
  version: '0.1.0',
  startedAt: '2026-11-20T10:00:00.000Z',
  checks,
  processes: [
    {
      processId: '0190f3c5-0000-7000-8000-000000000001',
      host: 'trikon-2',
      version: '0.1.0',
      roles: ['worker'],
      startedAt: '2026-11-20T10:00:00.000Z',
      seenAt: '2026-11-20T11:00:00.000Z',
    },
  ],
});

it('says how things are, with each check in words, and which copies run', async () => {
  const { page, faults, context } = await visit('health');
  await page
    .getByText(/Everything works|needs? a look|broken/)
    .first()
    .waitFor();
  for (const name of ['Database', 'History', 'Background work', 'Files', 'Disk']) {
    await page.getByRole('heading', { name, exact: true }).waitFor();
  }
  await page.getByText('Alive', { exact: true }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('puts what is broken first, with what to do, and notices by itself when it is mended', async () => {
  const { page, faults, inspect, context } = await visit('team');
  let answer = health('bad', [
    check('database', 'good', 'The database answers at once.'),
    check('failed_jobs', 'warning', 'Some background work failed for good.'),
    check('disk', 'bad', 'The data disk is filling up. Free some space before it is full.'),
    check('moonlight', 'good', 'A check that is newer than this page.'),
  ]);
  await page.route('**/api/v1/health', (route) => route.fulfill({ json: answer }));
  await page.clock.install();
  await page.getByRole('link', { name: 'Health' }).click();
  await page.getByText('One thing is broken').waitFor();
  const names = await page.getByRole('listitem').getByRole('heading', { level: 3 }).allTextContents();
  expect(names.slice(0, 4)).toEqual(['Disk', 'Failed work', 'Database', 'moonlight']);
  await page.getByText('Free some space before it is full.').waitFor();
  await page.getByText('Not heard of for a while').waitFor();
  expect(await page.getByRole('link', { name: 'See what failed' }).getAttribute('href')).toContain(
    '/developers/failed',
  );
  answer = health('good', [check('database', 'good', 'The database answers at once.')]);
  await page.clock.runFor(11_000);
  await page.getByText('Everything works').waitFor();

  await page.route('**/api/v1/health', (route) => route.abort());
  await page.clock.runFor(30_000);
  await page.getByText('The last look failed.').waitFor();
  await page.getByText('Everything works').waitFor();
  await page.clock.resume();
  expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  faults.length = 0;
  expect((await inspect()).filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  await context.close();
});

it('opens to a developer and stays closed to an agent', async () => {
  const developer = await buildMember(stage.app, owner.workspaceId, 'developer', 'Tenzin Dolma');
  const seen = await visit('health', { as: developer });
  await seen.page.getByRole('heading', { name: 'Database' }).waitFor();
  await seen.context.close();
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Ritu Chauhan');
  const { page, context } = await visit('health', { as: agent });
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  await context.close();
});

it('is without fault in every look', () =>
  expectFaultless(stage, {
    path: `${home}health`,
    as: owner,
    settle: ({ page }) => page.locator('#copies').waitFor(),
  }));
