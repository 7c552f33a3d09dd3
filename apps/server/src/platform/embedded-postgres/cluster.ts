import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Binaries, majorVersion } from './binaries.ts';
import { EmbeddedPostgresError, diskFailure } from './errors.ts';
import { type Runner, giveTo, giveTreeTo, run } from './runner.ts';

export const superuser = 'postgres';
export const databaseName = 'trikon';

export interface ClusterOptions {
  directory: string;
  binaries: Binaries;
  runner: Runner;
  durable: boolean;
}

/**
 * Order of text is by code point (builtin C.UTF-8). An order from ICU or the C library changes when that library does,
 * and silently breaks every index on text; this one is part of PostgreSQL and the same on every machine, knows upper
 * and lower case of all scripts, and lets LIKE 'x%' use plain indexes. Lists that people read name an ICU collation.
 */
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Makes the database files when there are none. A crash halfway leaves nothing that looks finished. */
export async function ensureCluster(options: ClusterOptions): Promise<{ password: string }> {
  const data = path.join(options.directory, 'data');
  await removeHalfMade(options.directory);
  if (existsSync(data)) {
    checkVersion(data, options.binaries);
    await checkOwner(data, options.runner);
    // PostgreSQL refuses a folder that others may enter, which is what a careless copy makes of it.
    await chmod(data, 0o700);
    return { password: await recallPassword(options, data) };
  }
  const password = await writeNewPassword(options);
  const unfinished = path.join(options.directory, `data.new-${randomBytes(4).toString('hex')}`);
  await initialise(options, unfinished);
  await runSingleUser(options, unfinished, `CREATE DATABASE ${databaseName}`);
  await rename(unfinished, data);
  if (options.durable) await flushFolder(options.directory);
  return { password };
}

async function removeHalfMade(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.startsWith('data.new-')) continue;
    await rm(path.join(directory, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function checkVersion(data: string, binaries: Binaries): void {
  const file = path.join(data, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  const brought = majorVersion(binaries);
  if (found === brought) return;
  throw new EmbeddedPostgresError(
    'version_mismatch',
    found
      ? `The database in ${data} was made by PostgreSQL ${found} and this Trikon brings PostgreSQL ${brought}; back it up with the Trikon that made it, move the folder away and restore the backup here.`
      : `The folder ${data} holds no PostgreSQL database; move it away or set TRIKON_DATA to another folder.`,
  );
}

async function checkOwner(data: string, runner: Runner): Promise<void> {
  const { uid } = await stat(data);
  const self = process.getuid?.();
  if (self === 0) {
    if (runner.become && runner.become.uid !== uid) await giveTreeTo(runner, data);
  } else if (self !== uid) {
    throw new EmbeddedPostgresError(
      'not_writable',
      `The database in ${data} belongs to another user (id ${uid}); start Trikon as that user, or give the folder to this one with chown -R.`,
    );
  }
}

export function passwordFile(directory: string): string {
  return path.join(directory, 'password');
}

async function writeNewPassword({ directory, runner }: ClusterOptions): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await rm(passwordFile(directory), { force: true });
  await writeFile(passwordFile(directory), `${password}\n`, { mode: 0o600, flush: true });
  await giveTo(runner, passwordFile(directory));
  return password;
}

async function recallPassword(options: ClusterOptions, data: string): Promise<string> {
  const file = passwordFile(options.directory);
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (kept) return kept;
  const password = await writeNewPassword(options);
  await runSingleUser(options, data, `ALTER ROLE ${superuser} PASSWORD '${password}'`);
  return password;
}

async function initialise(options: ClusterOptions, data: string): Promise<void> {
  await runToEnd(options, [
    options.binaries.initdb,
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile(options.directory)}`,
    '--auth=scram-sha-256',
    '--no-instructions',
    ...locale,
    ...(options.durable ? [] : ['--no-sync']),
  ]);
}

/** One statement without a server: the only way in before there is a password to log in with. */
async function runSingleUser(options: ClusterOptions, data: string, statement: string): Promise<void> {
  const fsync = options.durable ? 'on' : 'off';
  const command = [
    options.binaries.postgres,
    '--single',
    '-D',
    data,
    '-c',
    `fsync=${fsync}`,
    '-c',
    'exit_on_error=on',
  ];
  await runToEnd(options, [...command, superuser], `${statement};\n`);
}

async function runToEnd(options: ClusterOptions, command: readonly string[], input = ''): Promise<void> {
  const child = run(options.runner, command, { stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  // The program may end before it reads; its exit code tells the story.
  child.stdin?.on('error', () => {}).end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code === 0) return;
  throw (
    diskFailure(output, options.directory) ??
    new EmbeddedPostgresError(
      'start_failed',
      `${path.basename(command[0] ?? '')} could not make the database in ${options.directory}: ${complaintIn(output)}`,
    )
  );
}

function complaintIn(output: string): string {
  const lines = output.trim().split('\n');
  return lines.find((line) => /error|FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
}

async function flushFolder(folder: string): Promise<void> {
  await using handle = await open(folder);
  await handle.sync();
}
