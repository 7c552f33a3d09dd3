import { expect, test } from 'vitest';
import { GraphError } from '../graph/errors.ts';
import { readChoices, readDimensions, readList, readRange } from './question.ts';

test.each([
  ['["IN","US"]', ['IN', 'US']],
  ['[IN, US]', ['IN', 'US']],
  ["['IN']", ['IN']],
  ['IN,US', ['IN', 'US']],
  ['[]', []],
  [
    ['IN', 5],
    ['IN', '5'],
  ],
  [91, ['91']],
  [undefined, []],
])('the list %j is read as %j', (given, read) => {
  expect(readList({ list: given }, 'list')).toEqual(read);
});

const refusal = (read: () => unknown): string => {
  try {
    return `not refused: ${JSON.stringify(read())}`;
  } catch (error) {
    return (error as GraphError).envelope('t').error.message;
  }
};

test('choices are read in any case, and dimensions in the order of the rows', () => {
  expect(readChoices({ metrics: 'cost' }, 'metrics', ['COST', 'VOLUME'])).toEqual(['COST']);
  expect(readDimensions({ dimensions: '[TIER,PHONE]' }, ['PHONE', 'COUNTRY', 'TIER'])).toEqual([0, 2]);
  expect(refusal(() => readChoices({ metrics: 'x' }, 'metrics', ['COST']))).toContain('list of {COST}');
  expect(refusal(() => readList({ list: {} }, 'list'))).toContain('must be a list');
});

const days = { now: 400 * 86_400_000, days: 365 };

test.each([
  [{}, 'start is required'],
  [{ start: 1 }, 'end is required'],
  [{ start: 400 * 86_400, end: 400 * 86_400 + 1 }, 'granularity is required'],
  [{ start: -1, end: 5, granularity: 'DAY' }, 'UNIX timestamp'],
  [{ start: 1.5, end: 5, granularity: 'DAY' }, 'UNIX timestamp'],
  [{ start: 5, end: 5, granularity: 'DAY' }, 'before end'],
  [{ start: 5, end: 6, granularity: 'DAY' }, 'last 365 days'],
  [{ start: 5, end: 6, granularity: 'YEAR' }, '{DAY}'],
])('the range %j is refused', (given, reason) => {
  expect(refusal(() => readRange(given, { DAY: 'DAY' }, days))).toContain(reason);
});

test('a range is read from texts as from numbers', () => {
  const given = { start: String(399 * 86_400), end: 400 * 86_400, granularity: 'day' };
  expect(readRange(given, { DAY: 'DAY' }, days)).toEqual({
    from: 399 * 86_400_000,
    to: 400 * 86_400_000,
    granularity: 'DAY',
    called: 'DAY',
  });
});
