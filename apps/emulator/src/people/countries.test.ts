import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callingCodeOf, countryOf } from './countries.ts';

describe('the country of a number', () => {
  test.each([
    ['919876543210', 'IN'],
    ['12125550123', 'US'],
    ['14165550123', 'CA'],
    ['18095550123', 'DO'],
    ['17875550123', 'PR'],
    ['79161234567', 'RU'],
    ['77012345678', 'KZ'],
    ['447911123456', 'GB'],
    ['971501234567', 'AE'],
    ['8801712345678', 'BD'],
    ['9779841234567', 'NP'],
    ['94712345678', 'LK'],
    ['5511987654321', 'BR'],
    ['35312345678', 'IE'],
    ['681123456', 'WF'],
  ])('%s is %s', (phone, country) => expect(countryOf(phone)).toBe(country));

  test.each(['', '0123456789', '999123456', '210123456', '80012345678'])('%j has none', (phone) => {
    expect(countryOf(phone)).toBeUndefined();
    expect(callingCodeOf(phone)).toBeUndefined();
  });

  test('stands with the calling code: who has one has the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1e6, max: 1e15 - 1 }).map(String), (phone) => {
        expect(countryOf(phone) === undefined).toBe(callingCodeOf(phone) === undefined);
        expect(phone.startsWith(callingCodeOf(phone) ?? '')).toBe(true);
      }),
    );
  });

  test('is two capital letters for every calling code', () => {
    for (let code = 1; code < 1000; code++)
      expect(countryOf(`${code}5551234567`) ?? 'ZZ').toMatch(/^[A-Z]{2}$/);
  });
});
