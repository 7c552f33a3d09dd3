import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { ensurePartitions, partitionedTables } from './partitions.ts';
import { ensureRoles, quote, roleNames } from './roles.ts';

const folder = path.join(import.meta.dirname, '../../../migrations');
// Any constant will do, as long as every version of the program uses the same.
const lockKey = 7_254_011;
const oldestSupported = 150_000;

export interface MigrateOptions {
  url: string;
  masterKey: Buffer;
  rolePrefix: string;
  now: Date;
  /** Stops after this migration: how a database is made that an older backup fits. */
  through?: string;
}

/** Why the database could not be brought up to date, in a sentence for whoever runs the program. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** Brings the database to this program's version: roles, the job library's tables, ours, and partitions ahead. */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const owner = new pg.Client({ connectionString: options.url, application_name: 'trikon migrate' });
  await owner.connect();
  try {
    await checkVersion(owner);
    await owner.query('select pg_advisory_lock($1)', [lockKey]);
    const applied = await applyAll(owner, options);
    for (const table of partitionedTables) await ensurePartitions(owner, table, options.now);
    return { applied };
  } finally {
    await owner.end();
  }
}

async function applyAll(owner: pg.Client, options: MigrateOptions): Promise<string[]> {
  await owner.query(`create schema if not exists system`);
  await owner.query(
    `create table if not exists system.migrations (name text primary key, checksum text not null, applied_at timestamptz not null)`,
  );
  const done = await owner.query<{ name: string; checksum: string }>(
    `select name, checksum from system.migrations`,
  );
  const applied = new Map(done.rows.map((row) => [row.name, row.checksum]));
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  refuseNewerDatabase([...applied.keys()], files);
  await ensureRoles(owner, options);
  await migrateJobLibrary(options.url);
  const pending: string[] = [];
  for (const name of files) {
    if (options.through !== undefined && name > options.through) break;
    const text = await readFile(path.join(folder, name), 'utf8');
    const checksum = createHash('sha256').update(text).digest('hex');
    const known = applied.get(name);
    if (known === checksum) continue;
    if (known !== undefined) {
      throw new MigrationError(
        `The migration ${name} was changed after it had been applied to this database. Restore the file and add a new migration instead.`,
      );
    }
    pending.push(name);
    await applyOne(owner, name, withRoleNames(text, options.rolePrefix), checksum, options.now);
  }
  return pending;
}

async function applyOne(
  owner: pg.Client,
  name: string,
  text: string,
  checksum: string,
  now: Date,
): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(text);
    await owner.query('insert into system.migrations values ($1, $2, $3)', [name, checksum, now]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new MigrationError(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** graphile-worker keeps its own schema up to date under its own lock. */
async function migrateJobLibrary(url: string): Promise<void> {
  await runMigrations({ connectionString: url });
}

function withRoleNames(text: string, rolePrefix: string): string {
  const names = roleNames(rolePrefix);
  return text.replace(/(?<!:):(app|system|auth)\b/g, (_, role: keyof typeof names) => quote(names[role]));
}

function refuseNewerDatabase(applied: string[], files: string[]): void {
  const unknown = applied.filter((name) => !files.includes(name)).sort();
  if (unknown.length > 0) {
    throw new MigrationError(
      `This database was brought to a newer version of Trikon (it has ${unknown.at(-1)}). Start that version, or restore an older backup.`,
    );
  }
}

async function checkVersion(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  );
  if (Number(rows[0]?.server_version_num) < oldestSupported) {
    throw new MigrationError(`PostgreSQL 15 or later is needed; this is ${rows[0]?.server_version}.`);
  }
}
