export { backup, type BackupOptions, type BackupReport } from './backup.ts';
export { BackupError } from './backup-error.ts';
export type { Protection } from './protection.ts';
export { restore, type RestoreOptions, type RestoreReport } from './restore.ts';
