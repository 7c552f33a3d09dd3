import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { databaseName, ensureCluster, superuser } from './cluster.ts';
import { onDisk } from './errors.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';
import { stopOrphan } from './orphan.ts';
import { type Postmaster, type PostmasterOptions, startPostmaster } from './postmaster.ts';
import { chooseRunner, shareWith } from './runner.ts';
import { trimServerLog } from './server-log.ts';
import { type PostgresSettings, composeSettings } from './settings.ts';
import { connectionUrl, prepareSocketDirectory, removeSocketDirectory } from './socket.ts';

export interface EmbeddedPostgresOptions {
  /** Everything lies in here: the database's files, its password, socket, log and lock. Made when missing. */
  directory: string;
  /** Receives one sentence for each thing an operator may want to know. */
  log: (line: string) => void;
  /** False for tests: no fsync, so a crash of the machine may lose the database. */
  durable?: boolean;
  /** Added to, or put in place of, the settings in `settings.ts`. */
  settings?: PostgresSettings;
}

export interface EmbeddedPostgres extends AsyncDisposable {
  /** For `pg`: superuser on the database `trikon`. The same at every start on the same directory. */
  readonly url: string;
  /** Process id of the server that runs now. */
  readonly pid: number;
  /** Ends sessions, writes everything, gives the directory free. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the program, making the database first when there is none. A server that dies
 * is started again until `stop`. Rejects with `EmbeddedPostgresError` when the person who started us must act.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = path.resolve(options.directory);
  await onDisk(directory, () => makePrivateFolder(directory));
  const lock = lockDirectory(directory);
  try {
    return await onDisk(directory, () => startLocked({ ...options, directory }, lock));
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(options: EmbeddedPostgresOptions, lock: DirectoryLock): Promise<EmbeddedPostgres> {
  const { directory, log, durable = true } = options;
  await stopOrphan(directory, log);
  const { runner, binaries } = await chooseRunner(await findBinaries(), directory);
  const { password } = await ensureCluster({ directory, binaries, runner, durable });
  const socketDirectory = await prepareSocketDirectory(directory, runner);
  const settings = composeSettings({ socketDirectory, durable, extra: options.settings ?? {} });
  await trimServerLog(serverLog(directory));
  await shareWith(runner, directory);
  const supervised = await superviseServer({ directory, binaries, runner, settings, log });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= supervised
      .stop()
      .then(() => removeSocketDirectory(socketDirectory, directory))
      .finally(() => lock.release());
    return stopping;
  };
  return {
    url: connectionUrl({ user: superuser, password, database: databaseName, socketDirectory }),
    get pid() {
      return supervised.pid();
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** The folders above stay as open as usual: the database's user may have to pass through them. */
async function makePrivateFolder(directory: string): Promise<void> {
  await mkdir(path.dirname(directory), { recursive: true });
  await mkdir(directory, { recursive: true, mode: 0o700 });
}

/** Starts the server again whenever it dies, so that sessions come back within a second on the same URL. */
async function superviseServer(
  options: PostmasterOptions,
): Promise<{ pid(): number; stop(): Promise<void> }> {
  let server = await startPostmaster(options);
  const stopped = new AbortController();
  const trimming = setInterval(
    () => void trimServerLog(serverLog(options.directory)).catch(() => {}),
    3_600_000,
  );
  trimming.unref();
  const watching = keepRunning();

  async function keepRunning(): Promise<void> {
    for (;;) {
      await server.ended;
      if (stopped.signal.aborted) return;
      options.log(`PostgreSQL (process ${server.pid}) ended unexpectedly; starting it again.`);
      const next = await startUntil(options, stopped.signal);
      if (!next) return;
      server = next;
    }
  }

  return {
    pid: () => server.pid,
    stop: async () => {
      stopped.abort();
      clearInterval(trimming);
      await server.stop();
      await watching;
    },
  };
}

async function startUntil(options: PostmasterOptions, stopped: AbortSignal): Promise<Postmaster | null> {
  while (!stopped.aborted) {
    try {
      const server = await startPostmaster(options);
      options.log(`PostgreSQL runs again (process ${server.pid}).`);
      if (!stopped.aborted) return server;
      await server.stop();
    } catch (error) {
      options.log(`${(error as Error).message} Trying again in 2 seconds.`);
      await pause(2_000, undefined, { signal: stopped }).catch(() => {});
    }
  }
  return null;
}

function serverLog(directory: string): string {
  return path.join(directory, 'server.log');
}
