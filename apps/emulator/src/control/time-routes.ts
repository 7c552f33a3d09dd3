import type { WorldRoutes } from '../door/world-door.ts';
import { WorldRefusal } from '../door/world-door.ts';
import type { World } from '../world/world.ts';

const fastest = 100_000;
const farthest = 400 * 24 * 3_600_000;

/** The world's time: read it, let it stand or run, move it on. */
export function timeRoutes(world: World): WorldRoutes {
  const show = () => ({ now: world.clock.now(), rate: world.clock.rate });
  return {
    'GET /world/clock': show,
    async 'POST /world/clock'({ body }) {
      const { rate, advance, to } = body;
      if (rate === undefined && advance === undefined && to === undefined) {
        throw new WorldRefusal(
          'The clock takes rate (0 stands still), advance (milliseconds) or to (a moment in ISO 8601).',
        );
      }
      if (rate !== undefined) world.runTime(numberWithin(rate, 'rate', fastest));
      if (advance !== undefined) await world.travel(numberWithin(advance, 'advance', farthest));
      if (to !== undefined)
        await world.travel(numberWithin(momentOf(to) - world.clock.now(), 'to', farthest));
      return show();
    },
  };
}

function momentOf(text: unknown): number {
  const moment = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment)) throw new WorldRefusal('to must be a moment such as 2026-12-01T09:00:00+05:30.');
  return moment;
}

function numberWithin(value: unknown, name: string, most: number): number {
  if (typeof value === 'number' && value >= 0 && value <= most) return value;
  throw new WorldRefusal(
    `${name} must lie between 0 and ${most}${name === 'to' ? ' milliseconds from now' : ''}.`,
  );
}
