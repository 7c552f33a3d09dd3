import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';

const hour = 3_600_000;

/** What happens to the program's own process. */
export const programFaults: Fault[] = [
  {
    name: 'kill-program',
    kills: true,
    leaves: ['unanswered'],
    strike: async ({ program }, chance) => {
      await pause(chance.between(0, 900));
      program.kill();
      await program.ready();
    },
  },
  {
    name: 'kill-starting-program',
    kills: true,
    leaves: ['unanswered'],
    strike: async ({ program }, chance) => {
      program.kill();
      await pause(chance.between(300, 2_000));
      program.kill();
      await program.ready();
    },
  },
  {
    name: 'freeze-program',
    leaves: ['slow', 'unanswered'],
    strike: async ({ program }, chance) => {
      program.freeze();
      await pause(chance.between(2_000, 6_000));
      program.thaw();
      await pause(500);
    },
  },
  {
    name: 'move-clock',
    leaves: ['clock'],
    strike: async ({ setClock }, chance) => {
      setClock(chance.pick([hour, -hour, 300_000, -300_000, 26 * hour]));
      await pause(chance.between(2_000, 4_000));
      setClock(0);
      await pause(300);
    },
  },
];
