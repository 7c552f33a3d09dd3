import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import type { Clock } from '../clock/index.ts';
import { roleNames } from '../db/roles.ts';
import { bad, good, warning, type Finding } from './finding.ts';

const migrationsFolder = path.join(import.meta.dirname, '../../../migrations');
const oldestSupported = 150_000;

interface DatabaseContext {
  rolePrefix: string;
  clock: Clock;
}

export async function checkDatabase(
  owner: pg.Client,
  { rolePrefix, clock }: DatabaseContext,
): Promise<Finding[]> {
  return [
    ...(await checkVersion(owner)),
    ...(await checkDurability(owner)),
    ...(await checkClock(owner, clock)),
    ...(await checkMigrations(owner)),
    ...(await checkRoles(owner, rolePrefix)),
    ...(await checkConnections(owner)),
  ];
}

async function checkVersion(owner: pg.Client): Promise<Finding[]> {
  const startedAt = performance.now();
  const { rows } = await owner.query<{ number: string; version: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
  );
  const milliseconds = performance.now() - startedAt;
  const { number = '0', version = 'of unknown version' } = rows[0] ?? {};
  if (Number(number) < oldestSupported) {
    return [bad('database', `PostgreSQL ${version} is too old.`, 'Upgrade it to version 15 or later.')];
  }
  const message = `PostgreSQL ${version} answers in ${milliseconds.toFixed(0)} ms.`;
  if (milliseconds < 100) return [good('database', message)];
  return [warning('database', message, 'Look at its load, or move the program closer to it.')];
}

async function checkDurability(owner: pg.Client): Promise<Finding[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by 1`,
  );
  if (rows.length === 0) return [good('durability', 'What is stored survives a power cut.')];
  const names = rows.map(({ name }) => name).join(', ');
  return [
    bad(
      'durability',
      `A power cut may lose or break data: ${names} is off.`,
      `Turn ${names} on in PostgreSQL’s configuration.`,
    ),
  ];
}

async function checkClock(owner: pg.Client, clock: Clock): Promise<Finding[]> {
  const before = clock.now().getTime();
  const { rows } = await owner.query<{ time: Date }>('select clock_timestamp() as time');
  const after = clock.now().getTime();
  const seconds = Math.abs((rows[0]?.time.getTime() ?? 0) - (before + after) / 2) / 1_000;
  if (seconds < 2) return [good('clock', 'This machine and the database agree on the time.')];
  return [
    (seconds < 30 ? warning : bad)(
      'clock',
      `The clocks of this machine and of the database differ by ${seconds.toFixed(0)} seconds.`,
      'Turn on time synchronisation on both, such as `timedatectl set-ntp true`.',
    ),
  ];
}

async function checkMigrations(owner: pg.Client): Promise<Finding[]> {
  const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort();
  const { rows: exists } = await owner.query(`select where to_regclass('system.migrations') is not null`);
  const applied = exists.length === 0 ? [] : await listApplied(owner);
  const pending = files.filter((name) => !applied.includes(name));
  const newer = applied.filter((name) => !files.includes(name));
  if (newer.length > 0) {
    return [
      bad(
        'migrations',
        `The database is newer than this program (it has ${newer.at(-1)}).`,
        'Update the program.',
      ),
    ];
  }
  if (pending.length === 0) return [good('migrations', 'The database is up to date.')];
  return [
    warning(
      'migrations',
      `${pending.length} changes of the database are still to be applied, first ${pending[0]}.`,
      'Start the program, which applies them, or run `npm run trikon -- migrate`.',
    ),
  ];
}

async function listApplied(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>('select name from system.migrations');
  return rows.map(({ name }) => name);
}

/** Row security is no wall for a role that may bypass it. */
async function checkRoles(owner: pg.Client, rolePrefix: string): Promise<Finding[]> {
  const names = Object.values(roleNames(rolePrefix));
  const { rows } = await owner.query<{ name: string; mighty: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty from pg_roles where rolname = any ($1)`,
    [names],
  );
  const mighty = rows.filter((role) => role.mighty).map(({ name }) => name);
  if (mighty.length > 0) {
    return [
      bad(
        'roles',
        `${mighty.join(', ')} may do more than it should, so tenants are not kept apart.`,
        `Run \`alter role ${mighty[0]} nosuperuser nobypassrls nocreaterole nocreatedb\` for each, and find out who changed it.`,
      ),
    ];
  }
  if (rows.length === names.length)
    return [good('roles', 'The program’s roles may do no more than they should.')];
  return [
    warning(
      'roles',
      'The program’s database roles do not exist yet.',
      'Start the program, which makes them.',
    ),
  ];
}

const spare = 10;

async function checkConnections(owner: pg.Client): Promise<Finding[]> {
  const { rows } = await owner.query<{ most: number; used: number }>(
    `select current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer as most,
       (select count(*)::integer from pg_stat_activity where backend_type = 'client backend') as used`,
  );
  const { most = 0, used = 0 } = rows[0] ?? {};
  const message = `${used} of ${most} database connections are in use.`;
  if (most - used >= spare) return [good('connections', message)];
  return [
    warning(
      'connections',
      message,
      'Raise max_connections in PostgreSQL, lower TRIKON_DB_POOL, or put PgBouncer in between.',
    ),
  ];
}
