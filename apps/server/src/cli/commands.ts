import type { Command } from './command.ts';
import { generateCommand } from './generate.ts';
import { migrateCommand } from './migrate.ts';
import { passwordLink } from './password-link.ts';
import { settingsCommand } from './settings.ts';

export const commands: Record<string, Command> = {
  settings: settingsCommand,
  migrate: migrateCommand,
  'password-link': passwordLink,
  generate: generateCommand,
};
