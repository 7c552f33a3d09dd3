import { amount, moment, optional, readBody } from '../door/reading.ts';
import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import type { World } from '../world/world.ts';

const fastest = 100_000;
const farthest = 400 * 24 * 3_600_000;

/** The world's time: read it, let it stand or run, move it on. */
export function timeRoutes(world: World): WorldRoutes {
  const show = () => ({ now: world.clock.now(), rate: world.clock.rate });
  return {
    'GET /world/clock': show,
    async 'POST /world/clock'({ body }) {
      const { rate, advance, to } = readBody(body, {
        rate: optional(amount(0, fastest)),
        advance: optional(amount(0, farthest)),
        to: optional(moment),
      });
      if (rate === undefined && advance === undefined && to === undefined) {
        throw new WorldRefusal(
          'The clock takes rate (0 stands still), advance (milliseconds) or to (a moment in ISO 8601).',
        );
      }
      const way = to === undefined ? 0 : to - world.clock.now();
      if (way < 0 || way > farthest)
        throw new WorldRefusal('to must lie ahead, and at most 400 days from now: time never goes back.');
      if (rate !== undefined) world.runTime(rate);
      if (advance !== undefined) await world.travel(advance);
      if (to !== undefined) await world.travel(Math.max(0, to - world.clock.now()));
      return show();
    },
  };
}
