import { randomBytes } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rewrapAll } from '../platform/secrets/index.ts';
import { obtainMasterKey } from '../master-key.ts';
import { withDatabase, type Command } from './command.ts';

export const rotateMasterKey: Command = {
  words: '',
  does: 'protect every stored key by a new master key; stop all copies of the program first',
  run: async (config) => {
    const newKey = randomBytes(32);
    const oldKey = await obtainMasterKey(config.masterKey, config.dataFolder);
    const report = await withDatabase(config, (db) => rewrapAll(db, oldKey, newKey));
    console.log(`${report.workspaceKeys} keys are now protected by the master key ${report.masterKeyId}.`);
    if (config.masterKey === undefined) {
      await keepInFile(config.dataFolder, newKey);
      console.log(
        'The new key is in master.key in the data folder; the old one is beside it in master.key.old.',
      );
    } else console.log(`The new key: ${newKey.toString('base64')}`);
    for (const line of report.next) console.log(line);
    return 0;
  },
};

async function keepInFile(dataFolder: string, key: Buffer): Promise<void> {
  const file = path.join(dataFolder, 'master.key');
  const next = `${file}.new`;
  await writeFile(next, `${key.toString('base64')}\n`, { mode: 0o600 });
  await rename(file, `${file}.old`);
  await rename(next, file);
}
