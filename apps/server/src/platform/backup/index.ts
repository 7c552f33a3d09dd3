export { backup, type BackupOptions } from './backup.ts';
export { BackupError } from './backup-error.ts';
export { doctor, type DoctorOptions } from './doctor.ts';
export type { Finding } from './finding.ts';
export type { Protection } from './protection.ts';
export { restore, type RestoreOptions } from './restore.ts';
