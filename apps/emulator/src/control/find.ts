import { WorldRefusal } from '../door/world-door.ts';
import type { Collection, Thing } from '../world/collection.ts';

/** The thing of that id, or a refusal that says what is missing. */
export function find<T extends Thing>(collection: Collection<T>, word: string, id: string | undefined): T {
  const thing = collection.get(id ?? '');
  if (!thing) throw new WorldRefusal(`There is no ${word} ${id}.`, 404);
  return thing;
}
