import { expect, test } from 'vitest';
import { findingsIn } from '../test/findings-in.ts';
import { rule } from './clones.ts';

const statements = (seed: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `const ${seed}${i} = f(${seed}${i * 7}, ${i});`).join('\n');

test('different text is no clone', () => {
  expect(findingsIn(rule, { 'a.ts': statements('a', 20), 'b.ts': statements('b', 20) })).toEqual([]);
});

test('a copy is found once with its length, whatever the spacing and the comments', () => {
  const copy = statements('c', 12);
  const files = {
    'a.ts': copy,
    'b.ts': `let b\n// moved\n${copy.replaceAll(' = ', '  =  ')}`,
  };
  expect(findingsIn(rule, files)).toEqual(['b.ts:3 12 lines that also stand in a.ts:1']);
});

test('one small copy in much code is let pass', () => {
  const copy = statements('c', 8);
  expect(findingsIn(rule, { 'a.ts': `${statements('a', 900)}\n${copy}`, 'b.ts': copy })).toEqual([]);
});
