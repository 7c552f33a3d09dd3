import { closeSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';

const largest = 16 * 1024 * 1024;

export interface ServerLog {
  path: string;
  /** Where this run's lines begin. */
  from: number;
}

/**
 * PostgreSQL writes to a file rather than to a pipe of ours: a pipe that is not read while this process is busy would
 * stop the database, and one whose reader was killed would lose the lines that say why.
 */
export function openServerLog(path: string): { log: ServerLog; descriptor: number } {
  const descriptor = openSync(path, 'a', 0o600);
  return { log: { path, from: statSync(path).size }, descriptor };
}

/** The lines of this run that say why it ended; the first one is usually the cause. */
export function readComplaints(log: ServerLog): string[] {
  const size = Math.min(Math.max(0, statSync(log.path).size - log.from), 64 * 1024);
  const buffer = Buffer.alloc(size);
  const descriptor = openSync(log.path, 'r');
  try {
    readSync(descriptor, buffer, 0, size, log.from);
  } finally {
    closeSync(descriptor);
  }
  return buffer
    .toString('utf8')
    .split('\n')
    .filter((line) => /FATAL|PANIC|could not/.test(line));
}

/** Makes the file when there is none. Keeps one older; truncating in place works because the server appends. */
export async function trimServerLog(path: string): Promise<void> {
  closeSync(openSync(path, 'a', 0o600));
  if (statSync(path).size < largest) return;
  await copyFile(path, `${path}.1`);
  truncateSync(path);
}
