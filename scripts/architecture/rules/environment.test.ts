import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './environment.ts';

test('the configuration, the tools and tests read the environment', () => {
  const text = 'process.env.PORT;';
  const files = ['apps/server/src/config.ts', 'apps/web/vite.config.ts', 'scripts/a.ts', 'apps/a.test.ts'];
  expect(findingsIn(rule, Object.fromEntries(files.map((file) => [file, text])))).toEqual([]);
});

test('anyone else who does is found', () => {
  const files = { 'apps/server/src/app.ts': '// process.env\nprocess.env.PORT;' };
  expect(findingsIn(rule, files)).toEqual(['apps/server/src/app.ts:2 process.env']);
});
