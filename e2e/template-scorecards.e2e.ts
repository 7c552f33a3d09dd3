import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantSender } from '../apps/server/test/sending/ground.ts';
import { buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { newId } from '../apps/server/src/platform/ids/index.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: MetaStage;
let owner: Signed;
let home: string;
let familyId: string;

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

const content = {
  parameterFormat: 'POSITIONAL',
  components: [{ type: 'BODY', text: 'Happy Diwali' }],
  variables: {},
  media: {},
  messageTtlSeconds: null,
  disclosure: null,
  foreign: [],
};

/** A month of a festival greeting that people like less and less, and of a delivery note that they like. */
async function plantMonth(): Promise<void> {
  const { database, clock } = stage.app;
  const { workspaceId } = owner;
  const now = clock.now();
  await plantSender(stage.app, workspaceId);
  const [variantId, versionId] = [newId(now), newId(now)];
  familyId = newId(now);
  const run = (text: string, ...values: unknown[]): Promise<unknown> =>
    database.asOwner(text, [workspaceId, now, ...values]);
  await run(
    `insert into template_families (workspace_id, family_id, name, category, created_at, created_by, updated_at)
     values ($1, $3, 'diwali', 'MARKETING', $2, 'user:x', $2)`,
    familyId,
  );
  await run(
    `insert into template_variants (workspace_id, variant_id, family_id, language, meta_name, created_at)
     values ($1, $4, $3, 'en', 'diwali', $2)`,
    familyId,
    variantId,
  );
  await run(
    `insert into template_versions (workspace_id, version_id, variant_id, number, state, origin, category, content, created_at, created_by)
     values ($1, $4, $3, 2, 'approved', 'whatsapp', 'MARKETING', $5, $2, 'user:x')`,
    variantId,
    versionId,
    JSON.stringify(content),
  );
  await run(
    `insert into template_links (workspace_id, template_id, variant_id, version_id, compared_at, asked_category)
     select $1, template_id, $3, $4, $2, 'MARKETING' from templates where workspace_id = $1 and name = 'diwali'`,
    variantId,
    versionId,
  );
  await run(
    `insert into template_days (workspace_id, template_id, version_id, day, sent, delivered, read, failed, failures, replied,
       pressed, answered, answered_unread, opted_out, blocked, read_seconds)
     select $1, template_id, $3, $2::timestamptz::date - n, 400 + 9 * n, 380 + 9 * n, 200 + 9 * n, 20, '{"131049": 20}', 30, 12, 40, 7,
       6, 1, 420 from templates cross join generate_series(1, 20) n where workspace_id = $1 and name in ('diwali', 'shipped')`,
    versionId,
  );
  await run(
    `insert into template_actions (workspace_id, action_id, template_id, rule, cause, action, facts, at)
     select $1, gen_random_uuid(), template_id, rule, 'first', 'pause', facts::jsonb, $2 from templates
     join (values ('diwali', 'opt_outs', '{"count": 41, "of": 1180, "share": 0.0347, "limit": 0.03}'),
       ('shipped', 'recategorised', '{"before": "UTILITY", "after": "MARKETING"}')) as wrong (name, rule, facts) using (name)
     where workspace_id = $1`,
  );
  await run(
    `insert into template_controls (workspace_id, template_id, held_at, changed_at)
     select $1, template_id, $2, $2 from templates where workspace_id = $1 and name in ('diwali', 'shipped')`,
  );
}

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  await plantMonth();
}, 60_000);
afterAll(() => stage.stop());

it('shows how templates do and why rules acted, and takes back what they did', async () => {
  const { page, inspect, faults, context } = await visit('templates/scorecards');
  await page.getByText(/never showed that they had read/).waitFor();
  const log = page.getByRole('list', { name: 'What rules did' });
  await log.getByText('Many opt out: 41 of 1,180, 3.5 %; the limit is 3 %.').waitFor();
  await log.getByText(/One message: ₹.* before, ₹.* now\./).waitFor();
  expect(await inspect()).toEqual([]);
  await log.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await page.getByText('It is undone.').first().waitFor();
  await log.getByRole('button', { name: 'Switch to another variant' }).click();
  await page
    .getByText(/No other approved variant/)
    .first()
    .waitFor();
  await log.getByRole('button', { name: 'Accept the new price' }).click();
  await page.getByText('Noted.').first().waitFor();
  const { body } = await owner.api.get<{ items: { state: string }[] }>('/template-actions');
  expect(body.items.map(({ state }) => state)).toEqual(['undone', 'undone']);
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
  await context.close();
});

it('changes a rule, and says what is wrong with one that cannot be', async () => {
  const { page, inspect, context } = await visit('templates/scorecards');
  const steps = page.getByRole('textbox', { name: 'Steps a day' });
  await steps.fill('5000, 100');
  await page.getByRole('button', { name: 'Save New versions begin slowly' }).click();
  await page.getByText('Write up to six rising numbers').waitFor();
  expect(await inspect()).toEqual([]);
  await steps.fill('500, 2000, 10000');
  await page.getByRole('button', { name: 'Save New versions begin slowly' }).click();
  await page.getByText('The rule is saved.').first().waitFor();
  const { body } = await owner.api.get<{ items: { rule: string; steps: number[] }[] }>('/template-rules');
  expect(body.items.find(({ rule }) => rule === 'ramp')?.steps).toEqual([500, 2000, 10_000]);
  await context.close();
});

it('stands in the page of the template too', async () => {
  const { page, inspect, context } = await visit(`templates/${familyId}`);
  await page.getByRole('heading', { name: 'Scorecard' }).waitFor();
  await page.getByRole('img', { name: /Sent a day for thirty days/ }).waitFor();
  expect(await inspect()).toEqual([]);
  await context.close();
});

it('is without fault in both themes and languages, and on a phone', async () => {
  await expectFaultless(stage, {
    path: `${home}templates/scorecards`,
    as: owner,
    settle: ({ page }) => page.getByRole('list', { name: /What rules did|नियमों ने क्या किया/ }).waitFor(),
  });
}, 120_000);
