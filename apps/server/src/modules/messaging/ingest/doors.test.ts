import { beforeEach, expect, test } from 'vitest';
import { movableClock } from '../../../platform/clock/index.ts';
import { Doors, type Door } from './doors.ts';

const real = 'a-door-that-is-real';
const door: Door = { workspaceId: 'w', appId: 'a', secrets: ['s'] };
let clock = movableClock();
let lookUps: string[] = [];
let answer: (name: string) => Promise<Door | null>;
let doors: Doors;

beforeEach(() => {
  clock = movableClock();
  lookUps = [];
  answer = (name) => Promise.resolve(name === real ? door : null);
  doors = new Doors({
    clock,
    find: (name) => {
      lookUps.push(name);
      return answer(name);
    },
  });
});

const guess = (nth: number): string => `somewhere-${String(nth).padStart(8, '0')}`;

test('a door is looked up once in a few seconds, however many come at once', async () => {
  const found = await Promise.all(Array.from({ length: 20 }, () => doors.find(real, '1.1.1.1')));
  expect(found.every((each) => each === door)).toBe(true);
  clock.advance(4_999);
  await doors.find(real, '1.1.1.1');
  expect(lookUps).toHaveLength(1);
  clock.advance(1);
  await doors.find(real, '1.1.1.1');
  expect(lookUps).toHaveLength(2);
});

test('a door that was closed is closed within seconds', async () => {
  await doors.find(real, '1.1.1.1');
  answer = () => Promise.resolve(null);
  clock.advance(5_000);
  expect(await doors.find(real, '1.1.1.1')).toBeNull();
});

test('a clock that was set back keeps no old secret', async () => {
  clock.advance(3_600_000);
  await doors.find(real, '1.1.1.1');
  clock.advance(-3_600_000);
  await doors.find(real, '1.1.1.1');
  expect(lookUps).toHaveLength(2);
});

test('a look-up that failed is tried again at once', async () => {
  answer = () => Promise.reject(new Error('the database is away'));
  await expect(doors.find(real, '1.1.1.1')).rejects.toThrow('away');
  answer = () => Promise.resolve(door);
  expect(await doors.find(real, '1.1.1.1')).toBe(door);
});

test('what cannot be a door is not looked up', async () => {
  for (const name of ['', 'short', 'a'.repeat(65), "a'; drop table doors --", '../../../../etc/passwd'])
    expect(await doors.find(name, '1.1.1.1')).toBeNull();
  expect(lookUps).toEqual([]);
});

test('who guesses is refused without a look-up, while known doors stay open to the same address', async () => {
  await doors.find(real, '1.1.1.1');
  for (let nth = 0; nth < 60; nth++) expect(await doors.find(guess(nth), '1.1.1.1')).toBeNull();
  const before = lookUps.length;
  await expect(doors.find(guess(60), '1.1.1.1')).rejects.toMatchObject({ code: 'rate_limited' });
  expect(lookUps).toHaveLength(before);
  clock.advance(6_000);
  expect(await doors.find(real, '1.1.1.1')).toBe(door);
  expect(await doors.find(guess(61), '2.2.2.2')).toBeNull();
  clock.advance(60_000);
  expect(await doors.find(guess(62), '1.1.1.1')).toBeNull();
});

test('guesses from everywhere take a bounded place', async () => {
  for (let nth = 0; nth < 25_000; nth++) await doors.find(guess(nth), `ip ${nth}`);
  await doors.find(guess(24_999), 'ip 1');
  expect(lookUps).toHaveLength(25_000);
  await doors.find(guess(0), 'ip 1');
  expect(lookUps).toHaveLength(25_001);
});
