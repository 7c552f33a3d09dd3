import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './file-size.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, i) => `const a${i} = 1;`).join('\n');

test('400 lines are allowed, a test may be longer', () => {
  expect(findingsIn(rule, { 'a.ts': lines(400), 'a.test.ts': lines(500) })).toEqual([]);
});

test('401 lines are found', () => {
  expect(findingsIn(rule, { 'a.ts': lines(401) })).toEqual(['a.ts:400 401 lines']);
});
