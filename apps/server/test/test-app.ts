import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, type App } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import type { MovableClock } from '../src/platform/clock/index.ts';
import { createLogger } from '../src/platform/log/index.ts';
import { testMasterKey, testRolePrefix } from './global-database.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestApp extends App {
  url: string;
  dataFolder: string;
  clock: MovableClock;
  database: TestDatabase;
  stop(): Promise<void>;
}

/** The whole program on a database of its own, listening on a free port, with a clock that tests move. */
export async function startTestApp(settings: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'trikon-app-'));
  const config = readConfig({
    TRIKON_DATA: dataFolder,
    TRIKON_CHECK_ANSWERS: 'on',
    TRIKON_DB_ROLE_PREFIX: testRolePrefix,
    TRIKON_PORT: '0',
    TRIKON_ROLES: 'api',
    // Nobody answers there: a test that needs Meta brings the emulator.
    TRIKON_GRAPH_URL: 'http://127.0.0.1:9',
    ...settings,
  });
  const { clock } = database;
  const app = await createApp({
    config,
    clock,
    log: createLogger({ level: process.env.TRIKON_TEST_LOG ? 'debug' : 'silent' }),
    databaseUrl: database.ownerUrl,
    masterKey: testMasterKey,
  });
  await app.start();
  await app.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.server.address() as AddressInfo;
  return {
    ...app,
    url: `http://127.0.0.1:${port}`,
    dataFolder,
    clock,
    database,
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
