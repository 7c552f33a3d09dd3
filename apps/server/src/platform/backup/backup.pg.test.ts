import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { testMasterKey, testRolePrefix } from '../../../test/global-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { movableClock } from '../clock/index.ts';
import { connectDatabase, type Database } from '../db/index.ts';
import { createSecrets, openInstallationKey } from '../secrets/index.ts';
import { objectKey, openDiskStorage, type Storage } from '../storage/index.ts';
import { backup, restore, type BackupOptions, type RestoreOptions } from './index.ts';
import { fillWithVariety, surat, token } from './test/variety.ts';

const otherMasterKey = Buffer.alloc(32, 5);
// Its roles, and with them their passwords, are not those of the other tests.
const otherPrefix = 'trikon_restored';
const plainOwner = 'trikon_plain_owner';
const clock = movableClock();

let folder: string;
let source: TestDatabase;
let storage: Storage;
let made = 0;
const databases: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'trikon-backup-test-'));
  source = await createTestDatabase();
  storage = await openDiskStorage(path.join(folder, 'files'));
  await fillWithVariety(source, 10_000);
  await storage.put(objectKey(surat, 'media', 'photo.jpg'), randomBytes(200_000), {
    contentType: 'image/jpeg',
  });
  await storage.put(objectKey(surat, 'empty'), Buffer.alloc(0));
});

afterAll(async () => {
  await source.drop();
  for (const name of databases) await onServer(`drop database ${name} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  await client.query(text);
  await client.end();
}

/** An empty database, not even migrated, owned by a role that is no superuser. */
async function emptyDatabase(): Promise<string> {
  const name = `restored_${randomBytes(6).toString('hex')}`;
  await onServer(
    `do $$ begin create role ${plainOwner} login createrole password 'plain'; exception when duplicate_object then null; end $$`,
  );
  await onServer(`create database ${name} owner ${plainOwner}`);
  databases.push(name);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  url.username = plainOwner;
  url.password = 'plain';
  return url.toString();
}

async function makeBackup(options: Partial<BackupOptions> = {}): Promise<string> {
  const file = path.join(folder, `backup-${++made}.trikon`);
  await backup({
    url: source.ownerUrl,
    masterKey: testMasterKey,
    rolePrefix: testRolePrefix,
    file,
    clock,
    version: '0.1.0',
    storage,
    ...options,
  });
  return file;
}

const restoreOptions = (url: string, file: string): RestoreOptions => ({
  url,
  file,
  masterKey: testMasterKey,
  rolePrefix: otherPrefix,
  clock,
  storage,
});

async function rowsOf(url: string): Promise<Map<string, unknown[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname in ('public', 'identity', 'system', 'graphile_worker') order by 1`,
  );
  const all = new Map<string, unknown[]>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(
      `select each::text as row from ${name} as each order by 1`,
    );
    all.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  await client.end();
  return all;
}

/** As superuser, who sees every row. */
function asSuperuser(url: string): string {
  const address = new URL(inject('databaseUrl'));
  address.pathname = new URL(url).pathname;
  return address.toString();
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: asSuperuser(url) });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

const readEvents = (url: string): Promise<object[]> =>
  query(
    url,
    `select event_id, at::text, workspace_id, type, contact_id, actor_kind, actor_id, data::text from events order by tx, seq`,
  );

describe('a restored database', () => {
  let url: string;
  let filesElsewhere: Storage;

  beforeAll(async () => {
    const file = await makeBackup();
    url = await emptyDatabase();
    filesElsewhere = await openDiskStorage(path.join(folder, 'files-elsewhere'));
    await restore({ ...restoreOptions(url, file), storage: filesElsewhere });
  }, 60_000);

  test('has every row of every table, byte for byte', async () => {
    const before = await rowsOf(source.ownerUrl);
    const after = await rowsOf(asSuperuser(url));
    expect([...after.keys()]).toEqual([...before.keys()]);
    // What is meant to differ has tests of its own.
    const meantToDiffer = new Set([
      'public.events',
      'public.parked_events',
      'system.event_cursors',
      'system.processes',
      'system.migrations',
      'system.settings',
      'graphile_worker._private_jobs',
      'graphile_worker.migrations',
    ]);
    for (const [table, rows] of before) {
      if (meantToDiffer.has(table)) continue;
      expect(after.get(table), table).toEqual(rows);
    }
    expect(before.get('public.saved_views')!.length).toBeGreaterThan(5);
    expect(before.get('identity.users')!.length).toBeGreaterThan(1);
  });

  test('has the whole history in its order, as one transaction of its own', async () => {
    const after = await readEvents(url);
    expect(after).toHaveLength(10_000);
    expect(after).toEqual(await readEvents(source.ownerUrl));
    const [places] = await query<{ transactions: string; first: string; last: string; next: string }>(
      url,
      `select count(distinct tx) as transactions, min(seq) as first, max(seq) as last, nextval('event_seq') as next from events`,
    );
    expect(places).toEqual({ transactions: '1', first: '1', last: '10000', next: '10001' });
  });

  test('lets each consumer go on after the very event that it had reached', async () => {
    const next = `select cursor.consumer, (select count(*) from events where (tx, seq) > (cursor.tx, cursor.seq)) as ahead,
        (select event_id from events where (tx, seq) > (cursor.tx, cursor.seq) order by tx, seq limit 1) as next
      from system.event_cursors as cursor order by 1`;
    const after = await query(url, next);
    expect(after).toEqual(await query(source.ownerUrl, next));
    expect(after).toMatchObject([
      { consumer: 'at-the-edge', ahead: '0', next: null },
      { consumer: 'between', ahead: '6600' },
      { consumer: 'new', ahead: '10000' },
    ]);
  });

  test('tells parked events their new place', async () => {
    const [row] = await query<{ fits: boolean; reason: string }>(
      url,
      `select reason, (event -> 'position' ->> 'tx')::bigint = event.tx::text::bigint
         and (event -> 'position' ->> 'seq')::bigint = event.seq as fits
       from parked_events as parked join events as event using (workspace_id, event_id)`.replace(
        /\(event ->/g,
        '(parked.event ->',
      ),
    );
    expect(row).toEqual({ reason: 'टूटा', fits: true });
  });

  test('is another log, and its senders have a recovery to confirm', async () => {
    const settings = `select name, value from system.settings where name in ('log', 'recovery_epoch') order by name`;
    const [before] = await query<{ value: string }>(source.ownerUrl, settings);
    const after = await query<{ name: string; value: unknown }>(url, settings);
    expect(after[0]?.value).toMatch(/^[0-9a-f]{8}$/);
    expect(after[0]?.value).not.toBe(before?.value);
    expect(after[1]).toEqual({ name: 'recovery_epoch', value: 1 });
  });

  test('keeps the jobs that wait, held by nobody, and gives new ones new ids', async () => {
    const jobs = `select id, payload::text, priority, run_at::text, attempts, key, last_error from graphile_worker._private_jobs order by id`;
    expect(await query(url, jobs)).toEqual(await query(source.ownerUrl, jobs));
    const [held] = await query<{ count: string }>(
      url,
      'select count(*) from graphile_worker._private_jobs where locked_at is not null or locked_by is not null',
    );
    expect(held?.count).toBe('0');
    const [added] = await query<{ id: string }>(url, `select id from graphile_worker.add_job('test.new')`);
    expect(Number(added?.id)).toBeGreaterThan(3);
  });

  test('is under row security as before', async () => {
    const unprotected = await query<{ relname: string }>(
      url,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not relispartition and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(unprotected).toEqual([]);
  });

  test('opens the secrets, and has the files', async () => {
    const db = connect(url, testMasterKey);
    expect(await openToken(db, testMasterKey)).toBe('EAAG-token');
    await db.close();
    const key = objectKey(surat, 'media', 'photo.jpg');
    const [before, after] = await Promise.all([storage.get(key), filesElsewhere.get(key)]);
    expect(after.contentType).toBe('image/jpeg');
    expect(Buffer.concat(await after.body.toArray()).equals(Buffer.concat(await before.body.toArray()))).toBe(
      true,
    );
    expect(await filesElsewhere.head(objectKey(surat, 'empty'))).toMatchObject({ size: 0 });
  });

  test('is not filled a second time, unless it is meant to be replaced', async () => {
    const file = await makeBackup();
    await expect(restore(restoreOptions(url, file))).rejects.toThrow(
      /The database is not empty \(\w+\.\w+ has rows\)\. Restore into an empty one, or say --replace/,
    );
    await restore({ ...restoreOptions(url, file), replace: true });
    expect(await readEvents(url)).toHaveLength(10_000);
    const [epoch] = await query<{ value: number }>(
      url,
      `select value from system.settings where name = 'recovery_epoch'`,
    );
    expect(epoch?.value).toBe(2);
  });

  test('is not replaced under a running program', async () => {
    const file = await makeBackup();
    await query(
      url,
      `insert into system.processes values (gen_random_uuid(), 'h', 1, '1', '{}', '{}', now(), now())`,
    );
    const attempt = restore({ ...restoreOptions(url, file), replace: true });
    await expect(attempt).rejects.toThrow('Stop all copies of the program first: one uses this database.');
    await query(url, 'delete from system.processes');
    expect(await readEvents(url)).toHaveLength(10_000);
  });
});

function connect(url: string, masterKey: Buffer): Database {
  return connectDatabase({
    url,
    masterKey,
    rolePrefix: otherPrefix,
    poolSize: 2,
    clock,
    onIdleError: () => {},
  });
}

async function openToken(db: Database, masterKey: Buffer): Promise<string> {
  return db.acrossWorkspaces('maintenance', async (tx) => {
    const installationKey = await openInstallationKey(tx, masterKey);
    const [row] = await tx.sql<{ sealed: string }>(
      `select state ->> 'sealed' as sealed from saved_views where screen = 'secret'`,
    );
    const secrets = createSecrets({ masterKey, installationKey, clock });
    return secrets.open(tx, token, Buffer.from(row!.sealed, 'base64'));
  });
}

describe('the protection of a backup', () => {
  test('by the master key: nothing readable outside, no other key opens it', async () => {
    const file = await makeBackup();
    const content = await readFile(file);
    expect(content.includes(Buffer.from('Surat'))).toBe(false);
    const url = await emptyDatabase();
    const attempt = restore({ ...restoreOptions(url, file), masterKey: otherMasterKey });
    await expect(attempt).rejects.toThrow(
      /opens only with the master key [0-9a-f]{12}, that of the installation/,
    );
    expect(await query(url, `select to_regclass('system.settings') as found`)).toEqual([{ found: null }]);
  });

  test('by a passphrase: it opens elsewhere with nothing but that, secrets included', async () => {
    const passphrase = 'सही घोड़ा battery staple';
    const file = await makeBackup({ protection: { kind: 'passphrase', passphrase } });
    const url = await emptyDatabase();
    const elsewhere = { ...restoreOptions(url, file), masterKey: otherMasterKey };
    await expect(restore(elsewhere)).rejects.toThrow('This backup opens with a passphrase. Give it.');
    await expect(restore({ ...elsewhere, passphrase: 'wrong horse battery' })).rejects.toThrow(
      'This is not the passphrase of this backup.',
    );
    await restore({ ...elsewhere, passphrase });
    const db = connect(url, otherMasterKey);
    expect(await openToken(db, otherMasterKey)).toBe('EAAG-token');
    await db.close();
    const weak = makeBackup({ protection: { kind: 'passphrase', passphrase: 'short' } });
    await expect(weak).rejects.toThrow('Use a passphrase of at least 12 characters.');
  });

  test('by nothing: its secrets still need the master key', async () => {
    const file = await makeBackup({ protection: { kind: 'none' } });
    const url = await emptyDatabase();
    const elsewhere = { ...restoreOptions(url, file), masterKey: otherMasterKey };
    await expect(restore(elsewhere)).rejects.toThrow(
      /are protected by the master key [0-9a-f]{12}\. Give that key/,
    );
    await restore({ ...elsewhere, backupMasterKey: testMasterKey });
    const db = connect(url, otherMasterKey);
    expect(await openToken(db, otherMasterKey)).toBe('EAAG-token');
    await db.close();
  });
});

describe('a damaged backup', () => {
  test.each(['master-key', 'none'] as const)(
    'is refused before anything is changed, wherever the damage is (%s)',
    async (kind) => {
      const file = await makeBackup({ protection: { kind } });
      const whole = await readFile(file);
      const url = await emptyDatabase();
      const bad = `${file}.bad`;
      const steps = 40;
      for (let step = 0; step < steps; step++) {
        const changed = Buffer.from(whole);
        const at = Math.floor((step / (steps - 1)) * (whole.length - 1));
        changed[at]! ^= 0x10;
        await writeFile(bad, changed);
        await expect(restore(restoreOptions(url, bad)), `byte ${at}`).rejects.toMatchObject({
          name: 'BackupError',
        });
      }
      for (const length of [0, 10, 300, Math.floor(whole.length / 2), whole.length - 1]) {
        await writeFile(bad, whole.subarray(0, length));
        await expect(restore(restoreOptions(url, bad)), `cut at ${length}`).rejects.toMatchObject({
          name: 'BackupError',
        });
      }
      await writeFile(bad, Buffer.concat([whole, Buffer.from('more')]));
      await expect(restore(restoreOptions(url, bad))).rejects.toMatchObject({ name: 'BackupError' });
      expect(await query(url, `select to_regclass('system.settings') as found`)).toEqual([{ found: null }]);
    },
    60_000,
  );

  test('is not mistaken for something else, nor something else for it', async () => {
    const url = await emptyDatabase();
    const file = path.join(folder, 'letter.txt');
    await writeFile(file, 'Dear Meera,\nhow are you?\n');
    await expect(restore(restoreOptions(url, file))).rejects.toThrow(
      /is not a backup that this version can read/,
    );
    await expect(restore(restoreOptions(url, path.join(folder, 'none')))).rejects.toThrow(
      /it does not exist/,
    );
  });
});

describe('a backup that cannot be written', () => {
  test('leaves nothing behind when there is no room for it', async () => {
    const target = path.join(folder, 'full');
    await mkdir(target);
    const options = {
      url: source.ownerUrl,
      masterKey: testMasterKey.toString('base64'),
      rolePrefix: testRolePrefix,
      file: path.join(target, 'b.trikon'),
    };
    const script = fileURLToPath(new URL('./test/no-room-child.ts', import.meta.url));
    // A limit on the size of files fails in the middle of writing, as a full disk does.
    const limited = `ulimit -f 64; exec "$0" "$1" "$2"`;
    const child = spawn('bash', ['-c', limited, process.execPath, script, JSON.stringify(options)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = Buffer.concat(await child.stdout.toArray()).toString();
    expect(said).toBe(`${options.file}: the file would be larger than allowed.`);
    expect(await readdir(target)).toEqual([]);
  });

  test('leaves no half file', async () => {
    const target = path.join(folder, 'targets');
    await mkdir(target);
    const file = path.join(target, 'b.trikon');
    await writeFile(file, 'an older one');
    await expect(makeBackup({ file })).rejects.toThrow(/there is a file of this name already/);
    expect(await readFile(file, 'utf8')).toBe('an older one');
    await rm(file);
    await expect(makeBackup({ file: path.join(target, 'missing', 'b.trikon') })).rejects.toThrow(
      /it does not exist/,
    );
    const broken: Storage = {
      ...storage,
      get: () => Promise.reject(Object.assign(new Error('disk'), { code: 'EIO' })),
    };
    await expect(makeBackup({ file, storage: broken })).rejects.toThrow(/the disk reports an error/);
    expect(await readdir(target)).toEqual([]);
  });
});
