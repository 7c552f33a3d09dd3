import type pg from 'pg';
import { BackupError } from './backup-error.ts';
import type { Manifest } from './manifest.ts';
import { listBackedTables } from './tables.ts';

export interface TargetTable {
  /** Schema and name, both quoted. */
  name: string;
  /** Row security held for the owner, too, and has to again. */
  forced: boolean;
}

/**
 * Makes the tables ready to be filled by their owner. Forced row security hides every row from an owner and forbids
 * COPY; it is lifted inside of the transaction that puts it back, so nobody ever sees the tables without it.
 */
export async function prepareTables(
  owner: pg.Client,
  manifest: Manifest,
  replace: boolean,
): Promise<TargetTable[]> {
  await refuseOtherVersion(owner, manifest);
  const tables: TargetTable[] = [];
  for (const { name } of await listBackedTables(owner)) {
    const { rows } = await owner.query<{ forced: boolean }>(
      'select relforcerowsecurity as forced from pg_class where oid = $1::regclass',
      [name],
    );
    const forced = rows[0]?.forced ?? false;
    if (forced) await owner.query(`alter table ${name} no force row level security`);
    tables.push({ name, forced });
  }
  const missing = manifest.tables.filter(({ name }) => !tables.some((table) => table.name === name));
  if (missing.length > 0)
    throw new BackupError(`This version has no table ${missing[0]!.name} to restore into.`);
  if (!replace) await refuseFilled(owner, tables);
  return tables;
}

export async function protectAgain(owner: pg.Client, tables: readonly TargetTable[]): Promise<void> {
  for (const { name, forced } of tables) {
    if (forced) await owner.query(`alter table ${name} force row level security`);
  }
}

/** A new database has its settings; anything else in it is somebody's. */
const filledAtTheStart = new Set([
  '"system"."settings"',
  '"system"."event_cursors"',
  '"graphile_worker"."_private_tasks"',
  '"graphile_worker"."_private_known_crontabs"',
]);

async function refuseFilled(owner: pg.Client, tables: readonly TargetTable[]): Promise<void> {
  for (const { name } of tables) {
    if (filledAtTheStart.has(name)) continue;
    const { rows } = await owner.query(`select from ${name} limit 1`);
    if (rows.length > 0) {
      throw new BackupError(
        `The database is not empty (${name.replaceAll('"', '')} has rows). Restore into an empty one, or say --replace to lose what it holds.`,
      );
    }
  }
}

async function refuseOtherVersion(owner: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from system.migrations order by name',
  );
  const { rows: library } = await owner.query<{ revision: number }>(
    'select coalesce(max(id), 0) as revision from graphile_worker.migrations',
  );
  const same = JSON.stringify(rows) === JSON.stringify(manifest.migrations);
  if (same && library[0]?.revision === manifest.jobLibrary) return;
  throw new BackupError(
    `The backup was made by Trikon ${manifest.version}, whose database is built differently. Restore it with that version, then start this one.`,
  );
}
