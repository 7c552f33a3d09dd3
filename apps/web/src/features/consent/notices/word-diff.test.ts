import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const textOf = (pieces: ReturnType<typeof wordDiff>, without: string): string =>
  pieces
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('');

test('what is the same stays, and what changed stands beside it', () => {
  expect(wordDiff('twice a month', 'twice a week')).toEqual([
    { text: 'twice a ', change: 'same', at: 0 },
    { text: 'month', change: 'removed', at: 8 },
    { text: 'week', change: 'added', at: 13 },
  ]);
});

test('any two texts are found again in their difference', () => {
  const texts = fc.array(fc.constantFrom('हाँ ', 'yes ', 'no\n', 'STOP'), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, (one, two) => {
      const [before, after] = [one.join(''), two.join('')];
      const pieces = wordDiff(before, after);
      expect([textOf(pieces, 'added'), textOf(pieces, 'removed')]).toEqual([before, after]);
    }),
  );
});
