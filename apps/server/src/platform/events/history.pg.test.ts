import { eventTypes, type Permission } from '@trikon/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { append, inTransaction, keyMade, renamed } from '../../../test/event-log.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { newId } from '../ids/index.ts';
import { listEvents, listRecentEvents, type ListEvents } from './history.ts';
import { publish } from './publish.ts';

const surat = newId(new Date());
const pune = newId(new Date());
const contactId = newId(new Date());
const log = 'thislog';
const agent = new Set<Permission>(['workspace.read', 'members.read', 'events.read']);
const owner = new Set<Permission>([...agent, 'api-keys.manage', 'sign-ins.read', 'sign-on.manage']);
let testDb: TestDatabase;

beforeAll(async () => {
  testDb = await createTestDatabase();
  for (let round = 0; round < 6; round++) {
    await append(testDb.db, surat, [renamed(`role ${round}`), keyMade(`key ${round}`)]);
    await append(testDb.db, pune, [renamed('canary of Pune')]);
  }
  await append(testDb.db, surat, [{ ...renamed('of a contact'), contactId }]);
});
afterAll(() => testDb.drop());

const read = (options: Partial<ListEvents>, workspaceId = surat) =>
  inTransaction(testDb.db, workspaceId, (tx) =>
    listEvents(tx, { log, permissions: owner, limit: 100, ...options }),
  );
const namesOf = ({ items }: { items: { data: object }[] }): string[] =>
  items.map(({ data }) => (data as { name: string }).name);

const roles = Array.from({ length: 6 }, (_, round) => `role ${round}`);

describe('the history', () => {
  test('holds what happened in its workspace, oldest first, and nothing of another', async () => {
    const names = namesOf(await read({}));
    expect(names).toHaveLength(13);
    expect(names.slice(0, 4)).toEqual(['role 0', 'key 0', 'role 1', 'key 1']);
    expect(names).not.toContain('canary of Pune');
  });

  test('leaves out what the caller may not see, also when it is asked for by name', async () => {
    expect(namesOf(await read({ permissions: agent }))).toEqual([...roles, 'of a contact']);
    expect(namesOf(await read({ permissions: agent, types: ['api_key.created'] }))).toEqual([]);
    expect(namesOf(await read({ types: ['api_key.created'] }))).toHaveLength(6);
  });

  test('is read page by page to its end, and on from there when more has happened', async () => {
    for (const permissions of [owner, agent]) {
      const names: string[] = [];
      let cursor: string | undefined;
      for (;;) {
        const page = await read({ cursor, limit: 4, permissions });
        names.push(...namesOf(page));
        cursor = page.nextCursor;
        if (page.items.length === 0) break;
      }
      expect(names).toEqual(namesOf(await read({ permissions })));
      await append(testDb.db, pune, [renamed('more')]);
      expect(namesOf(await read({ cursor, permissions }))).toEqual([]);
    }
  });

  test('can be narrowed to a contact and to types', async () => {
    expect(namesOf(await read({ contactId }))).toEqual(['of a contact']);
    expect(namesOf(await read({ contactId, permissions: agent }))).toEqual(['of a contact']);
    expect(namesOf(await read({ contactId, types: ['api_key.created'] }))).toEqual([]);
    expect(namesOf(await read({ types: ['role.created', 'api_key.created'], limit: 3 }))).toEqual([
      'role 0',
      'key 0',
      'role 1',
    ]);
  });

  test('waits for an older transaction rather than passing it', async () => {
    const { nextCursor } = await read({});
    const seenWithin = await inTransaction(testDb.db, surat, async (tx) => {
      await publish(tx, renamed('older'));
      await append(testDb.db, surat, [renamed('younger')]);
      return namesOf(await read({ cursor: nextCursor }));
    });
    expect(seenWithin).toEqual([]);
    // A transaction of another database of this server holds events back as well.
    await expect.poll(async () => namesOf(await read({ cursor: nextCursor }))).toEqual(['older', 'younger']);
  });

  test.each([
    ['', 'invalid_cursor'],
    ['nonsense', 'invalid_cursor'],
    [`${log}.1`, 'invalid_cursor'],
    [`${log}.99999999999999999999.1`, 'invalid_cursor'],
    [`${log}.1.-1`, 'invalid_cursor'],
    [`${log}.1.1; drop table events`, 'invalid_cursor'],
    ['otherlog.1.1', 'other_log'],
    // This log, from a future that was lost.
    [`${log}.9000000000000000.1`, 'other_log'],
  ])('refuses the cursor "%s" by name and says what to do', async (cursor, code) => {
    await expect(read({ cursor })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'cursor', code, message: expect.stringMatching(/none|start over/i) as string }],
    });
  });

  test('shows the newest first at a glance', async () => {
    const recent = (permissions: ReadonlySet<Permission>) =>
      inTransaction(testDb.db, surat, (tx) => listRecentEvents(tx, { permissions, limit: 3 }));
    await append(testDb.db, surat, [renamed('last role'), keyMade('last key')]);
    expect(namesOf(await recent(owner)).slice(0, 2)).toEqual(['last key', 'last role']);
    expect(namesOf(await recent(agent))[0]).toBe('last role');
  });

  test('finds a page of a long log by its index, under row security', async () => {
    await inTransaction(testDb.db, surat, (tx) =>
      tx.sql(
        `insert into events (workspace_id, at, event_id, type, actor_kind, actor_id, data)
         select $1, $2, gen_random_uuid(), $3, 'system', 'x', '{}' from generate_series(1, 20000)`,
        [surat, tx.now, eventTypes[0]],
      ),
    );
    await testDb.asOwner('analyze events');
    const plan = await inTransaction(testDb.db, surat, (tx) =>
      tx.sql<{ 'QUERY PLAN': string }>(
        `explain select * from events where workspace_id = '${surat}' and (tx, seq) > ('5'::xid8, 5)
         and tx < pg_snapshot_xmax(pg_current_snapshot()) order by tx, seq limit 50`,
      ),
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Cond: .*ROW\(tx, seq\)/);
    expect(text).not.toMatch(/Seq Scan on events_2/);
  });
});
