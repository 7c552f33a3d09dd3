import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { createLogger } from '../src/platform/log/index.ts';
import { apiClient, keyClient, type Answer } from './api-client.ts';
import { buildMember, buildWorkspace, type Signed } from './factories.ts';
import { testMasterKey, testRolePrefix } from './global-database.ts';
import { openLine, type Line } from './database-line.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import type { TestApp } from './test-app.ts';

let database: TestDatabase;
let line: Line;
let app: TestApp;
let owner: Signed;

beforeAll(async () => {
  database = await createTestDatabase();
  line = await openLine(database.ownerUrl);
  app = await startApp(line.url);
  owner = await buildWorkspace(app);
});
afterAll(async () => {
  line.join();
  await app.stop();
  await line.close();
});

test(
  'while the database is away everything is answered with 503 and when to come back',
  { timeout: 40_000 },
  async () => {
    const { body } = await owner.api.post('/api-keys', { name: 'Till', permissions: ['workspace.read'] });
    const till = keyClient(app, String(body.key));
    line.cut();
    app.clock.advance(5_000);
    const stranger = apiClient(app);
    const requests = [
      () => owner.api.get('/workspace'),
      () => owner.api.get('/members'),
      () => owner.api.post('/roles', { name: 'Lost', permissions: ['workspace.read'] }),
      () => owner.api.get('/account'),
      () => till.get('/workspace'),
      () => stranger.get('/set-up'),
      () => stranger.post('/joining/preview', { token: 'a'.repeat(32) }),
      () =>
        stranger.post('/api/auth/sign-in/email', { email: owner.email, password: 'six brass lamps at dusk' }),
      () => stranger.get('/api/auth/passkey/generate-authenticate-options'),
      () => owner.api.get('/api/v1/events/stream'),
    ];
    const started = performance.now();
    const answers: Answer[] = await Promise.all(requests.map((request) => request()));
    for (const [at, answer] of answers.entries()) {
      expect(answer, `request ${at}: ${JSON.stringify(answer.body)}`).toMatchObject({
        status: 503,
        body: { code: 'unavailable' },
      });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(JSON.stringify(answer.body)).not.toMatch(/ECONN|127\.0\.0\.1|postgres|pg_|socket/i);
    }
    // Nobody waits long to be told.
    expect(performance.now() - started).toBeLessThan(8_000);

    const alive = await fetch(`${app.url}/healthz`);
    const ready = await fetch(`${app.url}/readyz`);
    expect([alive.status, ready.status]).toEqual([200, 503]);

    line.join();
    await expectBack();
    expect((await owner.api.post('/roles', { name: 'Found', permissions: ['workspace.read'] })).status).toBe(
      201,
    );
    const roles = await database.asOwner<{ name: string }>(
      `select name from roles where name in ('Lost', 'Found')`,
    );
    expect(roles).toEqual([{ name: 'Found' }]);
  },
);

test(
  'connections that are ended while they work cost the one request at most',
  { timeout: 40_000 },
  async () => {
    const members = await Promise.all(
      Array.from({ length: 5 }, () => buildMember(app, owner.workspaceId, 'admin', 'Kavya Iyer')),
    );
    const storm = { over: false };
    const statuses: number[] = [];
    const working = members.map(async ({ api }, at) => {
      for (let turn = 0; !storm.over; turn += 1) {
        const name = `Storm ${at} ${turn}`;
        statuses.push((await api.post('/roles', { name, permissions: ['workspace.read'] })).status);
      }
    });
    for (let kill = 0; kill < 20; kill += 1) {
      await database.asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'trikon %'`,
      );
      await pause(50);
    }
    storm.over = true;
    await Promise.all(working);
    expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
    await expectBack();
    // Each role that was answered with 201 is there; one that was answered with 503 may have been stored just before.
    const [{ count } = { count: '0' }] = await database.asOwner<{ count: string }>(
      `select count(*) from roles where name like 'Storm%'`,
    );
    const stored = statuses.filter((status) => status === 201).length;
    expect(Number(count)).toBeGreaterThanOrEqual(stored);
    expect(stored).toBeGreaterThan(0);
  },
);

async function expectBack(): Promise<void> {
  const started = performance.now();
  await expect.poll(async () => (await owner.api.get('/workspace')).status, { timeout: 10_000 }).toBe(200);
  expect(performance.now() - started).toBeLessThan(5_000);
}

async function startApp(databaseUrl: string): Promise<TestApp> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'trikon-down-'));
  const config = readConfig({
    TRIKON_DATA: dataFolder,
    TRIKON_DB_ROLE_PREFIX: testRolePrefix,
    TRIKON_PORT: '0',
    TRIKON_RATE_LIMIT: 'off',
  });
  const { clock } = database;
  const started: App = await createApp({
    config,
    clock,
    log: createLogger({ level: 'silent' }),
    databaseUrl,
    masterKey: testMasterKey,
  });
  await started.start();
  await started.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = started.server.server.address() as AddressInfo;
  return {
    ...started,
    url: `http://127.0.0.1:${port}`,
    dataFolder,
    clock,
    database,
    stop: async () => {
      await started.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
