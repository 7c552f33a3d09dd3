import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import { type Effect, type Fault, effectKinds } from '../faults/faults.ts';
import type { Emulator } from '../emulator.ts';
import { isKnownCode } from '../graph/errors.ts';
import { isObject } from '../world/json.ts';

/** What is to go wrong: ordered, listed, called off. */
export function faultRoutes({ world, faults, directory }: Emulator): WorldRoutes {
  return {
    'GET /world/faults': () => [...faults.rules.values()],
    'POST /world/faults'({ body }) {
      const { share = 1, number, at, seconds, after = 0, times } = body;
      const from = world.clock.now() + amount(after, 'after') * 1000;
      const numberId = typeof number === 'string' ? number : undefined;
      if (number !== undefined && numberId === undefined)
        throw new WorldRefusal('number must be the id of a number.');
      if (numberId !== undefined && !directory.numbers.has(numberId))
        throw new WorldRefusal(`There is no number ${numberId}.`, 404);
      const fault: Fault = {
        id: world.ids.next(),
        effect: readEffect(body.effect),
        share: amount(share, 'share', 1),
        from,
        struck: 0,
        ...(numberId !== undefined && { numberId }),
        ...(typeof at === 'string' && { at }),
        ...(seconds !== undefined && { until: from + amount(seconds, 'seconds') * 1000 }),
        ...(times !== undefined && { left: amount(times, 'times') }),
      };
      return faults.rules.put(fault);
    },
    'DELETE /world/faults'() {
      for (const { id } of faults.rules.values()) faults.rules.delete(id);
      return {};
    },
    'DELETE /world/faults/:fault'({ params }) {
      if (!faults.rules.has(params.fault ?? ''))
        throw new WorldRefusal(`There is no fault ${params.fault}.`, 404);
      faults.rules.delete(params.fault ?? '');
      return {};
    },
  };
}

function readEffect(given: unknown): Effect {
  const effect = isObject(given) ? given : {};
  const type = (typeof effect.type === 'string' ? effect.type : '') as Effect['type'];
  if (!Object.hasOwn(effectKinds, type))
    throw new WorldRefusal(`effect.type must be one of ${Object.keys(effectKinds).join(', ')}.`);
  for (const name of effectKinds[type].needs) {
    const value = effect[name];
    if (typeof value !== 'number' || value < 0)
      throw new WorldRefusal(`The effect ${type} needs ${name}, a number.`);
  }
  if (effectKinds[type].needs.includes('code') && !isKnownCode(effect.code as number)) {
    throw new WorldRefusal(`${JSON.stringify(effect.code)} is no documented error code.`);
  }
  return effect as unknown as Effect;
}

function amount(value: unknown, name: string, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof value === 'number' && value >= 0 && value <= most) return value;
  throw new WorldRefusal(`${name} must be a number from 0${most === 1 ? ' to 1' : ''}.`);
}
