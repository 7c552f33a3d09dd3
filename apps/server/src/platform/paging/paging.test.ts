import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor, pageOf } from './index.ts';

const id = '01a1f737-ed40-7008-b462-862b135c733c';

describe('a cursor', () => {
  test('comes back as the key that it was made of', () => {
    const key = ['Meera Patel – मीरा', id];
    expect(decodeCursor(encodeCursor(key), ['text', 'uuid'])).toEqual(key);
    expect(decodeCursor(encodeCursor(['2026-11-20T04:30:00.000Z', 7]), ['time', 'number'])).toHaveLength(2);
  });

  test('is nothing when there is none', () => {
    expect(decodeCursor(undefined, ['uuid'])).toBeNull();
  });

  const wrong: Record<string, string> = {
    empty: '',
    'no base64': '%%%',
    'no JSON': Buffer.from('{').toString('base64url'),
    'no list': encodeCursor({ length: 1, 0: id } as unknown as string[]),
    'too short': encodeCursor([]),
    'too long': encodeCursor([id, id]),
    'another kind': encodeCursor([7]),
    'no id': encodeCursor(['x']),
    'an id in capitals': encodeCursor([id.toUpperCase()]),
    'an id and more': encodeCursor([`${id}'--`]),
  };

  test.each(Object.entries(wrong))('that is %s is refused', (_, cursor) => {
    expect(() => decodeCursor(cursor, ['uuid'])).toThrow(/exactly as a page returned it/);
  });

  test.each([
    '12',
    'now',
    '2026',
    '0000-01-01T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
    '2026-99-01T00:00:00.000Z',
  ])('of the time %s is refused', (time) => {
    expect(() => decodeCursor(encodeCursor([time]), ['time'])).toThrow(/exactly as/);
  });

  test.each([['a\u0000b'], ['\ud83d']])('of text that cannot be stored is refused', (text) => {
    expect(() => decodeCursor(Buffer.from(JSON.stringify([text])).toString('base64url'), ['text'])).toThrow(
      /exactly as/,
    );
  });
});

describe('a page', () => {
  const keyOf = (row: string) => [row];

  test('of fewer rows than asked for is the last', () => {
    expect(pageOf(['a', 'b'], 3, keyOf)).toEqual({ items: ['a', 'b'], nextCursor: null });
    expect(pageOf([], 3, keyOf)).toEqual({ items: [], nextCursor: null });
    expect(pageOf(['a', 'b', 'c'], 3, keyOf).nextCursor).toBeNull();
  });

  test('with a row too many goes on after the last that it shows', () => {
    const page = pageOf(['a', 'b', 'c', 'd'], 3, keyOf);
    expect(page.items).toEqual(['a', 'b', 'c']);
    expect(decodeCursor(page.nextCursor!, ['text'])).toEqual(['c']);
  });
});
