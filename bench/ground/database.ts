import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../../apps/server/src/platform/clock/index.ts';
import { connectDatabase, type Database } from '../../apps/server/src/platform/db/index.ts';
import { findRunningPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';

/** The program's database, reached from the measuring process with the program's own roles. */
export async function openDatabase(dataFolder: string): Promise<Database> {
  const masterKey = Buffer.from(
    (await readFile(path.join(dataFolder, 'master.key'), 'utf8')).trim(),
    'base64',
  );
  const running = await findRunningPostgres(path.join(dataFolder, 'postgres'));
  if (running === null) throw new Error('The database of the bench is not running.');
  return connectDatabase({
    url: running.url,
    masterKey,
    rolePrefix: 'trikon',
    poolSize: 4,
    clock: systemClock,
    onIdleError: () => {},
  });
}
