import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
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
  if (pid === null || !isAlive(pid) || !servesDirectory(pid, data)) return;
  log(`A PostgreSQL of an earlier run (process ${pid}) is still there; stopping it.`);
  try {
    await stopProcess(pid, gone(pid, data));
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

/** A dead process that nobody has collected yet has no working directory, and counts as gone. */
async function gone(pid: number, data: string): Promise<void> {
  while (isAlive(pid) && servesDirectory(pid, data)) await pause(20);
}
