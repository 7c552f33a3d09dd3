import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GraphError } from '../graph/errors.ts';
import { readFilter } from './filter.ts';
import type { Product } from './records.ts';

const productOf = (given: Partial<Product>): Product => ({
  id: '100000000000001',
  catalogId: '1',
  retailerId: 'SS-SAR-101',
  name: 'Banarasi Silk Saree',
  description: 'Pure silk',
  minor: 899_900,
  currency: 'INR',
  availability: 'in stock',
  condition: 'new',
  imageUrl: '',
  url: '',
  visibility: 'published',
  review: 'APPROVED',
  more: { product_type: 'Saree', brand: 'Surat Silks' },
  createdAt: 0,
  updatedAt: 0,
  ...given,
});

const fits = (rule: unknown, given: Partial<Product> = {}): boolean => readFilter(rule)(productOf(given));

function refusal(rule: unknown): number | undefined {
  try {
    readFilter(rule);
    return undefined;
  } catch (error) {
    return error instanceof GraphError ? error.code : Number.NaN;
  }
}

describe('a rule of a product set', () => {
  test('names products by their number or by what they are', () => {
    expect(fits({ retailer_id: { is_any: ['SS-SAR-101', 'SS-SAR-102'] } })).toBe(true);
    expect(fits({ retailer_id: { is_any: ['SS-SAR-102'] } })).toBe(false);
    expect(fits({ product_type: { i_contains: 'saree' } })).toBe(true);
    expect(fits({ product_type: { contains: 'saree' } })).toBe(false);
    expect(fits({ name: { i_starts_with: 'banarasi' } })).toBe(true);
    expect(fits({ name: { eq: 'बनारसी दुपट्टा' } }, { name: 'बनारसी दुपट्टा' })).toBe(true);
  });

  test('compares prices in paise, and never what is not there', () => {
    expect(fits({ price: { lte: 899_900 } })).toBe(true);
    expect(fits({ price: { gt: 899_900 } })).toBe(false);
    expect(fits({ sale_price: { lt: 1_000_000 } })).toBe(false);
  });

  test('joins rules by and, or', () => {
    const silk = { name: { contains: 'Silk' } };
    const cheap = { price: { lt: 100_000 } };
    expect(fits({ and: [silk, cheap] })).toBe(false);
    expect(fits({ or: [silk, cheap] })).toBe(true);
  });

  test('is the contrary of its opposite for every product', () => {
    const pairs = [
      ['eq', 'neq'],
      ['contains', 'not_contains'],
      ['i_contains', 'i_not_contains'],
    ] as const;
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...pairs), (name, wanted, [one, other]) => {
        expect(fits({ name: { [one]: wanted } }, { name })).toBe(
          !fits({ name: { [other]: wanted } }, { name }),
        );
      }),
    );
  });

  test('is refused when it is none', () => {
    const deep = Array.from({ length: 20 }).reduce<unknown>((rule) => ({ and: [rule] }), {
      name: { eq: 'x' },
    });
    for (const rule of [
      null,
      'x',
      [],
      {},
      { a: 1, b: 2 },
      { and: [] },
      { and: {} },
      { secret: { eq: 1 } },
      deep,
    ])
      expect(refusal(rule), JSON.stringify(rule)).toBe(100);
    expect(refusal({ name: { like: 'x' } })).toBe(100);
    expect(refusal({ constructor: { eq: 'x' } })).toBe(100);
    expect(refusal({ name: { constructor: 'x' } })).toBe(100);
  });
});
