import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Clock } from '../clock/index.ts';
import { roleUrls } from '../db/roles.ts';
import { objectPrefix, StorageError, type Storage } from '../storage/index.ts';
import { writeArchive } from './archive.ts';
import { copyOut } from './copy.ts';
import { writeEntry, type EntrySum } from './entries.ts';
import type { Manifest } from './manifest.ts';
import { protect, type Protection } from './protection.ts';
import { listBackedTables, listMonths, type BackedTable } from './tables.ts';

export interface BackupOptions {
  /** The owner's address of the database. */
  url: string;
  masterKey: Buffer;
  rolePrefix: string;
  /** Where the backup is written; there must be no such file yet. */
  file: string;
  clock: Clock;
  /** Of the program. */
  version: string;
  /** The stored files, when they are to be part of it. */
  storage?: Storage;
  /** By default a key that follows from the master key. */
  protection?: Protection;
}

export interface BackupReport {
  file: string;
  bytes: number;
  tables: { name: string; rows: number }[];
  files: { count: number; bytes: number };
  /** What to do for it to be of use on the day it is needed, a sentence each. */
  advice: string[];
}

/**
 * Writes everything of one moment into one file. It reads as the system role, since row security hides the rows from
 * an owner who is no superuser, and in one snapshot, so that the program goes on meanwhile.
 */
export async function backup(options: BackupOptions): Promise<BackupReport> {
  const { file, masterKey, protection = { kind: 'master-key' } } = options;
  const { header, key } = await protect(protection, masterKey);
  const client = new pg.Client({
    connectionString: roleUrls(options).system,
    application_name: 'trikon backup',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    // The role's limits are made for requests.
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
    await client.query('begin isolation level repeatable read read only');
    let manifest: Manifest | undefined;
    const bytes = await writeArchive(file, { protection: header, key }, () =>
      writeContent(client, options, protection.kind === 'passphrase', (made) => (manifest = made)),
    );
    await client.query('commit');
    const { tables, files } = manifest!;
    return { file, bytes, tables, files, advice: advise(protection, options) };
  } finally {
    await client.end();
  }
}

async function* writeContent(
  client: pg.Client,
  options: BackupOptions,
  withMasterKey: boolean,
  onManifest: (manifest: Manifest) => void,
): AsyncGenerator<Buffer> {
  const { version, clock, masterKey, storage } = options;
  const tables: Manifest['tables'] = [];
  for (const table of await listBackedTables(client)) yield* writeTable(client, table, tables);
  const files = { count: 0, bytes: 0, sha256: '' };
  yield* writeFiles(client, storage, files);
  const manifest: Manifest = {
    version,
    madeAt: clock.now().toISOString(),
    ...(await describeDatabase(client)),
    masterKey: withMasterKey ? masterKey.toString('base64') : null,
    tables,
    files,
  };
  onManifest(manifest);
  yield* writeEntry({ kind: 'manifest' }, chunksOf(Buffer.from(JSON.stringify(manifest))), () => {});
}

async function* writeTable(
  client: pg.Client,
  { name, columns, source }: BackedTable,
  tables: Manifest['tables'],
): AsyncGenerator<Buffer> {
  const copy = copyOut(client, `copy (${source}) to stdout`);
  let sum: EntrySum | undefined;
  yield* writeEntry({ kind: 'table', name, columns }, copy.chunks, (made) => (sum = made));
  tables.push({ name, columns, rows: copy.rows(), ...sum! });
}

async function* writeFiles(
  client: pg.Client,
  storage: Storage | undefined,
  files: Manifest['files'],
): AsyncGenerator<Buffer> {
  const all = createHash('sha256');
  const workspaces = storage ? await listWorkspaces(client) : [];
  for (const workspaceId of workspaces) {
    for await (const { key } of storage!.list(objectPrefix(workspaceId))) {
      const object = await storage!.get(key).catch((error: unknown) => {
        // Deleted since it was listed, so the rows of the snapshot that name it are about to go as well.
        if (error instanceof StorageError && error.code === 'storage_not_found') return null;
        throw error;
      });
      if (!object) continue;
      const { contentType, body } = object;
      yield* writeEntry({ kind: 'file', key, contentType }, body as AsyncIterable<Buffer>, (sum) => {
        files.count++;
        files.bytes += sum.bytes;
        all.update(`${key} ${sum.sha256}\n`);
      });
    }
  }
  files.sha256 = all.digest('hex');
}

async function listWorkspaces(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select workspace_id as id from public.workspaces order by workspace_id',
  );
  return rows.map(({ id }) => id);
}

async function describeDatabase(
  client: pg.Client,
): Promise<Pick<Manifest, 'migrations' | 'jobLibrary' | 'masterKeyId' | 'months'>> {
  const migrations = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from system.migrations order by name',
  );
  const library = await client.query<{ revision: number }>(
    'select coalesce(max(id), 0) as revision from graphile_worker.migrations',
  );
  const key = await client.query<{ value: string }>(
    `select value from system.settings where name = 'master_key_id'`,
  );
  return {
    migrations: migrations.rows,
    jobLibrary: library.rows[0]?.revision ?? 0,
    masterKeyId: key.rows[0]?.value ?? null,
    months: await listMonths(client),
  };
}

async function* chunksOf(...chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

function advise({ kind }: Protection, { storage }: BackupOptions): string[] {
  const keys = {
    'master-key':
      'It opens with this installation’s master key only. Keep that key in another place than the backup: TRIKON_MASTER_KEY, or master.key in the data folder.',
    passphrase: 'It opens with its passphrase anywhere, the master key included. Keep the passphrase safe.',
    none: 'It is not encrypted and holds personal data. The secrets in it need this installation’s master key.',
  };
  const files = storage ? [] : ['The stored files are not in it; back them up as well.'];
  return [keys[kind], ...files, 'Restore it into an empty database with `trikon restore`.'];
}
