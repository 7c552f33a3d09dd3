import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { newId } from '../ids/index.ts';
import type { Tx } from './transaction.ts';

const surat = newId(new Date());
const pune = newId(new Date());
const actor = { kind: 'system', id: 'test' } as const;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  for (const [workspaceId, name] of [
    [surat, 'Surat Silks'],
    [pune, 'Pune Dental'],
  ] as const) {
    await database.db.inWorkspace({ workspaceId, actor }, (tx) => addWorkspace(tx, name));
  }
});

afterAll(() => database.drop());

async function addWorkspace(tx: Tx, name: string): Promise<void> {
  await tx.sql(
    `insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at) values ($1, $1, $2, $3, $3)`,
    [tx.workspaceId, name, tx.now],
  );
}

describe('a transaction in a workspace', () => {
  test('sees its own workspace and no other', async () => {
    const rows = await database.db.readWorkspace({ workspaceId: surat, actor }, (tx) =>
      tx.sql<{ name: string }>('select name from workspaces'),
    );
    expect(rows).toEqual([{ name: 'Surat Silks' }]);
  });

  test('cannot write a row of another workspace', async () => {
    const attempt = database.db.inWorkspace({ workspaceId: surat, actor }, (tx) =>
      tx.sql(
        `insert into roles (workspace_id, role_id, name, permissions, created_at, updated_at) values ($1, $1, 'x', '{}', $2, $2)`,
        [pune, tx.now],
      ),
    );
    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  test('leaves nothing behind when it fails, and its effects do not happen', async () => {
    let told = false;
    const attempt = database.db.inWorkspace({ workspaceId: surat, actor }, async (tx) => {
      tx.onCommit(() => (told = true));
      await tx.sql(`update workspaces set name = 'Changed'`);
      throw new Error('stop');
    });
    await expect(attempt).rejects.toThrow('stop');
    const [row] = await database.db.readWorkspace({ workspaceId: surat, actor }, (tx) =>
      tx.sql<{ name: string }>('select name from workspaces'),
    );
    expect(row?.name).toBe('Surat Silks');
    expect(told).toBe(false);
  });

  test('is refused after it has ended', async () => {
    let kept: Tx | undefined;
    await database.db.readWorkspace({ workspaceId: surat, actor }, async (tx) => {
      kept = tx;
      await tx.sql('select 1');
    });
    await expect(kept!.sql('select 1')).rejects.toThrow(/after it has ended/);
  });

  test('takes no text for a workspace id', async () => {
    const scope = { workspaceId: `${surat}'; drop table workspaces; --`, actor };
    await expect(database.db.inWorkspace(scope, async (tx) => tx.sql('select 1'))).rejects.toThrow(
      /a workspace id is a UUID/,
    );
  });
});

test('a system transaction sees all workspaces', async () => {
  const rows = await database.db.acrossWorkspaces('maintenance', (tx) =>
    tx.sql('select name from workspaces order by name'),
  );
  expect(rows).toEqual([{ name: 'Pune Dental' }, { name: 'Surat Silks' }]);
});
