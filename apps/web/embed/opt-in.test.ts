import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildScript } from './build-script.ts';

test('the script for websites is small, needs nothing else, and runs no text as code', async () => {
  const script = await buildScript();
  expect(Buffer.byteLength(script)).toBeLessThan(15_000);
  expect(gzipSync(script).length).toBeLessThan(6_000);
  expect(script).not.toMatch(/\beval\(|new Function|innerHTML|insertAdjacentHTML|\bimport\b|\brequire\(/);
});
