import type { FieldValue } from '@trikon/contract';
import type { AnyTx } from '../contacts-parts.ts';
import { nameKey } from '../search/search-key.ts';

/** As columns of contacts are named, since they are kept with the merge. Times are text, as JSON has them. */
export interface Attributes {
  name: string | null;
  profile_name: string | null;
  username: string | null;
  phone: string | null;
  wa_id: string | null;
  user_id: string | null;
  country: string | null;
  language: string | null;
  time_zone: string | null;
  blocked_at: string | null;
  email: string | null;
  city: string | null;
  owner_id: string | null;
  /** Own fields, each as an attribute of its own, so that they are filled and taken back one by one. */
  [field: OwnField]: FieldValue | null | undefined;
}

/** `fields.` and the key of one of the workspace's own fields. */
type OwnField = `fields.${string}`;
type AttributeName = Exclude<keyof Attributes, number>;

export interface Mergeable {
  workspaceId: string;
  contactId: string;
  mergedInto: string | null;
  attributes: Attributes;
  tags: string[];
  identities: string[];
  merged: string[];
}

/** What of these contacts a merge moves. Whoever merges holds them before. */
export async function readMergeable(
  tx: AnyTx,
  contacts: readonly { workspaceId: string; contactId: string }[],
): Promise<Map<string, Mergeable>> {
  const rows = await tx.sql<Mergeable & { fields: Record<string, FieldValue> }>(
    `select contact.workspace_id as "workspaceId", contact.contact_id as "contactId", merged_into as "mergedInto",
       json_build_object('name', name, 'profile_name', profile_name, 'username', username, 'phone', phone,
         'wa_id', wa_id, 'user_id', user_id, 'country', country, 'language', language, 'time_zone', time_zone,
         'blocked_at', blocked_at, 'email', email, 'city', city, 'owner_id', owner_id) as attributes, tags, fields,
       array(select identity_id from contact_identities one
         where one.workspace_id = contact.workspace_id and one.contact_id = contact.contact_id order by identity_id) as identities,
       array(select contact_id from contacts other
         where other.workspace_id = contact.workspace_id and other.merged_into = contact.contact_id order by contact_id) as merged
     from contacts contact
     where exists (select from unnest($1::uuid[], $2::uuid[]) as asked (workspace_id, contact_id)
       where asked.workspace_id = contact.workspace_id and asked.contact_id = contact.contact_id)`,
    [contacts.map((each) => each.workspaceId), contacts.map((each) => each.contactId)],
  );
  return new Map(
    rows.map(({ fields, attributes, ...row }) => [
      row.contactId,
      { ...row, attributes: { ...attributes, ...attributesOf(fields) } },
    ]),
  );
}

const attributesOf = (fields: Record<string, FieldValue>): Partial<Attributes> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [`fields.${key}`, value]));

/** Columns of contacts, of which `fields` is one, with how the names are found. */
export function columnsOf(attributes: Attributes): Record<string, unknown> {
  const entries = Object.entries(attributes);
  const own = entries.filter(([name, value]) => name.startsWith('fields.') && value !== null);
  const fields = Object.fromEntries(own.map(([name, value]) => [name.slice('fields.'.length), value]));
  const plain = Object.fromEntries(entries.filter(([name]) => !name.startsWith('fields.')));
  const { name, profile_name: profileName } = attributes;
  return { ...plain, fields, name_key: nameKey(name), profile_key: nameKey(profileName) };
}

export const valueOf = (attributes: Partial<Attributes>, name: string): FieldValue | null =>
  attributes[name as AttributeName] ?? null;

export const sameValue = (one: FieldValue | null, other: FieldValue | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A phone goes with how Meta writes it, or not at all. */
export function gapsFilled(stays: Attributes, goes: Attributes): Partial<Attributes> {
  const given = Object.entries(goes).filter(
    ([name, value]) => value !== null && valueOf(stays, name) === null && name !== 'wa_id',
  );
  const filled = Object.fromEntries(given) as Partial<Attributes>;
  return filled.phone && goes.wa_id !== null ? { ...filled, wa_id: goes.wa_id } : filled;
}

/** What people note, of which they may choose; what WhatsApp tells is as it is. */
const chosen = new Set<string>(['name', 'email', 'city', 'language', 'time_zone', 'owner_id']);

/** Names of what both have something else in. */
export const conflictsOf = (stays: Attributes, goes: Attributes): string[] =>
  Object.keys(goes).filter((name) => {
    const [kept, given] = [valueOf(stays, name), valueOf(goes, name)];
    const isChosen = chosen.has(name) || name.startsWith('fields.');
    return isChosen && kept !== null && given !== null && !sameValue(kept, given);
  });
