export { doctor, type DoctorOptions } from './doctor.ts';
export type { Finding } from './finding.ts';
export type { DoctorSettings } from './doctor-settings.ts';
export { backup, type BackupOptions, type BackupReport } from './backup.ts';
export { BackupError } from './backup-error.ts';
export type { Protection } from './protection.ts';
export { restore, type RestoreOptions, type RestoreReport } from './restore.ts';
