import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ids } from './ids.ts';
import { Random, shareOf } from './random.ts';

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.next());

describe('chance', () => {
  test('is the same for the same seed and another for another', () => {
    expect(draw(new Random('trikon'), 50)).toEqual(draw(new Random('trikon'), 50));
    expect(draw(new Random('trikon'), 50)).not.toEqual(draw(new Random('trikoo'), 50));
  });

  test('goes on from a saved state as if nothing had happened', () => {
    const random = new Random('a');
    draw(random, 7);
    const copy = new Random(random.save());
    const expected = draw(random, 20);
    expect(draw(copy, 20)).toEqual(expected);
  });

  test('is spread evenly', () => {
    const random = new Random('spread');
    const tens = Array<number>(10).fill(0);
    for (const value of draw(random, 100_000)) tens[Math.floor(value * 10)]! += 1;
    for (const count of tens) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    const hits = Array.from({ length: 20_000 }, () => random.chance(0.02)).filter(Boolean).length;
    expect(Math.abs(hits - 400)).toBeLessThan(100);
  });

  test('is not drawn for what is certain or impossible', () => {
    const random = new Random('sure');
    const before = random.save();
    expect([random.chance(0), random.chance(1), random.chance(2), random.chance(-1)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(random.save()).toEqual(before);
  });

  test('gives whole numbers within their bounds, bounds included', () => {
    const random = new Random('dice');
    const seen = new Set(Array.from({ length: 500 }, () => random.integer(1, 6)));
    expect([...seen].sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('shuffles without losing or doubling anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
        const sorted = (numbers: number[]): number[] => numbers.toSorted((one, other) => one - other);
        expect(sorted(new Random(seed).shuffle(list))).toEqual(sorted(list));
      }),
    );
  });

  test('makes upper-case hex of any length', () => {
    expect(new Random('hex').hex(19)).toMatch(/^[0-9A-F]{19}$/);
    expect(new Random('hex').hex(0)).toBe('');
  });

  test('cannot pick from nothing', () => {
    expect(() => new Random('none').pick([])).toThrow('nothing to pick');
  });
});

test('a person’s share is always the same and spread over people', () => {
  const shares = Array.from({ length: 10_000 }, (_, at) => shareOf(`9198${at}`));
  expect(shareOf('919876543210')).toBe(shareOf('919876543210'));
  expect(Math.abs(shares.filter((share) => share < 0.3).length - 3000)).toBeLessThan(200);
});

test('ids are 15 digits, never the same twice, rising, and safe as numbers', () => {
  const ids = new Ids(new Random('ids'));
  const made = Array.from({ length: 20_000 }, () => ids.next());
  expect(new Set(made).size).toBe(made.length);
  expect(made.every((id) => /^\d{15}$/.test(id) && Number.isSafeInteger(Number(id)))).toBe(true);
  expect(made.every((id, at) => at === 0 || id > (made[at - 1] ?? ''))).toBe(true);
});
