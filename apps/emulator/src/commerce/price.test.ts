import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPrice, showPrice } from './price.ts';

const amounts = fc.integer({ min: 0, max: 99_999_999_99 });

test('a price of the batch API is read to the paisa', () => {
  fc.assert(
    fc.property(amounts, (minor) => {
      expect(readPrice(`${(minor / 100).toFixed(2)} INR`)).toEqual({ minor, currency: 'INR' });
    }),
  );
  expect(readPrice('1499 INR')).toEqual({ minor: 149_900, currency: 'INR' });
  expect(readPrice('799.5 INR')).toEqual({ minor: 79_950, currency: 'INR' });
});

test('what is no price is not taken for one', () => {
  for (const text of [
    '',
    '1499',
    '₹1499',
    '1,499.00 INR',
    '1499.005 INR',
    '-5 INR',
    '10 inr',
    'INR 10',
    '1e3 INR',
  ])
    expect(readPrice(text), text).toBeNull();
});

test('a price is shown with its sign, its thousands and two decimals', () => {
  expect(showPrice({ minor: 149_900, currency: 'INR' })).toBe('₹1,499.00');
  expect(showPrice({ minor: 5, currency: 'INR' })).toBe('₹0.05');
  fc.assert(
    fc.property(amounts, (minor) => {
      const digits = showPrice({ minor, currency: 'INR' }).replaceAll(/\D/g, '');
      expect(Number(digits)).toBe(minor);
    }),
  );
});
