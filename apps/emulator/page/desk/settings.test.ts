import { expect, it } from 'vitest';
import { readAs } from './settings.ts';

it('reads what was typed as the kind of value that stands there', () => {
  expect(readAs(3, '5')).toBe(5);
  expect(readAs(true, '')).toBe(false);
  expect(readAs(false, 'on')).toBe(true);
  expect(readAs('none', 'signature')).toBe('signature');
  expect(readAs([0.2, 1], ' 2, 4')).toEqual([2, 4]);
  expect(readAs(['US'], 'US, CA,')).toEqual(['US', 'CA']);
  expect(readAs(['US'], '')).toEqual([]);
});
