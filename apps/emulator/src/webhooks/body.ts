import type { Json, JsonObject } from '../world/json.ts';
import type { Pending } from './update.ts';

interface Change {
  field: string;
  value: JsonObject;
}

interface Entry {
  id: string;
  time?: number;
  changes: Change[];
}

/** A webhook's body: one entry per account, and neighbours of one number joined into one change. */
export function bodyOf(updates: readonly Pending[]): { object: string; entry: Entry[] } {
  const entries = new Map<string, Entry>();
  for (const update of updates) {
    const entry = entryOf(entries, update);
    const last = entry.changes.at(-1);
    if (!last || !join(last, update)) entry.changes.push({ field: update.field, value: openLists(update) });
  }
  return { object: 'whatsapp_business_account', entry: [...entries.values()] };
}

/** News of accounts, templates and Flows have the time of the entry; what goes on in chats and calls has times of its own. */
function entryOf(entries: Map<string, Entry>, { wabaId, entryId = wabaId, value, at }: Pending): Entry {
  const isTimed = !('metadata' in value);
  const key = `${entryId} ${isTimed}`;
  const known = entries.get(key);
  if (known) return known;
  const entry = { id: entryId, ...(isTimed && { time: Math.floor(at / 1000) }), changes: [] };
  entries.set(key, entry);
  return entry;
}

/** Statuses of one number share a change, and so do messages; a message and a status never do. */
function join(last: Change, { field, value }: Pending): boolean {
  if (field !== 'messages' || last.field !== 'messages') return false;
  if (numberIdOf(last.value) !== numberIdOf(value)) return false;
  const name = ['statuses', 'messages'].find((list) => list in last.value && list in value);
  if (name === undefined) return false;
  for (const list of [name, 'contacts']) {
    const more = listOf(value[list]);
    if (more.length > 0) (last.value[list] = listOf(last.value[list])).push(...more);
  }
  return true;
}

/** A value whose lists may grow without altering the update, which is still needed if it has to be told again. */
function openLists({ field, value }: Pending): JsonObject {
  if (field !== 'messages') return value;
  const lists = ['contacts', 'statuses', 'messages'].filter((name) => Array.isArray(value[name]));
  return { ...value, ...Object.fromEntries(lists.map((name) => [name, [...listOf(value[name])]])) };
}

const numberIdOf = ({ metadata }: JsonObject): unknown =>
  (metadata as JsonObject | undefined)?.phone_number_id;

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
