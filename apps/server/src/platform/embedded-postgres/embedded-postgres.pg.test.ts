import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, statfsSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  findRunningPostgres,
  startEmbeddedPostgres,
} from './index.ts';

let scratch: string;
/** A stopped database, copied by the tests that need one rather than made anew. */
let made: string;
const lines: string[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'trikon-pg-'));
  made = path.join(scratch, 'made');
  const database = await startEmbeddedPostgres({ directory: made, durable: false, log: () => {} });
  await query(database.url, 'CREATE TABLE note (text text)');
  await database.stop();
});

afterAll(async () => await rm(scratch, { recursive: true, force: true }));

describe('start and stop', () => {
  test('keeps what was written, the address and the password over a restart', async () => {
    const directory = copyOfMade('restart');
    const first = await start({ directory });
    await query(first.url, "INSERT INTO note VALUES ('नमस्ते')");
    await first.stop();

    const second = await start({ directory });
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT text FROM note')).toEqual([{ text: 'नमस्ते' }]);
  });

  test('stops with sessions open, and a second stop is nothing new', async () => {
    const database = await start({ directory: copyOfMade('busy') });
    const client = new Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    await Promise.all([database.stop(), database.stop()]);
    expect(isAlive(database.pid)).toBe(false);
  });

  test('is durable by default, orders text by code point and keeps time in UTC', async () => {
    const database = await start({ directory: copyOfMade('settings'), durable: true });
    const [row] = await query(
      database.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('TimeZone') AS zone, 'a' > 'Z' AS by_code_point,
              lower('ÉШ') AS lower, current_setting('server_encoding') AS encoding`,
    );
    expect(row).toEqual({ fsync: 'on', zone: 'UTC', by_code_point: true, lower: 'éш', encoding: 'UTF8' });
  });

  test('lets nobody in without the password, and no other user near the files', async () => {
    const directory = copyOfMade('private');
    const database = await start({ directory });
    const wrong = database.url.replace(/:[^:@]+@/, ':wrong@');
    await expect(query(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(directory).mode & 0o077).toBe(0);
    expect(statSync(path.join(directory, 'password')).mode & 0o077).toBe(0);
  });

  test('works in a path that is long and has spaces, quotes, commas and other scripts in it', async () => {
    const directory = path.join(scratch, `long "${'very '.repeat(20)}", साड़ी`, 'postgres');
    const database = await start({ directory });
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const socketDirectory = new URL(database.url).searchParams.get('host') ?? '';
    expect(statSync(socketDirectory).mode & 0o077).toBe(0);
    await database.stop();
    expect(existsSync(socketDirectory)).toBe(false);
  });

  test('can be found by a command beside the program while it runs', async () => {
    const directory = copyOfMade('found');
    expect(await findRunningPostgres(directory)).toBeNull();
    const database = await start({ directory });
    expect(await findRunningPostgres(directory)).toEqual({ url: database.url });
    await database.stop();
    expect(await findRunningPostgres(directory)).toBeNull();
    expect(await findRunningPostgres(path.join(scratch, 'nowhere'))).toBeNull();
  });

  test('lets a lost password be replaced', async () => {
    const directory = copyOfMade('forgotten');
    rmSync(path.join(directory, 'password'));
    const database = await start({ directory });
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('crashes', () => {
  test('a killed server is started again on the same address, with what was committed', async () => {
    const database = await start({ directory: copyOfMade('killed'), durable: true });
    await query(database.url, "INSERT INTO note VALUES ('kept')");
    const killed = database.pid;
    process.kill(killed, 'SIGKILL');
    expect(await eventually(() => query(database.url, 'SELECT text FROM note'))).toEqual([{ text: 'kept' }]);
    expect(database.pid).not.toBe(killed);
    expect(lines).toContain(`PostgreSQL (process ${killed}) ended unexpectedly; starting it again.`);
  });

  test('a killed program takes its server along, and the next start finds what was committed', async () => {
    const directory = copyOfMade('parent');
    const program = await startElsewhere(directory);
    await query(program.url, "INSERT INTO note VALUES ('kept')");
    program.process.kill('SIGKILL');
    await eventually(async () => expect(isAlive(program.serverPid)).toBe(false));

    const database = await start({ directory });
    expect(await query(database.url, 'SELECT text FROM note')).toEqual([{ text: 'kept' }]);
  });

  test('an orphaned server is stopped by the next start', async () => {
    const directory = copyOfMade('orphan');
    const program = await startElsewhere(directory);
    // Without its watchdog, as when that is killed too.
    for (const child of childrenOf(program.process.pid))
      if (child !== program.serverPid) process.kill(child, 'SIGKILL');
    program.process.kill('SIGKILL');
    await pause(200);
    expect(isAlive(program.serverPid)).toBe(true);

    const database = await start({ directory });
    expect(isAlive(program.serverPid)).toBe(false);
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test("a status file that names another program's process is not believed", async () => {
    const directory = copyOfMade('reused');
    writeFileSync(path.join(directory, 'data', 'postmaster.pid'), `${process.pid}\n${directory}/data\n`);
    const database = await start({ directory });
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a first start that was cut off leaves nothing in the way', async () => {
    const directory = path.join(scratch, 'cut-off');
    await mkdir(path.join(directory, 'data.new-dead', 'base'), { recursive: true });
    await start({ directory });
    expect(readdirSync(directory)).not.toContain('data.new-dead');
  });
});

describe('refusals, each in one sentence', () => {
  test('a second program on the same folder hears who has it', async () => {
    const directory = copyOfMade('shared');
    const program = await startElsewhere(directory);
    await expect(start({ directory })).rejects.toMatchObject({
      code: 'in_use',
      message: `Another Trikon (process ${program.process.pid}) is already using ${directory}; stop it or set TRIKON_DATA to another folder.`,
    });
    program.process.kill('SIGKILL');
    await once(program.process, 'exit');
    await start({ directory });
  });

  test('a database of another PostgreSQL is left alone', async () => {
    const directory = copyOfMade('older');
    writeFileSync(path.join(directory, 'data', 'PG_VERSION'), '15\n');
    await expect(start({ directory })).rejects.toMatchObject({
      code: 'version_mismatch',
      message: expect.stringContaining('was made by PostgreSQL 15'),
    });
  });

  test('a file where the folder should be', async () => {
    const directory = path.join(scratch, 'file');
    writeFileSync(directory, '');
    await expect(start({ directory })).rejects.toMatchObject({ code: 'not_writable' });
  });

  test('a full disk, at the first start and at a later one', async (context) => {
    const disk = path.join(scratch, 'disk');
    await mkdir(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk], { stdio: 'pipe' });
    } catch {
      context.skip('mounting a small disk needs root');
    }
    onTestFinished(() => void execFileSync('umount', ['--lazy', disk]));
    const directory = path.join(disk, 'postgres');
    const full = {
      code: 'disk_full',
      message: expect.stringContaining(`The disk that holds ${directory} is full`),
    };

    fill(disk, 20);
    await expect(start({ directory })).rejects.toMatchObject(full);
    rmSync(path.join(disk, 'filling'));
    await (await start({ directory })).stop();
    fill(disk, 0);
    await expect(start({ directory })).rejects.toMatchObject(full);
    rmSync(path.join(disk, 'filling'));
    await start({ directory });
  });
});

async function start(
  options: Partial<EmbeddedPostgresOptions> & { directory: string },
): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({
    durable: false,
    log: (line) => lines.push(line),
    ...options,
  });
  onTestFinished(() => database.stop());
  return database;
}

function copyOfMade(name: string): string {
  const directory = path.join(scratch, name);
  execFileSync('cp', ['-a', made, directory]);
  return directory;
}

/** Starts the database from a program of its own, which can then be killed. */
async function startElsewhere(directory: string) {
  const source = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(import.meta.resolve('./index.ts'))});
    const { url, pid } = await startEmbeddedPostgres({ directory: ${JSON.stringify(directory)}, log() {} });
    process.stdout.write(JSON.stringify({ url, pid }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [output] = (await once(child.stdout, 'data')) as [Buffer];
  const { url, pid } = JSON.parse(output.toString()) as { url: string; pid: number };
  return { process: child, url, serverPid: pid };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await pause(25);
    }
  }
}

function childrenOf(pid: number | undefined): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
}

/** A process that ended but whose parent has not noticed yet counts as gone. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function fill(disk: string, megabytesLeft: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(
    path.join(disk, 'filling'),
    Buffer.alloc(Math.max(0, bavail * bsize - megabytesLeft * 1024 * 1024)),
  );
}
