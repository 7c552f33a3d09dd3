import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.asOwner(
    `insert into events (workspace_id, at, event_id, type, actor_kind, actor_id, data)
     values ($1, $2, $1, 'message.received', 'system', 'test', '{"type": "text", "text": "Hello"}'),
       ($1, $2, gen_random_uuid(), 'contact.created', 'system', 'test', '{"source": "hand"}')`,
    [randomUUID(), database.clock.now()],
  );
});
afterAll(() => database.drop());

const change = (set: string, type = 'message.received'): Promise<unknown> =>
  database.db.acrossWorkspaces('erasure', (tx) => tx.sql(`update events set ${set} where type = '${type}'`));

test('history loses the words of a message, and nothing else of it can be changed, not even by the program', async () => {
  for (const set of [
    `data = '{"type": "text", "text": "Other"}'`,
    `data = '{"type": "image", "text": null}'`,
    `contact_id = gen_random_uuid()`,
    `at = at + interval '1 second'`,
  ])
    await expect(change(set), set).rejects.toThrow();
  await expect(change(`data = data || '{"text": null}'`, 'contact.created')).rejects.toThrow();
  await change(`data = jsonb_set(data, '{text}', 'null')`);
  expect(await database.asOwner(`select data from events where type = 'message.received'`)).toEqual([
    { data: { type: 'text', text: null } },
  ]);
});
