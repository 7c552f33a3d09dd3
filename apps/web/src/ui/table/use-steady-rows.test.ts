import { expect, it } from 'vitest';
import { steady } from './use-steady-rows.ts';

const idOf = (row: string): string => row[0]!;

it('shows what is there while nobody holds the list', () => {
  expect(steady(['c', 'b'], undefined, idOf)).toMatchObject({ rows: ['c', 'b'], waiting: 0 });
});

it('keeps every row in its place while somebody points at them, with what is new of each', () => {
  const { rows, waiting, gone } = steady(['d', 'c', 'a changed'], ['c', 'b', 'a'], idOf);
  expect(rows).toEqual(['c', 'b', 'a changed']);
  expect(waiting).toBe(1);
  expect([...gone]).toEqual(['b']);
});

it('lets older rows come in below, since they move nothing', () => {
  expect(steady(['d', 'c', 'b', 'a'], ['c', 'b'], idOf)).toMatchObject({ rows: ['c', 'b', 'a'], waiting: 1 });
});

it('lets everything in when the list was empty', () => {
  expect(steady(['b', 'a'], [], idOf)).toMatchObject({ rows: ['b', 'a'], waiting: 0 });
});
