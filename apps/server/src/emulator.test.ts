import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { EmulatorError, startEmulatorBeside, type RunningEmulator } from './emulator.ts';
import { createLogger } from './platform/log/index.ts';

let folder: string;
let running: RunningEmulator | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'trikon-beside-'));
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

const start = async (port: string): Promise<RunningEmulator> => {
  const config = readConfig({ TRIKON_DATA: folder, EMULATOR_PORT: port });
  running = await startEmulatorBeside(config, createLogger({ level: 'silent' }), {
    PATH: process.env.PATH,
    TRIKON_DEMO: 'on',
  });
  return running;
};

describe('the emulator beside the program', () => {
  it('answers as soon as it is said to be there, and is gone after it is stopped', async () => {
    const beside = await start('0');
    const { url } = beside;
    expect(await (await fetch(`${url}/world/clock`)).json()).toMatchObject({ rate: 1 });
    await beside.stop();
    await expect(fetch(`${url}/world/clock`)).rejects.toThrow('fetch failed');
  });

  it('refuses a port that was asked for and is taken, with a sentence', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as AddressInfo).port));
    });
    try {
      await expect(start(String(port))).rejects.toThrow(EmulatorError);
      await expect(start(String(port))).rejects.toThrow(/taken.*EMULATOR_PORT.*TRIKON_EMULATOR=off/s);
    } finally {
      other.close();
    }
  });
});
