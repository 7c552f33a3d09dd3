import pg from 'pg';
import type { Clock } from '../clock/index.ts';
import { isConnectionLoss } from '../db/index.ts';
import { checkMasterKey, SecretError } from '../secrets/index.ts';
import type { Storage } from '../storage/index.ts';
import { checkDatabase } from './doctor-database.ts';
import { checkDisk, checkKeyFile, checkNode, checkOpenFiles, checkStorage } from './doctor-machine.ts';
import { checkSettings, type DoctorSettings } from './doctor-settings.ts';
import { bad, good, type Finding } from './finding.ts';

export interface DoctorOptions {
  /** The owner's address of the database. */
  url: string;
  masterKey: Buffer;
  /** Where the key was read from, when it was a file. */
  masterKeyFile?: string;
  rolePrefix: string;
  dataFolder: string;
  settings: DoctorSettings;
  clock: Clock;
  openStorage: () => Promise<Storage>;
}

/** Looks at everything that has to be in order for the program to run well, and says what to do where it is not. */
export async function doctor(options: DoctorOptions): Promise<Finding[]> {
  const { url, masterKey, masterKeyFile, dataFolder, settings, openStorage } = options;
  const checks: [string, () => Promise<Finding[]> | Finding[]][] = [
    ['node', checkNode],
    ['open files', checkOpenFiles],
    ['settings', () => checkSettings(settings)],
    ['database', () => withOwner(url, (owner) => checkDatabase(owner, options))],
    ['master key', () => checkKey(url, masterKey)],
    ['master key file', () => (masterKeyFile === undefined ? [] : checkKeyFile(masterKeyFile))],
    ['storage', () => checkStorage(openStorage)],
    ['disk', () => checkDisk(dataFolder)],
  ];
  const found = await Promise.all(checks.map(([name, run]) => guarded(name, run)));
  return found.flat();
}

/** A check that breaks is itself a finding and not the end of the others. */
async function guarded(name: string, run: () => Promise<Finding[]> | Finding[]): Promise<Finding[]> {
  try {
    return await run();
  } catch (error) {
    if (isConnectionLoss(error)) {
      return [
        bad(
          name,
          'The database cannot be reached.',
          'Start it, or put its right address into DATABASE_URL; a firewall may be in between.',
        ),
      ];
    }
    const { message } = error as Error;
    return [bad(name, message, 'Put this right and run the doctor again.')];
  }
}

async function withOwner(url: string, work: (owner: pg.Client) => Promise<Finding[]>): Promise<Finding[]> {
  const owner = new pg.Client({
    connectionString: url,
    application_name: 'trikon doctor',
    connectionTimeoutMillis: 5_000,
  });
  owner.on('error', () => {});
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function checkKey(url: string, masterKey: Buffer): Promise<Finding[]> {
  const name = 'master key';
  try {
    await checkMasterKey({ url, masterKey });
    return [good(name, 'It is the key that this database was begun with.')];
  } catch (error) {
    if (!(error instanceof SecretError)) throw error;
    return [
      bad(
        name,
        'This database’s secrets are protected by another master key than the one given.',
        'Put the right key into TRIKON_MASTER_KEY, or back into master.key in the data folder.',
      ),
    ];
  }
}
