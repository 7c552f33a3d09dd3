import { expect, test } from 'vitest';
import { phonesIn } from './phones-in.ts';

test('phones are found in what people paste and in files', () => {
  expect(phonesIn('+91 98250 12345\n098765 43210, 9876543211;  "+91-79-2658-1234"\t')).toEqual([
    '+91 98250 12345',
    '098765 43210',
    '9876543211',
    '+91-79-2658-1234',
  ]);
  expect(phonesIn('name,phone\r\nAsha,९८२५०१२३४५\r\nAsha,९८२५०१२३४५\r\n')).toEqual(['९८२५०१२३४५']);
  expect(phonesIn(' \n,,; ')).toEqual([]);
});
