import { expect, test } from 'vitest';
import { findingsIn, spelled } from '../test/findings-in.ts';
import { rule } from './machine-traces.ts';

const work = spelled('/wo', 'rk/main');
const registry = spelled('https://regis', 'try.example.com/zod');

test('relative paths, addresses of pages and a home folder in general are fine', () => {
  const text = '~/data ./work/a /var/lib/trikon https://www.npmjs.com/package/zod https://x.in/work/a';
  expect(findingsIn(rule, { 'README.md': text })).toEqual([]);
});

test.each([
  ['scripts/a.ts', `const at = '${work}/scripts';`],
  ['README.md', spelled('cd /ho', 'me/asha/trikon')],
  ['package-lock.json', `{ "resolved": "${registry}" }`],
  ['.npmrc', spelled('registry', '=https://npm.example.com')],
  ['deploy/Dockerfile', `RUN npm config set ${registry}`],
])('a trace in %s is found', (file, text) => {
  expect(findingsIn(rule, { [file]: text })).toHaveLength(1);
});
