import pg from 'pg';
import type { Clock } from '../clock/index.ts';
import { migrate } from '../db/index.ts';
import { ensurePartitions } from '../db/partitions.ts';
import { masterKeyId, rewrapIn } from '../secrets/index.ts';
import { objectKey, type Storage } from '../storage/index.ts';
import { openArchive, type Archive } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { copyIn } from './copy.ts';
import { readEntries } from './entries.ts';
import type { Manifest } from './manifest.ts';
import { beginNewLog, continueSequences } from './new-log.ts';
import { prepareTables, protectAgain, type TargetTable } from './target.ts';
import { verifyArchive } from './verify.ts';

export interface RestoreOptions {
  /** The owner's address of the database to fill. */
  url: string;
  /** Of the installation that will run on it. */
  masterKey: Buffer;
  rolePrefix: string;
  file: string;
  clock: Clock;
  storage?: Storage;
  passphrase?: string;
  /** Of the installation that made the backup, when it was another one. */
  backupMasterKey?: Buffer;
  /** Empties a database that holds something. */
  replace?: boolean;
}

export interface RestoreReport {
  /** Of the program that made the backup, and when. */
  version: string;
  madeAt: string;
  tables: { name: string; rows: number }[];
  files: { count: number; bytes: number };
  advice: string[];
}

/** Fills an empty database from a backup: everything or nothing, and nothing before the whole file was checked. */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const { file, passphrase, masterKey, backupMasterKey, storage } = options;
  const masterKeys = [masterKey, ...(backupMasterKey ? [backupMasterKey] : [])];
  const archive = await openArchive(file, { passphrase, masterKeys });
  const manifest = await verifyArchive(archive);
  const wrappedBy = findWrappingKey(manifest, masterKeys);
  if (manifest.files.count > 0 && !storage) {
    throw new BackupError('The backup holds stored files, but no storage to put them into was given.');
  }
  await migrateLike(manifest, options);
  const owner = new pg.Client({ connectionString: options.url, application_name: 'trikon restore' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    for (const month of manifest.months)
      await ensurePartitions(owner, 'events', new Date(`${month}-01T00:00Z`));
    await owner.query('begin');
    await fill(owner, { archive, manifest, wrappedBy, options });
    await owner.query('commit');
    await owner.query('analyze');
  } finally {
    // Whatever was begun and not committed ends with the connection.
    await owner.end();
  }
  const { masterKey: _, ...about } = manifest;
  // A backup of an older program: what has changed since is applied to its data.
  await migrate(migrationOf(options));
  return { ...about, advice: advise(manifest) };
}

interface Filling {
  archive: Archive;
  manifest: Manifest;
  wrappedBy: Buffer | null;
  options: RestoreOptions;
}

async function fill(owner: pg.Client, { archive, manifest, wrappedBy, options }: Filling): Promise<void> {
  const { masterKey, storage, replace = false, clock } = options;
  await refuseRunningCopies(owner);
  const tables = await prepareTables(owner, manifest, replace);
  const oldEpoch = await readEpoch(owner);
  await emptyTables(owner, tables);
  await owner.query('alter sequence public.event_seq restart');
  const rowsOf = new Map(manifest.tables.map(({ name, rows }) => [name, rows]));
  for await (const { header, content } of readEntries(archive.read())) {
    if (header.kind === 'table') {
      const rows = await fillTable(owner, header, content);
      if (rows !== rowsOf.get(header.name))
        throw new BackupError(`${header.name} did not take all its rows.`);
    } else if (header.kind === 'file') {
      // Before the commit: a file too many harms nobody, a row without its file would.
      const [workspaceId = '', ...parts] = header.key.split('/');
      await storage!.put(objectKey(workspaceId, ...parts), content, { contentType: header.contentType });
    } else for await (const _ of content);
  }
  await beginNewLog(owner, clock.now(), oldEpoch);
  await continueSequences(owner, tables);
  if (wrappedBy && !wrappedBy.equals(masterKey)) {
    const sql = async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(text, [...values])).rows;
    await rewrapIn({ sql }, wrappedBy, masterKey);
  }
  await protectAgain(owner, tables);
}

const cursorTable = '"system"."event_cursors"';

async function fillTable(
  owner: pg.Client,
  { name, columns }: { name: string; columns: string[] },
  content: AsyncIterable<Buffer>,
): Promise<number> {
  const list = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
  if (name !== cursorTable) return copyIn(owner, `copy ${name} (${list}) from stdin`, content);
  await owner.query(
    'create temp table restored_cursors (consumer text, passed bigint, updated_at timestamptz) on commit drop',
  );
  const rows = await copyIn(owner, `copy restored_cursors (${list}) from stdin`, content);
  // All events have this transaction's id, and are counted from one in the order they had.
  await owner.query(
    `insert into ${cursorTable} (consumer, tx, seq, updated_at)
     select consumer, pg_current_xact_id(), passed, updated_at from restored_cursors`,
  );
  return rows;
}

async function emptyTables(owner: pg.Client, tables: readonly TargetTable[]): Promise<void> {
  await owner.query(`truncate ${tables.map(({ name }) => name).join(', ')}, system.processes`);
}

/** Raised by every restore: what was sent after the backup is not in it, so senders wait until a person has looked. */
async function readEpoch(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ value: number }>(
    `select value from system.settings where name = 'recovery_epoch'`,
  );
  return rows[0]?.value ?? 0;
}

async function refuseRunningCopies(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query(
    `select from system.processes where seen_at > now() - interval '30 seconds' limit 1`,
  );
  if (rows.length > 0) throw new BackupError('Stop all copies of the program first: one uses this database.');
}

/** Which key the wrapped keys in the backup need; null when it holds none. Asked before anything is changed. */
function findWrappingKey(manifest: Manifest, given: readonly Buffer[]): Buffer | null {
  if (manifest.masterKeyId === null) return null;
  const inside = manifest.masterKey === null ? [] : [Buffer.from(manifest.masterKey, 'base64')];
  const found = [...given, ...inside].find((key) => masterKeyId(key) === manifest.masterKeyId);
  if (found) return found;
  throw new BackupError(
    `The secrets in this backup are protected by the master key ${manifest.masterKeyId}. Give that key along with the command.`,
  );
}

const migrationOf = ({ url, masterKey, rolePrefix, clock }: RestoreOptions) => ({
  url,
  masterKey,
  rolePrefix,
  now: clock.now(),
});

/** Brings the database to the version of the backup, so that its rows fit. */
async function migrateLike(manifest: Manifest, options: RestoreOptions): Promise<void> {
  const through = manifest.migrations.at(-1)?.name;
  await migrate({ ...migrationOf(options), ...(through === undefined ? {} : { through }) });
}

function advise({ madeAt }: Manifest): string[] {
  return [
    `What happened after ${madeAt} is not in it. Start the program and run \`npm run trikon -- reconcile\`: until then nothing is sent.`,
    'Browsers and consumers of the history start over by themselves; webhook receivers may get some events twice.',
  ];
}
