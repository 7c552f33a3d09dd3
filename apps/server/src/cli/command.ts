import path from 'node:path';
import type { Config } from '../config.ts';
import { obtainMasterKey } from '../master-key.ts';
import { systemClock } from '../platform/clock/index.ts';
import { connectDatabase, type Database } from '../platform/db/index.ts';
import { findRunningPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts';

export interface Command {
  /** The words that it takes, for the usage. */
  words: string;
  does: string;
  /** Resolves to the exit code. */
  run(config: Config, words: string[]): Promise<number>;
}

export interface Installation extends AsyncDisposable {
  databaseUrl: string;
  masterKey: Buffer;
}

/** The database that the settings name; an embedded one is used where it runs, or started for as long as this takes. */
export async function openInstallation(config: Config): Promise<Installation> {
  const masterKey = await obtainMasterKey(config.masterKey, config.dataFolder);
  const { url, stop } = await reachDatabase(config);
  return { databaseUrl: url, masterKey, [Symbol.asyncDispose]: stop };
}

export async function withDatabase<T>(config: Config, work: (db: Database) => Promise<T>): Promise<T> {
  await using installation = await openInstallation(config);
  const db = connectDatabase({
    url: installation.databaseUrl,
    masterKey: installation.masterKey,
    rolePrefix: config.rolePrefix,
    poolSize: 2,
    clock: systemClock,
    onIdleError: () => {},
  });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function reachDatabase(config: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: () => Promise.resolve() };
  const directory = path.join(config.dataFolder, 'postgres');
  const running = await findRunningPostgres(directory);
  if (running) return { url: running.url, stop: () => Promise.resolve() };
  const started = await startEmbeddedPostgres({ directory, log: () => {} });
  return { url: started.url, stop: () => started.stop() };
}
