export { openDiskStorage } from './disk.ts';
export { objectKey, objectPrefix } from './object-key.ts';
export { openS3Storage, type S3Settings } from './s3.ts';
export type { Storage } from './storage.ts';
export { StorageError } from './storage-error.ts';
