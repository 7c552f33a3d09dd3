/** Every way object storage can fail, with what an operator or a person can do about it. */
const MESSAGES = {
  storage_key_invalid: 'The name of the stored object is not valid.',
  storage_not_found: 'The stored object does not exist.',
  storage_range_invalid: 'The part that was asked for lies outside the stored object.',
  storage_too_large: 'The content is larger than what may be stored here.',
  storage_full: 'There is no space left to store files. Free space or enlarge the storage, then try again.',
  storage_damaged: 'The stored object is damaged. Restore it from a backup.',
  storage_unavailable: 'The storage cannot be used at the moment. Check its settings and that it is running.',
} as const;

type StorageCode = keyof typeof MESSAGES;

export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageCode;

  constructor(code: StorageCode, options: { say?: string; cause?: unknown } = {}) {
    super(options.say === undefined ? MESSAGES[code] : `${MESSAGES[code]} ${options.say}`, {
      cause: options.cause,
    });
    this.code = code;
  }
}
