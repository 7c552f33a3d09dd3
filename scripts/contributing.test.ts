import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const guide = await readFile(path.join(root, 'CONTRIBUTING.md'), 'utf8');
const excerpts = [...guide.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file, text]) => ({
  file: file!,
  text: text!,
}));

test('the guide shows every step on real code', () => {
  expect(excerpts.length).toBeGreaterThanOrEqual(11);
});

test.each(excerpts)('the excerpt of $file stands in that file', async ({ file, text }) => {
  const source = await readFile(path.join(root, file), 'utf8');
  expect(source).toContain(text.trimEnd());
});
