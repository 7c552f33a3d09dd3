import path from 'node:path';
import { backup, restore, type Protection } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { openStorage } from '../storage.ts';
import { version } from '../version.ts';
import { openInstallation, type Command } from './command.ts';

export const backupCommand: Command = {
  words: '<file> [--passphrase]',
  does: 'write everything of one moment into one encrypted file; it opens with the master key, or with a passphrase that is asked for',
  run: async (config, words) => {
    const file = words.find((word) => !word.startsWith('--'));
    if (!file) return missing('Say which file to write.');
    const passphrase = words.includes('--passphrase') ? await readPassphrase() : undefined;
    const protection: Protection =
      passphrase === undefined ? { kind: 'master-key' } : { kind: 'passphrase', passphrase };
    await using installation = await openInstallation(config);
    const storage = await openStorage(config);
    const { databaseUrl: url, masterKey } = installation;
    const report = await backup({
      url,
      masterKey,
      rolePrefix: config.rolePrefix,
      file: path.resolve(file),
      clock: systemClock,
      version,
      storage,
      protection,
    });
    const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `Wrote ${report.file}: ${rows} rows of ${report.tables.length} tables, ${report.files.count} files, ${report.bytes} bytes.`,
    );
    for (const line of report.advice) console.log(line);
    return 0;
  },
};

export const restoreCommand: Command = {
  words: '<file> [--passphrase] [--replace]',
  does: 'fill an empty installation from a backup; --replace empties one that holds something',
  run: async (config, words) => {
    const file = words.find((word) => !word.startsWith('--'));
    if (!file) return missing('Say which file to read.');
    const passphrase = words.includes('--passphrase') ? await readPassphrase() : undefined;
    await using installation = await openInstallation(config);
    const storage = await openStorage(config);
    const { databaseUrl: url, masterKey } = installation;
    const report = await restore({
      url,
      masterKey,
      rolePrefix: config.rolePrefix,
      file: path.resolve(file),
      clock: systemClock,
      storage,
      passphrase,
      backupMasterKey: config.backupMasterKey,
      replace: words.includes('--replace'),
    });
    console.log(
      `Restored what was backed up at ${report.madeAt}: ${report.tables.length} tables, ${report.files.count} files.`,
    );
    for (const line of report.advice) console.log(line);
    return 0;
  },
};

function missing(sentence: string): number {
  console.error(sentence);
  return 2;
}

/** From standard input, so that it stands neither in the shell's history nor in the list of processes. */
async function readPassphrase(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Passphrase: ');
  for await (const line of process.stdin) return String(line).replace(/\r?\n[\s\S]*$/, '');
  return '';
}
