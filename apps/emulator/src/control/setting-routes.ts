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
      for (const [name, value] of Object.entries(body)) refuseUnfit(current, name, value);
      const { id: _, ...values } = settings.change(current.id, body as JsonObject);
      return values;
    },
  };
}

/** A value must be of the kind that stands there now. */
function refuseUnfit(current: JsonObject, name: string, value: unknown): void {
  const known = Object.keys(current).filter((key) => key !== 'id');
  if (!known.includes(name))
    throw new WorldRefusal(`There is no setting ${name}; there are ${known.join(', ')}.`);
  const [wanted, given] = [kindOf(current[name]), kindOf(value as Json)];
  if (wanted !== given) throw new WorldRefusal(`${name} must be of the kind ${wanted}, not ${given}.`);
  if (typeof value === 'number' && (!Number.isFinite(value) || value < 0))
    throw new WorldRefusal(`${name} must be a number of at least 0.`);
}

const kindOf = (value: Json | undefined): string =>
  Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
