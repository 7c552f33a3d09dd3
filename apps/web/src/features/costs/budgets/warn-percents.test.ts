import { expect, it } from 'vitest';
import { percentsText, readPercents } from './warn-percents.ts';

it.each([
  ['80', [80]],
  ['95 %, 80%', [80, 95]],
  ['80 80;50', [50, 80]],
  ['', []],
  ['100', null],
  ['0', null],
  ['80.5', null],
  ['soon', null],
  ['1 2 3 4 5 6', null],
])('reads “%s” as %j', (text, percents) => {
  expect(readPercents(text)).toEqual(percents);
});

it('writes them as they are read', () => {
  expect(readPercents(percentsText([50, 80, 95]))).toEqual([50, 80, 95]);
});
