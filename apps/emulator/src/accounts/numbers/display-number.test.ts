import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayNumber } from './display-number.ts';

test.each([
  ['912614001234', '+91 261 400 1234'],
  ['912212345678', '+91 22 1234 5678'],
  ['919876543210', '+91 98765 43210'],
  ['916315551234', '+91 63155 51234'],
  ['16315558151', '+1 631-555-8151'],
  ['447700900123', '+44 770 090 0123'],
  ['971501234567', '+971 501 234 567'],
])('%s is shown as %s', (phone, shown) => {
  expect(displayNumber(phone)).toBe(shown);
});

test('a number never gains, loses or reorders digits when it is shown', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{5,14}$/), (phone) => {
      expect(displayNumber(phone).replaceAll(/\D/g, '')).toBe(phone);
    }),
  );
});
