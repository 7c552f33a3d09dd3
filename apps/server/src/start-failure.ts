import { ConfigError } from './config.ts';
import { EmulatorError } from './emulator.ts';
import { BackupError } from './platform/backup/index.ts';
import { MigrationError } from './platform/db/migrate.ts';
import { RewrapError, SecretError } from './platform/secrets/index.ts';
import { EmbeddedPostgresError } from './platform/embedded-postgres/index.ts';

/** One plain sentence for everything that a person can put right; a stack trace only for what they cannot. */
export function explainStartFailure(error: unknown): string {
  if (
    error instanceof BackupError ||
    error instanceof RewrapError ||
    error instanceof SecretError ||
    error instanceof ConfigError ||
    error instanceof EmulatorError ||
    error instanceof MigrationError ||
    error instanceof EmbeddedPostgresError
  ) {
    return error.message;
  }
  if (!(error instanceof Error)) return `Trikon could not start: ${String(error)}`;
  const { code } = error as NodeJS.ErrnoException;
  const sentence = code === undefined ? undefined : sentences[code]?.(error);
  return sentence ?? `Trikon could not start because of a fault of its own: ${error.stack ?? error.message}`;
}

const sentences: Record<
  string,
  (error: NodeJS.ErrnoException & { port?: number; address?: string }) => string
> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken by another program; stop that one, or choose another with TRIKON_PORT.`,
  EADDRNOTAVAIL: ({ address }) => `This machine has no address ${address}; correct TRIKON_HOST.`,
  EACCES: ({ path, port }) =>
    path
      ? `The program may not use ${path}; give it the rights, or choose another folder with TRIKON_DATA.`
      : `Port ${port} needs more rights; choose one above 1023 with TRIKON_PORT.`,
  ENOSPC: () => 'The disk is full; free some space and start again.',
  EROFS: ({ path }) =>
    `${path} is on a disk that cannot be written to; choose another folder with TRIKON_DATA.`,
  ENOTDIR: ({ path }) => `${path} is not a folder; choose another with TRIKON_DATA.`,
  ECONNREFUSED: () =>
    'The database at DATABASE_URL does not answer; is it running, and is the address right?',
  ENOTFOUND: () => 'The host in DATABASE_URL cannot be found; check its name.',
  '28P01': () => 'The database refused the password in DATABASE_URL.',
  '28000': () => 'The database refused the user in DATABASE_URL.',
  '3D000': () => 'The database named in DATABASE_URL does not exist; create it first.',
  '42501': () =>
    'The user in DATABASE_URL may not create roles or schemas; it has to own the database and hold CREATEROLE.',
};
