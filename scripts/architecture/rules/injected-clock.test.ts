import { expect, test } from 'vitest';
import { findingsIn, inModule } from '../test/findings-in.ts';
import { rule } from './injected-clock.ts';

test('a date made from a given time is fine, and so is the clock of the platform', () => {
  const files = {
    [inModule('contacts/merge.ts')]: '// never Date.now()\nconst at = new Date(clock.now());',
    'apps/server/src/platform/clock/index.ts': 'Date.now();',
    [inModule('contacts/merge.test.ts')]: 'Date.now();',
  };
  expect(findingsIn(rule, files)).toEqual([]);
});

test.each(['Date.now()', 'new Date()', 'Math.random()'])('%s in a module is found', (call) => {
  const file = inModule('contacts/merge.ts');
  expect(findingsIn(rule, { [file]: `\nconst x = ${call};` })).toEqual([`${file}:2 ${call}`]);
});
