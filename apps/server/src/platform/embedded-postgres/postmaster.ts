import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError, diskFailure } from './errors.ts';
import { type Runner, run } from './runner.ts';
import { type ServerLog, openServerLog, readComplaints } from './server-log.ts';
import type { PostgresSettings } from './settings.ts';

export interface PostmasterOptions {
  directory: string;
  binaries: Binaries;
  runner: Runner;
  settings: PostgresSettings;
  log: (line: string) => void;
}

export interface Postmaster {
  pid: number;
  /** Settles when the server has ended, wanted or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** How long each way of asking may take, politest first. Fast shutdown ends sessions and writes a checkpoint. */
const waysToStop = [
  ['SIGINT', 25_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** Starts the server and returns once it accepts connections. The caller knows that none runs on this directory. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const giveUpAt = Date.now() + 15_000;
  for (;;) {
    // Left by a crash. Its process id may by now be somebody else's, which PostgreSQL would take for a running
    // server, or in a restarted container our own new one's, which we would take for ready.
    await rm(statusFile(options.directory), { force: true });
    const { child, log } = spawnServer(options);
    const watchdog = watchOver(child);
    const exited = ended(child);
    if (await isReady(child, options)) {
      void exited.then(() => watchdog.dismiss());
      return { pid: child.pid ?? 0, ended: exited, stop: () => stopProcess(child.pid ?? 0, exited) };
    }
    await exited;
    watchdog.dismiss();
    const complaints = readComplaints(log).join('\n');
    // Backends of a killed server notice its death a moment later; until then their memory is in the way.
    const passing = /pre-existing shared memory block/.test(complaints);
    if (!passing || Date.now() > giveUpAt) throw explain(complaints, options, log);
    await pause(100);
  }
}

/** Ends the process `pid`, asking ever less politely; returns when `exited` settles or every way was tried. */
export async function stopProcess(pid: number, exited: Promise<void>): Promise<void> {
  for (const [signal, patience] of waysToStop) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return await exited;
      throw error;
    }
    const waiting = new AbortController();
    const late = pause(patience, 'late', { signal: waiting.signal }).catch(() => 'stopped');
    const outcome = await Promise.race([exited, late]);
    waiting.abort();
    if (outcome !== 'late') return;
  }
}

function spawnServer(options: PostmasterOptions): { child: ChildProcess; log: ServerLog } {
  const { log, descriptor } = openServerLog(path.join(options.directory, 'server.log'));
  const settings = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [options.binaries.postgres, '-D', path.join(options.directory, 'data'), ...settings];
  try {
    const child = run(options.runner, command, { stdio: ['ignore', descriptor, descriptor] });
    child.unref();
    return { child, log };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * A shell that waits on a pipe of ours: when this process dies without a word, the pipe ends and the shell asks the
 * server to stop. It costs one megabyte and saves an orphan.
 */
function watchOver(child: ChildProcess): { dismiss(): void } {
  const watchdog = spawn('/bin/sh', ['-c', 'read -r dismissed || kill -INT "$0"', String(child.pid)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {},
  });
  watchdog.on('error', () => {});
  watchdog.unref();
  const line = watchdog.stdin as NodeJS.WritableStream & { unref?(): void };
  line.on('error', () => {});
  line.unref?.();
  return { dismiss: () => void line.end('dismissed\n') };
}

async function ended(child: ChildProcess): Promise<void> {
  // Started as a promise at once, so that no exit is missed.
  await Promise.race([once(child, 'exit'), once(child, 'error')]).catch(() => {});
}

async function isReady(child: ChildProcess, options: PostmasterOptions): Promise<boolean> {
  let reportAt = Date.now() + 5_000;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const lines = readStatus(statusFile(options.directory));
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true;
    if (Date.now() > reportAt) {
      options.log('PostgreSQL is still recovering from an unclean stop; waiting for it.');
      reportAt = Date.now() + 15_000;
    }
    await pause(5);
  }
  return false;
}

/** Written by the server: its process id in the first line, whether it is ready in the eighth. */
function statusFile(directory: string): string {
  return path.join(directory, 'data', 'postmaster.pid');
}

function readStatus(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function explain(complaints: string, options: PostmasterOptions, log: ServerLog): EmbeddedPostgresError {
  const first = complaints.split('\n')[0]?.replace(/^.*?(FATAL|PANIC|LOG|ERROR): +/, '') ?? '';
  const disk = diskFailure(complaints, options.directory);
  if (disk) return disk;
  if (/database files are incompatible/.test(complaints)) {
    return new EmbeddedPostgresError(
      'version_mismatch',
      `The database in ${options.directory} was made by another PostgreSQL than ${options.binaries.version}; start it with the Trikon that made it and take a backup to restore here.`,
    );
  }
  if (/pre-existing shared memory block|"postmaster.pid"/.test(complaints)) {
    return new EmbeddedPostgresError(
      'in_use',
      `Processes of an earlier PostgreSQL still use ${options.directory} (${first}); end them and start again.`,
    );
  }
  if (/socket/i.test(complaints)) {
    return new EmbeddedPostgresError(
      'socket_unavailable',
      `PostgreSQL cannot open its socket (${first}); set TRIKON_DATA to a folder on a local disk with a shorter path.`,
    );
  }
  return new EmbeddedPostgresError(
    'start_failed',
    `PostgreSQL did not start (${first || 'it said nothing'}); see ${log.path}.`,
  );
}
