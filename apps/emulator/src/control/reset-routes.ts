import type { Assembled } from '../assemble.ts';
import { amount, moment, optional, readBody, text } from '../door/reading.ts';
import type { WorldRoutes } from '../door/world-door.ts';
import { makeSample } from '../sample/sample.ts';
import { Random } from '../world/random.ts';

/** Begins the world anew, as it is for everybody who starts it with that seed. */
export function resetRoutes(inside: Assembled): { seed: () => string; routes: WorldRoutes } {
  const { world } = inside.emulator;
  let seed = world.seed;
  world.keep('seed', {
    save: () => [seed],
    restore: ([saved]) => {
      if (typeof saved === 'string') ({ seed } = { seed: saved });
    },
  });
  return {
    seed: () => seed,
    routes: {
      async 'POST /world/reset'({ body }) {
        const given = readBody(body, {
          seed: optional(text),
          now: optional(moment),
          rate: optional(amount(0, 100_000)),
        });
        await world.settle();
        const { seed: next = seed, now = world.clock.now(), rate = world.clock.rate } = given;
        world.restore(
          new Map([
            ['seed', [next]],
            ['clock', [{ now, rate }]],
            ['random', [new Random(next).save()]],
            ['ids', [0]],
          ]),
        );
        await makeSample(inside);
        world.runTime(rate);
        return { seed: next, now, rate };
      },
    },
  };
}
