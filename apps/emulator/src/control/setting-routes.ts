import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import type { Json, JsonObject } from '../world/json.ts';
import type { World } from '../world/world.ts';

/** How the world behaves where Meta leaves a choice or names no figure. */
export function settingRoutes(world: World): WorldRoutes {
  const { settings } = world;
  return {
    'GET /world/settings': () =>
      Object.fromEntries([...settings.values()].map(({ id, ...values }) => [id, values])),
    'PATCH /world/settings/:name'({ params, body }) {
      const current = settings.get(params.name ?? '');
      if (!current)
        throw new WorldRefusal(
          `There are no settings ${params.name}; there are ${[...settings.values()].map(({ id }) => id).join(', ')}.`,
          404,
        );
      for (const [name, value] of Object.entries(body)) refuseUnfit(current, name, value as Json);
      const { id: _, ...values } = settings.change(current.id, body as JsonObject);
      return values;
    },
  };
}

/** A value must be of the kind that stands there now. */
function refuseUnfit(current: JsonObject, name: string, value: Json): void {
  const known = Object.keys(current).filter((key) => key !== 'id');
  if (!known.includes(name))
    throw new WorldRefusal(`There is no setting ${name}; there are ${known.join(', ')}.`);
  const [wanted, given] = [kindOf(current[name]), kindOf(value)];
  if (wanted !== given) throw new WorldRefusal(`${name} must be of the kind ${wanted}, not ${given}.`);
  if (Array.isArray(value)) refuseList(current[name] as Json[], name, value);
  else if (wanted === 'number') refuseNumber(name, value, name.endsWith('Share') ? 1 : Infinity);
}

/** Two numbers are the ends of a span; other lists hold words. */
function refuseList(current: Json[], name: string, value: Json[]): void {
  if (typeof current[0] !== 'number') {
    if (!value.every((one) => typeof one === 'string')) throw new WorldRefusal(`${name} must hold texts.`);
    return;
  }
  for (const one of value) refuseNumber(name, one, Infinity);
  const [from = 0, to = 0] = value as number[];
  if (value.length !== current.length || from > to)
    throw new WorldRefusal(`${name} must be two numbers, the smaller first.`);
}

function refuseNumber(name: string, value: Json, most: number): void {
  if (typeof value === 'number' && value >= 0 && value <= most) return;
  throw new WorldRefusal(`${name} must be a number of at least 0${most === 1 ? ' and at most 1' : ''}.`);
}

const kindOf = (value: Json | undefined): string =>
  Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
