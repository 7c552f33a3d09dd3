import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const budgetKilobytes = { script: 160, style: 15 };

test('what every page loads first stays small enough for a slow line', async () => {
  const folder = inject('webFolder');
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, file]) => file!);
  const sizes = { script: 0, style: 0 };
  for (const file of files) {
    const kind = file.endsWith('.css') ? 'style' : 'script';
    sizes[kind] += gzipSync(await readFile(path.join(folder, file))).length / 1000;
  }
  expect(files.length).toBeGreaterThan(1);
  expect(sizes.script).toBeLessThan(budgetKilobytes.script);
  expect(sizes.style).toBeLessThan(budgetKilobytes.style);
});
