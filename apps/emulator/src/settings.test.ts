import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings, settingLines } from './settings.ts';
import { temporaryFolder } from './world/test/temporary.ts';

describe('settings', () => {
  test('have a default each', () => {
    expect(readSettings({ PATH: '/usr/bin' })).toEqual({
      port: 4200,
      host: '127.0.0.1',
      folder: path.resolve('data/emulator'),
      seed: 'trikon',
      rate: 1,
    });
  });

  test('are read from the environment', () => {
    const read = readSettings({
      EMULATOR_PORT: '0',
      EMULATOR_HOST: '0.0.0.0',
      EMULATOR_URL: 'http://emulator:4200/',
      EMULATOR_DATA: '/srv/world',
      EMULATOR_SEED: 'surat',
      EMULATOR_NOW: '2026-10-01T09:00:00+05:30',
      EMULATOR_RATE: '0',
    });
    expect(read).toEqual({
      port: 0,
      host: '0.0.0.0',
      url: 'http://emulator:4200',
      folder: '/srv/world',
      seed: 'surat',
      now: Date.UTC(2026, 9, 1, 3, 30),
      rate: 0,
    });
  });

  test('name files of certificates, of which two belong together', () => {
    const folder = temporaryFolder();
    const file = (name: string): string => {
      writeFileSync(path.join(folder, name), name);
      return path.join(folder, name);
    };
    const [cert, key, authority] = [file('cert'), file('key'), file('authority')];
    const certificates = { EMULATOR_CERTIFICATE: cert, EMULATOR_CERTIFICATE_KEY: key };
    expect(readSettings({ ...certificates, EMULATOR_AUTHORITY: authority })).toMatchObject({
      certificate: { cert: 'cert', key: 'key' },
      authority: 'authority',
    });
    expect(() => readSettings({ EMULATOR_CERTIFICATE: cert })).toThrow('belong together');
  });

  test.each([
    [{ EMULATOR_PROT: '1' }, 'EMULATOR_PROT is no setting'],
    [{ EMULATOR_PORT: '70000' }, 'EMULATOR_PORT is 70000'],
    [{ EMULATOR_PORT: '42.5' }, 'a whole number from 0 to 65535'],
    [{ EMULATOR_URL: 'emulator' }, 'EMULATOR_URL is emulator; it must be an address'],
    [
      { EMULATOR_AUTHORITY: '/nowhere/ca.pem' },
      'EMULATOR_AUTHORITY is /nowhere/ca.pem, which cannot be read',
    ],
    [{ EMULATOR_RATE: '-1' }, 'EMULATOR_RATE is -1'],
    [{ EMULATOR_RATE: 'fast' }, 'EMULATOR_RATE is fast'],
    [{ EMULATOR_NOW: 'yesterday' }, 'which is no date'],
  ])('that make no sense are named: %o', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(message);
  });

  test('each say what they mean', () => {
    for (const { name, means } of settingLines) expect(`${name} ${means}`).toMatch(/^EMULATOR_[A-Z_]+ \S/);
  });
});
