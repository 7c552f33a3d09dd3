import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testMasterKey, testRolePrefix } from '../../../test/global-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { movableClock, systemClock } from '../clock/index.ts';
import { openInstallationKey } from '../secrets/index.ts';
import { openDiskStorage } from '../storage/index.ts';
import { checkDisk, checkNode, checkOpenFiles } from './doctor-machine.ts';
import { checkSettings, type DoctorSettings } from './doctor-settings.ts';
import { doctor, type DoctorOptions, type Finding } from './index.ts';

let database: TestDatabase;
let folder: string;
let options: DoctorOptions;

const settings: DoctorSettings = {
  host: '127.0.0.1',
  publicUrl: 'https://chat.example.in',
  demo: 'off',
  externalDatabase: true,
  masterKeyGiven: true,
  trustedProxies: ['127.0.0.1'],
  storage: 'disk',
  mail: true,
};

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'trikon-doctor-'));
  options = {
    url: database.ownerUrl,
    masterKey: testMasterKey,
    rolePrefix: testRolePrefix,
    dataFolder: folder,
    settings,
    clock: systemClock,
    openStorage: () => openDiskStorage(path.join(folder, 'files')),
  };
  await database.db.acrossWorkspaces('maintenance', (tx) => openInstallationKey(tx, testMasterKey));
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const find = async (name: string, changes: Partial<DoctorOptions> = {}): Promise<Finding | undefined> =>
  (await doctor({ ...options, ...changes })).find((finding) => finding.name === name);

test('finds a healthy installation good, and asks for nothing', async () => {
  const found = await doctor(options);
  // The tests' own database forgets on purpose.
  const rest = found.filter(({ name }) => name !== 'durability' && name !== 'disk');
  expect(rest.filter(({ state }) => state !== 'good')).toEqual([]);
  expect(rest.every(({ fix }) => fix === null)).toBe(true);
  expect(found.map(({ name }) => name)).toEqual([
    'node',
    'open files',
    'settings',
    'database',
    'durability',
    'clock',
    'migrations',
    'roles',
    'connections',
    'master key',
    'storage',
    'disk',
  ]);
});

describe('says what is wrong and what to do about it:', () => {
  test('a database that cannot be reached', async () => {
    const finding = await find('database', { url: 'postgresql://nobody@127.0.0.1:1/none' });
    expect(finding).toMatchObject({ state: 'bad', message: 'The database cannot be reached.' });
    expect(finding?.fix).toMatch(/DATABASE_URL/);
  });

  test('clocks that differ', async () => {
    const ahead = movableClock(new Date(systemClock.now().getTime() + 10_000));
    expect(await find('clock', { clock: ahead })).toMatchObject({ state: 'warning' });
    ahead.advance(60_000);
    const finding = await find('clock', { clock: ahead });
    expect(finding?.message).toMatch(/differ by (69|70|71) seconds/);
    expect(finding).toMatchObject({ state: 'bad', fix: expect.stringContaining('timedatectl') });
  });

  test('another master key', async () => {
    const finding = await find('master key', { masterKey: Buffer.alloc(32, 1) });
    expect(finding).toMatchObject({ state: 'bad', message: expect.stringMatching(/another master key/) });
  });

  test('a master key that others can read', async () => {
    const masterKeyFile = path.join(folder, 'master.key');
    await writeFile(masterKeyFile, 'x', { mode: 0o600 });
    expect(await find('master key file', { masterKeyFile })).toMatchObject({ state: 'good' });
    await chmod(masterKeyFile, 0o644);
    expect(await find('master key file', { masterKeyFile })).toMatchObject({
      state: 'bad',
      fix: `Run \`chmod 600 ${masterKeyFile}\`.`,
    });
  });

  test('migrations that wait, and a database that is newer', async () => {
    const last = `(select max(name) from system.migrations)`;
    await database.asOwner(`update system.migrations set name = '0000_old.sql' where name = ${last}`);
    expect(await find('migrations')).toMatchObject({ state: 'bad', fix: 'Update the program.' });
    await database.asOwner(`delete from system.migrations where name = '0000_old.sql'`);
    expect(await find('migrations')).toMatchObject({
      state: 'warning',
      message: expect.stringMatching(/^1 changes .* first \d{4}_\w+\.sql\.$/),
    });
  });

  test('storage that cannot be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    const finding = await find('storage', { openStorage: () => openDiskStorage(path.join(file, 'below')) });
    expect(finding?.state).toBe('bad');
  });

  test('a database that forgets', async () => {
    expect(await find('durability')).toMatchObject({
      state: 'bad',
      message: expect.stringContaining('fsync'),
    });
  });

  test('a disk that fills up, a limit that is low, a Node that is old', async () => {
    const disk =
      (free: number, blocks = 100) =>
      async () =>
        ({ bavail: free, bsize: 1e9, blocks }) as Awaited<
          ReturnType<typeof import('node:fs/promises').statfs>
        >;
    const states = [disk(50), disk(4), disk(0), disk(50, 10_000)].map((read) =>
      checkDisk(folder, read as never),
    );
    expect((await Promise.all(states)).flat().map(({ state }) => state)).toEqual([
      'good',
      'warning',
      'bad',
      'warning',
    ]);
    expect([512, 1_024, 65_536].map((limit) => checkOpenFiles(limit)[0]?.state)).toEqual([
      'bad',
      'warning',
      'good',
    ]);
    expect(['20.11.0', '22.17.9', '22.18.0', '24.0.0'].map((each) => checkNode(each)[0]?.state)).toEqual([
      'bad',
      'bad',
      'good',
      'good',
    ]);
  });

  test.each<[string, Partial<DoctorSettings>, string, Finding['state']]>([
    ['plain http outside of this machine', { publicUrl: 'http://chat.example.in' }, 'public address', 'bad'],
    ['no address for people', { host: '0.0.0.0', publicUrl: undefined }, 'public address', 'warning'],
    ['a demo that anyone can reach', { demo: 'on' }, 'demo', 'bad'],
    ['a demo on all addresses', { demo: 'on', host: '0.0.0.0', publicUrl: undefined }, 'demo', 'bad'],
    ['a proxy that is not trusted', { trustedProxies: [] }, 'proxies', 'warning'],
    ['a key that only one copy has', { masterKeyGiven: false }, 'master key origin', 'warning'],
    ['no mail', { mail: false }, 'mail', 'warning'],
  ])('settings with %s', (_, changes, name, state) => {
    const finding = checkSettings({ ...settings, ...changes }).find((each) => each.name === name);
    expect(finding).toMatchObject({ state, fix: expect.stringMatching(/TRIKON_/) });
  });

  test('nothing about http or the demo on this machine only', () => {
    const here = { ...settings, publicUrl: 'http://localhost:4100', demo: 'on' as const };
    expect(checkSettings(here).map(({ state }) => state)).toEqual(['good']);
    expect(checkSettings({ ...here, publicUrl: undefined }).map(({ state }) => state)).toEqual(['good']);
  });
});
