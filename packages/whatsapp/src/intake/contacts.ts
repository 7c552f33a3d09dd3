import { isObject, type Json, type JsonObject, textIn } from '../json/lossless-json.ts';

const numbersOfItems = ['from', 'recipient_participant_id', 'recipient_id', 'wa_id', 'to'];
const idsOfItems = [
  'from_user_id',
  'recipient_participant_user_id',
  'recipient_user_id',
  'user_id',
  'to_user_id',
];

/** Finds the customer whom an item is about among those that came beside it. */
export function contactFinder(
  contacts: Json | undefined,
  items: number,
): (item: Json) => JsonObject | undefined {
  const known = Array.isArray(contacts) ? contacts.filter(isObject) : [];
  if (known.length === 0) return () => undefined;
  const byNumber = new Map(known.map((contact) => [textIn(contact, 'wa_id'), contact]));
  const byId = new Map(known.map((contact) => [textIn(contact, 'user_id'), contact]));
  // With one of each there is nobody else it could be.
  const only = known.length === 1 && items === 1 ? known[0] : undefined;
  return (item) => find(item, byId, idsOfItems) ?? find(item, byNumber, numbersOfItems) ?? only;
}

function find(
  item: Json,
  known: ReadonlyMap<string | undefined, JsonObject>,
  names: readonly string[],
): JsonObject | undefined {
  for (const name of names) {
    const id = textIn(item, name);
    const contact = id === undefined ? undefined : known.get(id);
    if (contact !== undefined) return contact;
  }
  return undefined;
}
