import { expect, test } from 'vitest';
import { wrapped } from './wrapped.ts';

test('signs go around the words of a selection, and away again', () => {
  const bold = wrapped('Big sale today', { from: 3, to: 9, sign: '*' });
  expect(bold.text).toBe('Big *sale* today');
  expect(bold.text.slice(bold.from, bold.to)).toBe('sale');
  expect(wrapped(bold.text, { from: bold.from, to: bold.to, sign: '*' }).text).toBe('Big sale today');
});

test('without a selection the cursor stands between the signs', () => {
  expect(wrapped('Hi ', { from: 3, to: 3, sign: '_' })).toEqual({ text: 'Hi __', from: 4, to: 4 });
});
