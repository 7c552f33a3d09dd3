import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';

/** What happens between the program and its database. */
export const lineFaults: Fault[] = [
  {
    name: 'cut-after-commit',
    leaves: ['cut'],
    strike: async ({ line }, chance) => {
      const before = line.cuts;
      const wanted = chance.between(2, 6);
      line.cutsAfterCommit = wanted;
      for (let tries = 0; tries < 60 && line.cuts < before + wanted; tries++) await pause(50);
      line.cutsAfterCommit = 0;
      await pause(200);
    },
  },
  {
    name: 'cut-line',
    leaves: ['unavailable'],
    strike: async ({ line }, chance) => {
      for (let left = chance.between(3, 8); left > 0; left--) {
        line.cut();
        await pause(chance.between(30, 300));
      }
    },
  },
  {
    name: 'silence',
    leaves: ['unavailable', 'slow'],
    strike: async ({ line }, chance) => {
      line.silent = true;
      await pause(chance.between(2_000, 7_000));
      // What was said meanwhile is lost, so these connections are of no use any more.
      line.cut();
      line.silent = false;
      await pause(300);
    },
  },
  {
    name: 'slow-line',
    leaves: ['slow'],
    strike: async ({ line }, chance) => {
      line.delayMilliseconds = chance.between(150, 500);
      await pause(chance.between(2_000, 4_000));
      line.delayMilliseconds = 0;
    },
  },
];
