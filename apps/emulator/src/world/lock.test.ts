import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from './lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'emulator-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => path.join(folder, 'emulator.pid');

it('keeps a second emulator out while the first lives, with a sentence that names it', () => {
  const other = spawn('sleep', ['60']);
  try {
    writeFileSync(file(), `${other.pid}\n`);
    expect(() => lockFolder(folder)).toThrow(`in use by another emulator (process ${other.pid})`);
  } finally {
    other.kill();
  }
});

it('takes over what a killed emulator left behind', () => {
  const { pid } = spawnSync('true');
  writeFileSync(file(), `${pid}\n`);
  lockFolder(folder)();
  expect(existsSync(file())).toBe(false);
});

it('takes a file that is cut or empty for nobody’s', () => {
  writeFileSync(file(), '');
  expect(() => lockFolder(folder)()).not.toThrow();
});
