import { expect, test } from 'vitest';
import { day, hour } from '../times.ts';
import { Reach } from './reach.ts';

const add = (reach: Reach, from: number, count: number, at: number): void => {
  for (let person = from; person < from + count; person++) reach.add(`9198${person}`, at);
};

test('people count once however many hours they were reached in, and for a day', () => {
  const reach = new Reach();
  add(reach, 0, 1000, 0);
  add(reach, 500, 1000, 5 * hour);
  expect(Math.abs(reach.people(5 * hour) - 1500)).toBeLessThan(60);
  expect(Math.abs(reach.people(26 * hour) - 1000)).toBeLessThan(50);
  expect(reach.people(30 * hour)).toBe(0);
});

test('what it takes does not grow with the days', () => {
  const reach = new Reach();
  for (let at = 0; at < 10 * day; at += hour) add(reach, 0, 1, at);
  expect(reach.save().length).toBeLessThanOrEqual(24);
});

test('it is the same after it was written down', () => {
  const reach = new Reach();
  add(reach, 0, 3000, hour);
  expect(Reach.restore(reach.save()).people(hour)).toBe(reach.people(hour));
});
