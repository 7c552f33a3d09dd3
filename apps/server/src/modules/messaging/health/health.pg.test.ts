import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { plantMessages, plantNumber, type Planted } from '../../../../test/plant-number.ts';
import { startTestApp, type TestApp } from '../../../../test/test-app.ts';
import { watchHealth } from './watch-health.ts';

interface Health {
  severity: string;
  findings: { code: string; severity: string; words: { en: object; hi: object } }[];
  errors: { code: number; count: number; class: string; words: { en: { happened: string } } }[];
  messagingLimit: { tier: string | null; customers: number | null; used: number };
}

let app: TestApp;
let planted: Planted;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  planted = await plantNumber(app);
});

const health = async (): Promise<Health> =>
  (await planted.api.get<Health>(`/numbers/${planted.numberId}/health`)).body;
const codes = async (): Promise<string[]> => (await health()).findings.map(({ code }) => code);
const change = (set: string): Promise<object[]> =>
  app.database.asOwner(`update numbers set ${set} where workspace_id = $1`, [planted.workspaceId]);
const told = async (): Promise<{ before: string | null; after: string; findings: string[] }[]> =>
  (
    await app.database.asOwner<{ data: { before: string | null; after: string; findings: string[] } }>(
      `select data from events where workspace_id = $1 and type = 'number.health_changed' order by tx, seq`,
      [planted.workspaceId],
    )
  ).map(({ data }) => data);

test('one read has everything about a number', async () => {
  await change(`quality = 'YELLOW', messaging_limit = 'TIER_250', pin_enabled = false`);
  await app.database.asOwner(
    `insert into portfolio_reach (workspace_id, limit_key, contact_id, at)
     select $1, $2, gen_random_uuid(), $3 from generate_series(1, 240)`,
    [planted.workspaceId, planted.accountId, app.clock.now()],
  );
  await app.database.asOwner(
    `insert into number_lanes (workspace_id, number_id, paused_at, paused_reason) values ($1, $2, $3, 'token')`,
    [planted.workspaceId, planted.numberId, app.clock.now()],
  );
  const read = await health();
  expect(read).toMatchObject({
    severity: 'critical',
    quality: 'YELLOW',
    messagingLimit: { tier: 'TIER_250', customers: 250, used: 240 },
    sending: { pausedReason: 'token' },
    allowance: { free: 1000, used: 0 },
    meta: null,
  });
  expect(read.findings.map(({ code }) => code)).toEqual([
    'sending_paused',
    'quality_falling',
    'limit_nearly_used',
    'pin_missing',
  ]);
});

test('failures of the day are counted by code, with words; those of the last hour may be too many', async () => {
  const ids = await plantMessages(app, planted, { count: 20, status: 'failed' });
  await app.database.asOwner(
    `update messages set wamid = message_id::text, error = '{"code": 131042}' where workspace_id = $1`,
    [planted.workspaceId],
  );
  await app.database.asOwner(
    `insert into attempts (workspace_id, message_id, attempt, number_id, fence, started_at, outcome, code)
     select $1, id, 1, $2, 1, $4, 'refused', 130429 from unnest($3::uuid[]) as id`,
    [planted.workspaceId, planted.numberId, ids.slice(0, 5), app.clock.now()],
  );
  const { errors, findings } = await health();
  expect(errors).toMatchObject([
    { code: 131042, count: 20, class: 'pause', words: { en: { happened: expect.stringMatching(/^[A-Z]/) } } },
    { code: 130429, count: 5, class: 'throttle' },
  ]);
  expect(findings.map(({ code }) => code)).toEqual(['many_failures']);
  app.clock.advance(3_700_000);
  expect(await codes()).toEqual([]);
  app.clock.advance(86_400_000);
  expect((await health()).errors).toEqual([]);
});

test('messages that leave while nothing comes back are an alarm', async () => {
  await plantMessages(app, planted);
  await app.database.asOwner(`update messages set wamid = 'w' where workspace_id = $1`, [
    planted.workspaceId,
  ]);
  expect(await codes()).toEqual([]);
  app.clock.advance(11 * 60_000);
  expect(await codes()).toEqual(['webhooks_silent']);
});

test('that a number is worse or better than before is told once', async () => {
  const watch = (): Promise<void> => watchHealth(app.db);
  await watch();
  expect(await told()).toEqual([]);
  await change(`quality = 'RED'`);
  await Promise.all([watch(), watch()]);
  await watch();
  expect(await told()).toMatchObject([{ before: 'good', after: 'critical', findings: ['quality_low'] }]);
  await change(`quality = 'GREEN'`);
  await watch();
  expect((await told())[1]).toMatchObject({ before: 'critical', after: 'good', findings: [] });
});

test('the health of another workspace’s number is not there', async () => {
  const other = await plantNumber(app);
  expect((await planted.api.get(`/numbers/${other.numberId}/health`)).status).toBe(404);
});
