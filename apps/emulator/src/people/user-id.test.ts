import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryOf } from './countries.ts';
import { readUserId, userIdOf } from './user-id.ts';

const phones = fc
  .tuple(
    fc.constantFrom('91', '1', '44', '971', '7', '880', '999'),
    fc.integer({ min: 1e5, max: 999_999_999 }),
  )
  .map(([code, rest]) => `${code}${rest}`);
const businesses = fc.integer({ min: 100_000_000_000_000, max: 900_000_000_000_000 }).map(String);
const generations = fc.integer({ min: 0, max: 99 });

describe('a business-scoped user id', () => {
  test('is read back as the number and generation that it was made of', () => {
    fc.assert(
      fc.property(businesses, phones, generations, (business, phone, generation) => {
        expect(readUserId(business, userIdOf(business, phone, generation))).toEqual({ phone, generation });
      }),
    );
  });

  test('looks like Meta’s: country, dot, digits', () => {
    fc.assert(
      fc.property(businesses, phones, (business, phone) => {
        expect(userIdOf(business, phone)).toMatch(/^[A-Z]{2}\.\d{1,20}$/);
        expect(userIdOf(business, phone).slice(0, 2)).toBe(countryOf(phone) ?? 'ZZ');
      }),
    );
  });

  test('is nobody’s to another portfolio', () => {
    fc.assert(
      fc.property(businesses, businesses, phones, (business, other, phone) => {
        fc.pre(business !== other);
        expect(readUserId(other, userIdOf(business, phone))?.phone).not.toBe(phone);
      }),
    );
  });

  test('differs for every generation and every portfolio', () => {
    const ids = ['506914307656634', '506914307656635'].flatMap((business) =>
      Array.from({ length: 100 }, (_, generation) => userIdOf(business, '919876543210', generation)),
    );
    expect(new Set(ids).size).toBe(200);
  });

  test('tells nothing of the number', () => {
    expect(userIdOf('506914307656634', '919876543210')).not.toContain('9876543');
  });

  test.each([
    '',
    'IN',
    'IN.',
    'IN.12',
    'in.13491208655302741918',
    'IN.ENT.1349120865530274191',
    'IN.99999999999999999999',
    'IN.1349120865530274191A',
  ])('is not %j', (text) => expect(readUserId('506914307656634', text)).toBeNull());
});
