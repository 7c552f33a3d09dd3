import type { Tx } from '../../../../platform/db/index.ts';
import { newId } from '../../../../platform/ids/index.ts';
import { nameKey } from '../../search/search-key.ts';
import type { ImportRow } from '../rows/read-row.ts';
import type { KnownContact } from './merge-row.ts';

export interface NewContact extends ImportRow {
  phone: string;
  tagIds: readonly string[];
}

/**
 * Contacts with their phones, as one statement: the unique index of identities decides who comes first, and only whose
 * phone was free becomes a contact. Says who did, by phone.
 */
export async function insertContacts(tx: Tx, rows: readonly NewContact[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const created = await tx.sql<{ phone: string; contactId: string }>(
    `with given as materialized (
       select * from jsonb_to_recordset($2::jsonb) as row (contact_id uuid, identity_id uuid, phone text, country text, name text,
         name_key text, email text, city text, language text, owner_id uuid, tags uuid[], fields jsonb)
     ), taken as (
       insert into contact_identities (workspace_id, identity_id, contact_id, kind, value, first_seen_at, last_seen_at)
       select $1, identity_id, contact_id, 'phone', phone, $3, $3 from given order by phone
       on conflict (workspace_id, kind, value) where ended_at is null do nothing
       returning contact_id, value
     )
     insert into contacts (workspace_id, contact_id, phone, country, name, name_key, email, city, language, owner_id, tags,
       fields, source, created_at, updated_at)
     select $1, given.contact_id, given.phone, country, name, name_key, email, city, language, owner_id, tags, fields,
       'import', $3, $3
     from given join taken using (contact_id)
     returning phone, contact_id as "contactId"`,
    [tx.workspaceId, JSON.stringify(rows.map((row) => newRow(row, tx.now))), tx.now],
  );
  return new Map(created.map(({ phone, contactId }) => [phone, contactId]));
}

const newRow = (row: NewContact, now: Date) => ({
  contact_id: newId(now),
  identity_id: newId(now),
  phone: row.phone,
  country: row.country,
  name: row.name,
  name_key: nameKey(row.name),
  email: row.email,
  city: row.city,
  language: row.language,
  owner_id: row.ownerId,
  tags: row.tagIds,
  fields: row.fields,
});

/** What is noted of contacts that are held. */
export async function writeKnown(tx: Tx, contacts: readonly KnownContact[]): Promise<void> {
  if (contacts.length === 0) return;
  await tx.sql(
    `update contacts contact
     set name = given.name, name_key = given.name_key, email = given.email, city = given.city, language = given.language,
       owner_id = given.owner_id, tags = given.tags, fields = given.fields, updated_at = $3
     from jsonb_to_recordset($2::jsonb) as given (contact_id uuid, name text, name_key text, email text, city text,
       language text, owner_id uuid, tags uuid[], fields jsonb)
     where contact.workspace_id = $1 and contact.contact_id = given.contact_id`,
    [tx.workspaceId, JSON.stringify(contacts.map(knownRow)), tx.now],
  );
}

const knownRow = (contact: KnownContact) => ({
  contact_id: contact.contactId,
  name: contact.name,
  name_key: nameKey(contact.name),
  email: contact.email,
  city: contact.city,
  language: contact.language,
  owner_id: contact.ownerId,
  tags: contact.tags,
  fields: contact.fields,
});
