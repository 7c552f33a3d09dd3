/** Where the program learns what time it is. Domain code never asks the machine, so a test can live a month in a second. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export interface MovableClock extends Clock {
  moveTo(instant: Date): void;
  advance(milliseconds: number): void;
}

export function movableClock(start = new Date('2026-11-20T04:30:00.000Z')): MovableClock {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    moveTo: (instant) => {
      current = instant.getTime();
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}
