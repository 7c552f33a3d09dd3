export type EmbeddedPostgresFailure =
  | 'unsupported_platform'
  | 'binaries_unusable'
  | 'no_unprivileged_user'
  | 'in_use'
  | 'not_writable'
  | 'disk_full'
  | 'version_mismatch'
  | 'socket_unavailable'
  | 'start_failed';

/**
 * The embedded database cannot run, for a reason the person who started the program can mend.
 * `message` is one sentence that says what failed and what to do; print it alone, without a stack.
 */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly code: EmbeddedPostgresFailure;

  constructor(code: EmbeddedPostgresFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

const full = /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/;
const refused = /Permission denied|Read-only file system|Operation not permitted|EACCES|EPERM|EROFS/;
const notAFolder = /Not a directory|ENOTDIR|EEXIST/;

/** Names the disk's reason in `evidence` (an errno or what a PostgreSQL program printed); null when it is none of the disk's. */
export function diskFailure(evidence: string, path: string, cause?: unknown): EmbeddedPostgresError | null {
  if (full.test(evidence)) {
    return new EmbeddedPostgresError(
      'disk_full',
      `The disk that holds ${path} is full; free some space or set TRIKON_DATA to a folder on another disk.`,
      cause,
    );
  }
  if (refused.test(evidence) || notAFolder.test(evidence)) {
    const why = notAFolder.test(evidence) ? 'is not a folder' : 'may not be written by this user';
    return new EmbeddedPostgresError(
      'not_writable',
      `The database folder ${path} ${why}; make it writable or set TRIKON_DATA to another folder.`,
      cause,
    );
  }
  return null;
}

/** Runs file work inside the database folder and turns the disk's refusals into their sentence. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw diskFailure(String((error as NodeJS.ErrnoException).code), path, error) ?? error;
  }
}
