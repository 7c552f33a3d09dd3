import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from './config.ts';

const keyBytes = 32;

/** The key that protects every stored secret: given by a setting, or generated once into the data folder. */
export async function obtainMasterKey(given: Buffer | undefined, dataFolder: string): Promise<Buffer> {
  if (given) return given;
  const file = path.join(dataFolder, 'master.key');
  await mkdir(dataFolder, { recursive: true });
  try {
    // Exclusive, so that of two programs which start at once both use the same key.
    const handle = await open(file, 'wx', 0o600);
    const key = randomBytes(keyBytes);
    await handle.writeFile(`${key.toString('base64')}\n`);
    await handle.sync();
    await handle.close();
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readKey(file);
  }
}

async function readKey(file: string): Promise<Buffer> {
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (key.length !== keyBytes) {
    throw new ConfigError(
      `The master key in ${file} is damaged; put back its copy, or give TRIKON_MASTER_KEY.`,
    );
  }
  return key;
}
