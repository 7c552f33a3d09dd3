import { contactFinder } from './contacts.ts';
import { kindsOfFields, type Lists, listsOfFields } from './kinds.ts';
import { isObject, type Json, type JsonObject, textIn } from '../json/lossless-json.ts';
import { naturalKey } from './natural-key.ts';
import type { Update, UpdateKind } from './update.ts';

/** Whose change it is, and when. */
interface Entry {
  wabaId: string;
  time: Json | undefined;
}

/** Every update of a delivery, one after another. What has an unexpected shape comes as `unknown`, and the rest with it. */
export function* flatten(entries: readonly Json[]): Generator<Update> {
  for (const given of entries) {
    const entry = { wabaId: textIn(given, 'id') ?? '', time: isObject(given) ? given.time : undefined };
    const changes = isObject(given) ? given.changes : undefined;
    if (Array.isArray(changes)) for (const change of changes) yield* flattenChange(entry, change);
    else yield unknown(entry, given);
  }
}

function* flattenChange(entry: Entry, change: Json): Generator<Update> {
  const field = textIn(change, 'field');
  const value = isObject(change) ? change.value : undefined;
  if (field !== undefined && isObject(value)) yield* flattenValue(entry, field, value);
  else yield unknown(entry, change, field);
}

function* flattenValue(entry: Entry, field: string, value: JsonObject): Generator<Update> {
  const place = { entry, field: fieldByContent(field, value), phoneNumberId: numberOf(value) };
  const lists = listsOfFields.get(field);
  // Standby wraps its lists once more.
  const inner = field === 'standby' && isObject(value.standby) ? value.standby : value;
  const hasLists = lists && Object.keys(lists).some((name) => Array.isArray(inner[name]));
  if (hasLists) yield* flattenLists(place, inner, lists);
  else yield make(place, kindsOfFields.get(field) ?? 'unknown', value);
}

interface Place {
  entry: Entry;
  field: string;
  phoneNumberId: string | undefined;
}

function* flattenLists(place: Place, value: JsonObject, lists: Lists): Generator<Update> {
  const found = Object.entries(lists).flatMap(([name, kind]) => {
    const items = value[name];
    return Array.isArray(items) ? [{ name, kind, items }] : [];
  });
  const count = found.reduce((sum, { items }) => sum + items.length, 0);
  const contactOf = contactFinder(value.contacts, count);
  const beside = besides(value, new Set(found.map(({ name }) => name)));
  for (const { kind, items } of found) {
    for (const item of items) {
      yield make(place, isObject(item) ? kindOfItem(kind, item) : 'unknown', item, {
        contact: contactOf(item),
        beside,
      });
    }
  }
}

const wellKnown = new Set(['messaging_product', 'metadata', 'contacts', 'standby']);

function besides(value: JsonObject, lists: ReadonlySet<string>): JsonObject | undefined {
  const rest = Object.entries(value).filter(([name]) => !wellKnown.has(name) && !lists.has(name));
  return rest.length > 0 ? Object.fromEntries(rest) : undefined;
}

const kindOfItem = (kind: UpdateKind, item: JsonObject): UpdateKind =>
  kind === 'status' && item.type === 'payment' ? 'payment' : kind;

/** Meta's own sample of a quality update carries the field of status updates. */
const fieldByContent = (field: string, value: JsonObject): string =>
  field === 'message_template_status_update' && value.new_quality_score !== undefined
    ? 'message_template_quality_update'
    : field;

const numberOf = (value: JsonObject): string | undefined =>
  textIn(value.metadata, 'phone_number_id') ?? textIn(value.recipient, 'phone_number_id');

function unknown(entry: Entry, value: Json, field = ''): Update {
  return make({ entry, field, phoneNumberId: undefined }, 'unknown', value);
}

interface Company {
  contact?: JsonObject | undefined;
  beside?: JsonObject | undefined;
}

function make(place: Place, kind: UpdateKind, value: Json, company: Company = {}): Update {
  const { entry, field, phoneNumberId } = place;
  const key = naturalKey({ kind, field, phoneNumberId, value, ...entry });
  const at = timeOf(value) ?? milliseconds(entry.time);
  // The shapes are Meta's word, which is why nothing in them is sure to be there.
  return {
    kind,
    key,
    field,
    wabaId: entry.wabaId,
    phoneNumberId,
    at,
    value,
    ...company,
  } as unknown as Update;
}

const timeOf = (value: Json): number | undefined =>
  isObject(value)
    ? milliseconds(value.timestamp ?? (isObject(value.metadata) ? value.metadata.timestamp : undefined))
    : undefined;

/** Seconds, as a number in some fields and as text in others. */
function milliseconds(seconds: Json | undefined): number | undefined {
  if (typeof seconds !== 'number' && typeof seconds !== 'string') return undefined;
  const value = Number(seconds);
  return value > 0 && value < 1e11 ? Math.round(value * 1000) : undefined;
}
