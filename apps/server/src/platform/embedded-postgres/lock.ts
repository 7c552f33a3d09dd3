import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedPostgresError, diskFailure } from './errors.ts';

export interface DirectoryLock {
  release(): void;
}

/**
 * Holds `directory` for this process, or refuses with the pid of the one that has it.
 *
 * The lock is a file lock of the system, taken through SQLite because Node offers no other way to one. The system
 * drops it the moment its holder dies, so there is nothing stale to judge: no reused pids, no two containers that
 * are both process 1.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const owner = path.join(directory, 'lock.pid');
  const file = openLockFile(directory);
  try {
    // In memory, so that a full disk can be locked and then reported as what it is.
    file.exec('PRAGMA journal_mode = MEMORY');
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (!isBusy(error)) throw refusal(directory, error);
    const holder = readOwner(owner);
    throw new EmbeddedPostgresError(
      'in_use',
      `Another Trikon (process ${holder}) is already using ${directory}; stop it or set TRIKON_DATA to another folder.`,
    );
  }
  try {
    writeFileSync(owner, `${process.pid}\n`, { mode: 0o600 });
  } catch (error) {
    file.close();
    throw diskFailure(String((error as NodeJS.ErrnoException).code), directory, error) ?? error;
  }
  return { release: () => file.close() };
}

function openLockFile(directory: string): DatabaseSync {
  try {
    return new DatabaseSync(path.join(directory, 'lock'), { timeout: 0 });
  } catch (error) {
    throw refusal(directory, error);
  }
}

function isBusy(error: unknown): boolean {
  // SQLITE_BUSY
  return (error as { errcode?: number }).errcode === 5;
}

function refusal(directory: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'not_writable',
    `The database folder ${directory} cannot be locked by this user (${(cause as Error).message}); make it writable or set TRIKON_DATA to a folder on a local disk.`,
    cause,
  );
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
