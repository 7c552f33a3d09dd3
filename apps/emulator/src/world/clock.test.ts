import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Clock } from './clock.ts';

function clockAt(rate: number) {
  const machine = { now: 0 };
  return { machine, clock: new Clock({ now: 1000, rate }, () => machine.now) };
}

test('a frozen clock stands still however long the machine runs', () => {
  const { machine, clock } = clockAt(0);
  machine.now = 86_400_000;
  expect(clock.now()).toBe(1000);
  expect(clock.until(1001)).toBeNull();
  expect(clock.until(1000)).toBe(0);
});

test('time runs at the chosen rate, and a new rate counts from where the time is', () => {
  const { machine, clock } = clockAt(60);
  machine.now = 1000;
  expect(clock.now()).toBe(61_000);
  expect(clock.seconds()).toBe(61);
  expect(clock.until(121_000)).toBe(1000);
  clock.run(1);
  machine.now = 1500;
  expect(clock.now()).toBe(61_500);
});

test('a jump moves on and goes on from there; a jump to the past changes nothing', () => {
  const { machine, clock } = clockAt(1);
  clock.jump(50_000);
  machine.now = 10;
  expect(clock.now()).toBe(50_010);
  clock.jump(2000);
  expect(clock.now()).toBe(50_010);
});

test('a moment or a rate that is no number is refused before it can break the clock', () => {
  const { clock } = clockAt(1);
  expect(() => clock.jump(NaN)).toThrow(RangeError);
  expect(() => clock.run(-1)).toThrow(RangeError);
  expect(() => clock.run(Infinity)).toThrow(RangeError);
  expect(clock.now()).toBe(1000);
});

test('a saved clock is taken up with its rate, even when that lies in the past', () => {
  const { machine, clock } = clockAt(1000);
  const saved = clock.save();
  clock.jump(9_000_000);
  clock.restore(saved);
  machine.now = 1;
  expect(clock.now()).toBe(2000);
});

test('time never goes back, whatever is done to the clock', () => {
  const step = fc.oneof(
    fc.record({ run: fc.double({ min: 0, max: 100_000, noNaN: true }) }),
    fc.record({ jump: fc.integer({ min: -1_000_000, max: 1_000_000_000 }) }),
    fc.record({ pass: fc.double({ min: 0, max: 10_000, noNaN: true }) }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { machine, clock } = clockAt(1);
      for (const one of steps) {
        const before = clock.now();
        if ('run' in one) clock.run(one.run);
        else if ('jump' in one) clock.jump(one.jump);
        else machine.now += one.pass;
        expect(clock.now()).toBeGreaterThanOrEqual(before);
      }
    }),
  );
});
