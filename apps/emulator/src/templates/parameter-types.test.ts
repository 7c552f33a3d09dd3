import { expect, test } from 'vitest';
import { fitsType } from './parameter-types.ts';

test.each([
  [
    'AMOUNT',
    ['₹1,499.00', 'Rs. 500', '1499', '₹ 12,34,567', '99.50 INR', '१,४९९ रुपये'],
    ['a lot', '', 'free'],
  ],
  ['DATE', ['12 November', '12/11/2026', 'today before 6 pm', '12 नवंबर'], ['soon', '']],
  ['EMAIL', ['asha@example.in'], ['asha', 'asha@', 'a b@c.in']],
  ['NUMBER', ['20417', 'TRK-20417', 'INV/2026/7'], ['#7', '', '?']],
  ['PHONE NUMBER', ['+91 98765 43210', '022-1234567'], ['call us', '12']],
  ['TEXT', ['Asha', 'आशा'], ['a'.repeat(61)]],
  ['ADDRESS', ['14 MG Road, Pune 411001'], ['', '--', 'a'.repeat(201)]],
] as const)('a value of the type %s is one', (type, right, wrong) => {
  for (const value of right) expect([value, fitsType(type, value)]).toEqual([value, true]);
  for (const value of wrong) expect([value, fitsType(type, value)]).toEqual([value, false]);
});
