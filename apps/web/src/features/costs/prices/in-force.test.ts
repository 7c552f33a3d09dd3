import { expect, it } from 'vitest';
import { byPlace, keyOf, standingsOn } from './in-force.ts';
import type { Price } from './prices-query.ts';

const price = (category: Price['category'], validFrom: string, country = 'IN'): Price => ({
  entryId: null,
  note: null,
  currency: 'INR',
  country,
  category,
  validFrom,
  micros: 1,
});

const card = [
  price('marketing', '2025-07-01'),
  price('marketing', '2026-01-01'),
  price('marketing', '2027-01-01'),
  price('utility', '2025-07-01'),
  price('marketing', '2026-06-01', 'AE'),
];

it('tells which price holds today, which held before and which is to come', () => {
  const standing = standingsOn('2026-11-21', card);
  expect(card.map((one) => standing.get(keyOf(one)))).toEqual(['past', 'today', 'later', 'today', 'today']);
  expect(standingsOn('2027-01-01', card).get(keyOf(card[2]!))).toBe('today');
});

it('puts prices for the same thing together, the newest first', () => {
  expect(
    card.toSorted(byPlace).map(({ country, category, validFrom }) => `${country} ${category} ${validFrom}`),
  ).toEqual([
    'AE marketing 2026-06-01',
    'IN marketing 2027-01-01',
    'IN marketing 2026-01-01',
    'IN marketing 2025-07-01',
    'IN utility 2025-07-01',
  ]);
});
