/** Why a backup could not be made or restored, in a sentence for whoever runs the command. */
export class BackupError extends Error {
  override name = 'BackupError';
}

export const damagedBackup = (what: string, cause?: unknown): BackupError =>
  new BackupError(`The backup is damaged (${what}). Nothing was changed; use another copy of it.`, { cause });

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than allowed',
  EACCES: 'it may not be accessed',
  EPERM: 'it may not be accessed',
  EROFS: 'the disk is read-only',
  ENOENT: 'it does not exist',
  ENOTDIR: 'part of the path is not a folder',
  EISDIR: 'it is a folder',
  EIO: 'the disk reports an error',
};

/** Turns what the file system says into a sentence; anything else stays as it is. */
export function explainFileError(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const reason = reasons[code];
  return reason === undefined ? error : new BackupError(`${file}: ${reason}.`, { cause: error });
}
