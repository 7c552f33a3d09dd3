import { backupCommand, restoreCommand } from './backup.ts';
import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { generateCommand } from './generate.ts';
import { ledgerCommand } from './ledger.ts';
import { migrateCommand } from './migrate.ts';
import { passwordLink } from './password-link.ts';
import { reconcileCommand } from './reconcile.ts';
import { rotateMasterKey } from './rotate-master-key.ts';
import { settingsCommand } from './settings.ts';

export const commands: Record<string, Command> = {
  settings: settingsCommand,
  doctor: doctorCommand,
  migrate: migrateCommand,
  backup: backupCommand,
  restore: restoreCommand,
  reconcile: reconcileCommand,
  ledger: ledgerCommand,
  'rotate-master-key': rotateMasterKey,
  'password-link': passwordLink,
  generate: generateCommand,
};
