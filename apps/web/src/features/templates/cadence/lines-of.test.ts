import { expect, test } from 'vitest';
import { linesOf } from './lines-of.ts';

test('domains are read from lines, lists and pasted addresses', () => {
  expect(linesOf(' SharmaSarees.in\nhttps://shop.sharmasarees.in/diwali?x=1, ,blog.example')).toEqual([
    'sharmasarees.in',
    'shop.sharmasarees.in',
    'blog.example',
  ]);
  expect(linesOf(' \n')).toEqual([]);
});
