import { existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyBinaries } from './binaries.ts';

test('a copy holds what is needed to run, with its links inside itself, and replaces an older one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'trikon-binaries-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const native = path.join(folder, 'package', 'native');
  mkdirSync(path.join(native, 'lib', 'pkgconfig'), { recursive: true });
  for (const name of ['libicu.so.60.2', 'libz.so.1.2', 'libpq.a']) {
    writeFileSync(path.join(native, 'lib', name), name);
  }
  symlinkSync('libz.so.1.2', path.join(native, 'lib', 'libz.so.1'));
  writeFileSync(
    path.join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]),
  );
  mkdirSync(path.join(folder, 'software', '17.1'), { recursive: true });

  const copy = await copyBinaries({ root: native, version: '18.4', postgres: '', initdb: '' }, folder);
  expect(copy.postgres).toBe(path.join(folder, 'software', '18.4', 'bin', 'postgres'));
  expect(readFileSync(path.join(copy.root, 'lib', 'libicu.so.60'), 'utf8')).toBe('libicu.so.60.2');
  expect(readlinkSync(path.join(copy.root, 'lib', 'libz.so.1'))).toBe('libz.so.1.2');
  expect(existsSync(path.join(copy.root, 'lib', 'libpq.a'))).toBe(false);
  expect(existsSync(path.join(folder, 'software', '17.1'))).toBe(false);
});
