import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { forgetOld } from './forget.ts';

let database: TestDatabase;
const workspaceId = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const plant = (text: string): Promise<object[]> =>
  database.asOwner(text, [workspaceId, randomUUID(), database.clock.now()]);

/** One from each side of the limit. */
const ages = (limit: number): string =>
  `unnest(array[$3::timestamptz - interval '${limit - 1} days', $3::timestamptz - interval '${limit + 1} days']) as at`;

test('what a rule may still look back to stays, the rest goes', async () => {
  await plant(`insert into status_pulses (workspace_id, number_id, slot, newest_send_at, statuses)
    select $1, $2, at, at, 1 from ${ages(7)}`);
  await plant(`insert into portfolio_reach (workspace_id, limit_key, contact_id, at)
    select $1, $2::uuid::text, gen_random_uuid(), at from ${ages(2)}`);
  await plant(`insert into recent_sends (workspace_id, contact_id, category, at, message_id)
    select $1, $2, 'marketing', at, gen_random_uuid() from ${ages(91)}`);
  await plant(`insert into webhook_updates (workspace_id, key, update_id, kind, field, waba_id, received_at, value)
    select $1, $2::uuid::text || at, gen_random_uuid(), 'call', 'calls', '1', at, '{"id": "wacid.1"}' from ${ages(90)}`);

  await database.db.acrossWorkspaces('maintenance', forgetOld);

  for (const table of ['status_pulses', 'portfolio_reach', 'recent_sends']) {
    expect(await database.asOwner(`select 1 from ${table}`), table).toHaveLength(1);
  }
  // Its key stays, since Meta may repeat what it told.
  const updates = await database.asOwner<{ told: boolean }>(
    'select value is not null as told from webhook_updates order by received_at',
  );
  expect(updates.map(({ told }) => told)).toEqual([false, true]);
});
