import { testMasterKey } from '../../../../test/global-database.ts';
import type { TestDatabase } from '../../../../test/test-database.ts';
import type { Tx } from '../../db/index.ts';
import { newId } from '../../ids/index.ts';
import { createSecrets, openInstallationKey, type Place } from '../../secrets/index.ts';

// Rows for backup.pg.test.ts with whatever a type can hold that might not survive a journey through a file.

const actor = { kind: 'system', id: 'test' } as const;
export const surat = newId(new Date('2026-01-01'));
const pune = newId(new Date('2026-01-02'));
export const token: Place = { workspaceId: surat, table: 'saved_views', row: 'secret', column: 'state' };

const awkward = [
  'नमस्ते, வணக்கம் 👩‍👩‍👧‍👦 \u202e',
  'tab\tnewline\nreturn\rbackslash\\ \\N \\. "quotes" \'single\'',
  '\\.',
  '\\N',
  '',
  '\u0001\u001f\u007f',
  'x'.repeat(300_000),
];

export async function fillWithVariety(database: TestDatabase, events: number): Promise<void> {
  const { db, clock } = database;
  for (const workspaceId of [surat, pune]) {
    await db.inWorkspace({ workspaceId, actor }, (tx) => addTenant(tx));
  }
  await addPeople(database);
  await addHistory(database, events);
  await addJobs(database);
  await db.inWorkspace({ workspaceId: surat, actor }, async (tx) => {
    const installationKey = await db.acrossWorkspaces('maintenance', (system) =>
      openInstallationKey(system, testMasterKey),
    );
    const secrets = createSecrets({ masterKey: testMasterKey, installationKey, clock });
    const sealed = await secrets.seal(tx, token, 'EAAG-token');
    await addView(tx, 'secret', JSON.stringify({ sealed: sealed.toString('base64') }));
  });
  await database.asOwner(
    `insert into system.settings values ('nothing', 'null'), ('list', '[1, 1.50, "x"]')`,
  );
}

async function addTenant(tx: Tx): Promise<void> {
  await tx.sql(
    `insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at) values ($1, $1, $2, $3, 'infinity')`,
    [tx.workspaceId, 'Surat Silks साड़ी', new Date('2026-01-01T00:00:00.123Z')],
  );
  for (const [at, text] of awkward.entries()) {
    await tx.sql(
      `insert into roles (workspace_id, role_id, name, description, permissions, created_at, updated_at)
       values ($1, $2, $3, $4, $5, '2026-02-03 04:05:06.123456+00', $6)`,
      [tx.workspaceId, newId(tx.now), `role ${at}`, text, [text.slice(0, 50), 'a,b', '{}', ''], tx.now],
    );
    await addView(tx, `screen ${at}`, JSON.stringify({ text }));
  }
  await addView(tx, 'null', 'null');
  await addView(tx, 'numbers', '[12345678901234567890, 1.50, -0.0, 1e300, {"a": []}]');
  const [role] = await tx.sql<{ role_id: string }>('select role_id from roles limit 1');
  await tx.sql(
    `insert into members values ($1, $2, 'Meera', 'm@example.in', 'custom', $3, $4), ($1, $3, 'Arjun', 'a@example.in', 'owner', null, $4)`,
    [tx.workspaceId, newId(tx.now), role!.role_id, tx.now],
  );
  await tx.sql(
    `insert into api_keys (workspace_id, key_id, name, hint, secret_hash, permissions, requests_per_minute, created_by, created_at)
     values ($1, $2, 'key', 'tk_', $3, '{}', 60, $2, $4)`,
    [tx.workspaceId, newId(tx.now), Buffer.from(Array.from({ length: 256 }, (_, at) => at)), tx.now],
  );
  await tx.sql(
    `insert into idempotency_keys (workspace_id, caller, key, procedure, input_hash, answer, created_at)
     values ($1, 'c', 'k1', 'p', '', null, $2), ($1, 'c', 'k2', 'p', '\\x00', 'null', $2)`,
    [tx.workspaceId, tx.now],
  );
}

async function addView(tx: Tx, screen: string, state: string): Promise<void> {
  await tx.sql(
    `insert into saved_views (workspace_id, view_id, screen, name, owner_id, state, updated_at) values ($1, $2, $3, 'v', $2, $4, $5)`,
    [tx.workspaceId, newId(tx.now), screen, state, tx.now],
  );
}

async function addPeople({ db }: TestDatabase): Promise<void> {
  await db.acrossWorkspaces('maintenance', async (tx) => {
    for (const name of ['Meera', 'Arjun']) {
      const id = newId(tx.now);
      await tx.sql(
        `insert into identity.users (id, email, name, created_at, updated_at) values ($1, $2, $3, $4, $4)`,
        [id, `${name}@example.in`, name, tx.now],
      );
      await tx.sql(
        `insert into identity.sessions (id, user_id, token, expires_at, created_at, updated_at) values ($1, $1, $2, $3, $3, $3)`,
        [id, name, tx.now],
      );
    }
    await tx.sql(`insert into identity.organisations values ($1, 'Agency', $2)`, [surat, tx.now]);
    await tx.sql(
      `insert into identity.sign_on_providers values ($1, $1, 'n', 'https://id.example.in', 'c', $2, $3, $4)`,
      [surat, Buffer.from([0, 255, 92, 10, 13]), ['example.in', 'a "quoted", one'], tx.now],
    );
  });
}

/** By three transactions, in an order that is not that of their times, over several months. */
async function addHistory(database: TestDatabase, count: number): Promise<void> {
  const shares = [0.34, 0.33, 0.33].map((share) => Math.round(share * count));
  for (const [at, share] of shares.entries()) {
    await database.db.acrossWorkspaces('maintenance', (tx) =>
      tx.sql(
        `insert into events (workspace_id, at, event_id, type, contact_id, actor_kind, actor_id, data)
         select case when n % 3 = 0 then $1::uuid else $2::uuid end,
           '2026-08-01'::timestamptz + n * interval '15 minutes' + $4 * interval '1 microsecond', gen_random_uuid(), 'role.created',
           case when n % 2 = 0 then gen_random_uuid() end, 'system', 'test',
           jsonb_build_object('n', n, 'text', E'line\\n\\t\\\\ ' || repeat('अ', (n % 20)::integer))
         from generate_series(1, $3::bigint) as n order by n % 7`,
        [surat, pune, share, at],
      ),
    );
  }
  await database.asOwner(
    `insert into system.event_cursors
     select 'new', '0'::xid8, 0, now()
     union all select 'at-the-edge', pg_snapshot_xmin(pg_current_snapshot()), 0, now()
     union all (select 'between', tx, seq, now() from events order by tx, seq offset ${shares[0]! - 1} limit 1)`,
  );
  await database.asOwner(
    `insert into parked_events
     select workspace_id, 'audit', event_id, jsonb_build_object('at', at, 'position', jsonb_build_object('tx', tx::text::bigint, 'seq', seq)), 'टूटा', now()
     from events order by tx, seq offset 77 limit 1`,
  );
}

async function addJobs(database: TestDatabase): Promise<void> {
  await database.asOwner(
    `select graphile_worker.add_job('test.waits', json_build_object('workspace_id', '${surat}', 'input', 'ab' || chr(10)), job_key => 'k')`,
  );
  await database.asOwner(`select graphile_worker.add_job('test.held', '{"input":  null}')`);
  await database.asOwner(`select graphile_worker.add_job('test.failed', max_attempts => 1)`);
  await database.asOwner(
    `update graphile_worker._private_jobs set attempts = 1, last_error = 'broken' where max_attempts = 1`,
  );
  await database.asOwner(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-x', attempts = 1 where payload::text like '%null%'`,
  );
}
