import type { JsonObject } from '../world/json.ts';
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
    // `messages` comes without the time of the entry, everything else with it.
    const timed = update.field !== 'messages';
    const key = `${update.wabaId} ${timed}`;
    let entry = entries.get(key);
    if (!entry) {
      entry = { id: update.wabaId, ...(timed && { time: Math.floor(update.at / 1000) }), changes: [] };
      entries.set(key, entry);
    }
    const last = entry.changes.at(-1);
    const joined = last && join(last, update);
    if (joined) entry.changes[entry.changes.length - 1] = joined;
    else entry.changes.push({ field: update.field, value: update.value });
  }
  return { object: 'whatsapp_business_account', entry: [...entries.values()] };
}

/** Statuses of one number share a change, and so do messages; a message and a status never do. */
function join(last: Change, { field, value }: Pending): Change | null {
  if (field !== 'messages' || last.field !== 'messages') return null;
  if (numberIdOf(last.value) !== numberIdOf(value)) return null;
  const list = ['statuses', 'messages'].find((name) => name in last.value && name in value);
  if (!list) return null;
  const contacts = [...listOf(last.value.contacts), ...listOf(value.contacts)];
  return {
    field,
    value: {
      ...last.value,
      ...(contacts.length > 0 && { contacts }),
      [list]: [...listOf(last.value[list]), ...listOf(value[list])],
    } as JsonObject,
  };
}

const numberIdOf = ({ metadata }: JsonObject): unknown =>
  (metadata as JsonObject | undefined)?.phone_number_id;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
