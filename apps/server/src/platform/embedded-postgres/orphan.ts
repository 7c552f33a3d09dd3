import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './errors.ts';
import { stopProcess } from './postmaster.ts';

/**
 * Ends a server that a killed run left behind. Only called under the directory's lock, so no living Trikon owns it.
 * Stopping rather than adopting it means that it always runs with this program's binaries and settings.
 */
export async function stopOrphan(directory: string, log: (line: string) => void): Promise<void> {
  const data = path.join(directory, 'data');
  const statusFile = path.join(data, 'postmaster.pid');
  const pid = readPid(statusFile);
  if (pid === null || !isAlive(pid)) return;
  if (!servesDirectory(pid, data)) {
    // The number was given to another program since; PostgreSQL would refuse to start because of it.
    await rm(statusFile, { force: true });
    return;
  }
  log(`A PostgreSQL of an earlier run (process ${pid}) is still there; stopping it.`);
  try {
    await stopProcess(pid, goneFrom(pid));
  } catch (error) {
    throw new EmbeddedPostgresError(
      'in_use',
      `PostgreSQL (process ${pid}) already runs on ${directory} and may not be stopped by this user; stop it and start again.`,
      error,
    );
  }
}

function readPid(statusFile: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(statusFile, 'utf8'), 10);
    return pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A server's working directory is its data directory, which no other program has. */
function servesDirectory(pid: number, data: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    } catch {
      return false;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
  } catch {
    return false;
  }
}

async function goneFrom(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(20);
}
