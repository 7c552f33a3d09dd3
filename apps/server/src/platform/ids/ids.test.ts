import { expect, test } from 'vitest';
import { isUuid, newId, smallestId } from './index.ts';

const start = new Date('2026-11-20T04:30:00.000Z');
const later = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);

test('an id is a UUID of version 7 that says when it was made', () => {
  const id = newId(start);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(isUuid(id)).toBe(true);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(start.getTime());
});

test('ids rise strictly, however many are made in a millisecond and in the ones after it', () => {
  const ids = [
    ...Array.from({ length: 10_000 }, () => newId(later(100))),
    ...Array.from({ length: 10 }, () => newId(later(101))),
    ...Array.from({ length: 5_000 }, () => newId(later(102))),
    newId(later(103)),
    newId(later(200)),
  ];
  expect(ids.every((id, at) => at === 0 || id > ids[at - 1]!)).toBe(true);
});

test('a clock that goes back still makes ids that nobody had', () => {
  const ids = [later(500), later(400), later(500), later(400)].map((now) => newId(now));
  expect(new Set(ids).size).toBe(4);
  expect(ids[1]! < ids[0]!).toBe(true);
});

test('what only looks like a UUID is none', () => {
  const id = newId(start);
  for (const text of [
    '',
    'x',
    id.toUpperCase(),
    `${id} `,
    ` ${id}`,
    `${id}\n`,
    id.slice(1),
    `{${id}}`,
    id.replaceAll('-', ''),
  ]) {
    expect(isUuid(text), text).toBe(false);
  }
});

test('a range of ids by time holds those made in it', () => {
  const id = newId(later(1_000));
  expect(smallestId(later(1_000)) < id).toBe(true);
  expect(id < smallestId(later(1_001))).toBe(true);
  expect(newId(later(999)) < smallestId(later(1_000))).toBe(true);
  expect(isUuid(smallestId(start))).toBe(true);
});
