import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { createApp, type App } from './app.ts';
import type { Config } from './config.ts';
import { connectDemo, ensureDemo, type DemoSignIn } from './demo/index.ts';
import { obtainMasterKey } from './master-key.ts';
import { needsSetUp } from './modules/workspaces/index.ts';
import { systemClock, type Clock } from './platform/clock/index.ts';
import { migrate } from './platform/db/index.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres/index.ts';
import type { Logger } from './platform/log/index.ts';
import { checkMasterKey } from './platform/secrets/index.ts';

export interface ProgramOptions {
  config: Config;
  log: Logger;
  /** Receives the lines that people and other programs wait for. */
  say: (line: string) => void;
  clock?: Clock;
  /** Graph is the emulator that was started beside the program. */
  isEmulated?: boolean;
}

export interface Program {
  app: App;
  url: string;
  stop(): Promise<void>;
}

/** Everything from an empty folder to an answering program; what was started is stopped again when a later step fails. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { log, say, clock = systemClock, isEmulated = false } = options;
  await using started = new AsyncDisposableStack();
  const config = { ...options.config, port: await choosePort(options.config) };
  const masterKey = await obtainMasterKey(config.masterKey, config.dataFolder);
  const databaseUrl = config.databaseUrl ?? (await startDatabase(config, log, started));
  await checkMasterKey({ url: databaseUrl, masterKey });
  const { applied } = await migrate({
    url: databaseUrl,
    masterKey,
    rolePrefix: config.rolePrefix,
    now: clock.now(),
  });
  if (applied.length > 0) log.info({ applied }, 'the database was brought up to date');
  const app = await createApp({ config, clock, log, databaseUrl, masterKey });
  started.defer(() => app.close());
  const demo = wantsDemo(config) ? await ensureDemo(app, config.dataFolder) : null;
  await app.start();
  const url = await listen(app, config);
  // Meta asks back at the webhook address, so the program has to listen by then.
  if (demo && isEmulated) await connectDemo(app, clock.now(), log);
  await sayWelcome({ app, url, demo, say, config });
  const running = started.move();
  return { app, url, stop: () => running.disposeAsync() };
}

async function startDatabase(config: Config, log: Logger, started: AsyncDisposableStack): Promise<string> {
  const directory = path.join(config.dataFolder, 'postgres');
  const database = await startEmbeddedPostgres({ directory, log: (line) => log.info(line) });
  started.defer(() => database.stop());
  return database.url;
}

/** Asked before anything is started, so that a taken port is told at once; for port 0 it finds the one to use. */
async function choosePort({ port, host }: Config): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, host, () => {
      const chosen = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(chosen));
    });
  });
}

async function listen(app: App, { port, host }: Config): Promise<string> {
  await app.server.listen({ port, host });
  const address = app.server.server.address() as AddressInfo;
  return `http://127.0.0.1:${address.port}`;
}

/** On by itself only where nobody else can reach it: with the embedded database, on this machine's own address. */
export function wantsDemo({ demo, databaseUrl, host }: Config): boolean {
  if (demo !== 'auto') return demo === 'on';
  return databaseUrl === undefined && ['127.0.0.1', 'localhost', '::1'].includes(host);
}

interface Welcome {
  app: App;
  url: string;
  demo: DemoSignIn | null;
  say: (line: string) => void;
  config: Config;
}

async function sayWelcome({ app, url, demo, say, config }: Welcome): Promise<void> {
  const address = config.publicUrl ?? url.replace('127.0.0.1', 'localhost');
  if (demo) say(`Open ${address} and sign in as ${demo.email} with the password ${demo.password}`);
  else if (await needsSetUp(app.db)) say(`Open ${address}/set-up and enter the code ${app.setUpCode}`);
  say(`ready ${url}`);
}
