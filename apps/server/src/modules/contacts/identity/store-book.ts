import type { AnyTx } from '../contacts-parts.ts';
import { nameKey } from '../search/search-key.ts';
import type { IdentityBook } from './book.ts';
import type { ContactFacts, Identity } from './rows.ts';

/**
 * Writes what the book changed. False when somebody else took one of the identities in the meantime: then nothing is
 * written, and what they wrote can be read.
 */
export async function storeBook(tx: AnyTx, book: IdentityBook): Promise<boolean> {
  const taking = book.identities.new.size > 0;
  if (taking) await tx.sql('savepoint identities');
  if (book.identities.changed.size > 0) await updateIdentities(tx, book);
  if (taking && !(await insertNew(tx, book))) {
    await tx.sql('rollback to savepoint identities');
    return false;
  }
  if (taking) await tx.sql('release savepoint identities');
  if (book.contacts.changed.size > 0) await updateContacts(tx, book);
  return true;
}

/** Times only ever widen and an end is never taken back, so that two who write at once agree. */
async function updateIdentities(tx: AnyTx, book: IdentityBook): Promise<void> {
  await tx.sql(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as row ${identityColumns}),
     held as (
       select workspace_id, identity_id from contact_identities join given using (workspace_id, identity_id)
       order by workspace_id, identity_id for no key update of contact_identities
     )
     update contact_identities one
     set first_seen_at = least(one.first_seen_at, given.first_seen_at),
       last_seen_at = greatest(one.last_seen_at, given.last_seen_at),
       ended_at = least(one.ended_at, given.ended_at), wa_id = given.wa_id, phone = given.phone,
       portfolio = case one.portfolio when '' then given.portfolio else one.portfolio end
     from held join given using (workspace_id, identity_id)
     where one.workspace_id = held.workspace_id and one.identity_id = held.identity_id`,
    [JSON.stringify(Array.from(book.identities.changed, identityRow))],
  );
}

/** The unique index decides between two who insert the same; both insert in its order, so neither waits in a circle. */
async function insertNew(tx: AnyTx, book: IdentityBook): Promise<boolean> {
  const identities = Array.from(book.identities.new, identityRow);
  const taken = await tx.sql(
    `with contact as (
       insert into contacts (workspace_id, contact_id, profile_name, profile_key, username, phone, wa_id, user_id, country, source,
         created_at, updated_at)
       select workspace_id, contact_id, profile_name, profile_key, username, phone, wa_id, user_id, country, source, $3, $3
       from jsonb_to_recordset($2::jsonb) as row ${contactColumns}
     )
     insert into contact_identities (workspace_id, identity_id, contact_id, kind, value, wa_id, portfolio, phone,
       first_seen_at, last_seen_at, ended_at)
     select workspace_id, identity_id, contact_id, kind, value, wa_id, portfolio, phone, first_seen_at, last_seen_at, ended_at
     from jsonb_to_recordset($1::jsonb) as row ${identityColumns}
     order by workspace_id, kind, value
     on conflict (workspace_id, kind, value) where ended_at is null do nothing
     returning identity_id`,
    [JSON.stringify(identities), JSON.stringify(Array.from(book.contacts.new, contactRow)), tx.now],
  );
  return taken.length === identities.length;
}

/** The address is written for contacts that are held; of the others somebody else may just have changed it. */
async function updateContacts(tx: AnyTx, book: IdentityBook): Promise<void> {
  const rows = Array.from(book.contacts.changed, (contact) => ({
    ...contactRow(contact),
    held: book.shaken.has(contact.contactId),
  }));
  await tx.sql(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as row ${contactColumns}),
     held as (
       select workspace_id, contact_id from contacts join given using (workspace_id, contact_id)
       order by workspace_id, contact_id for no key update of contacts
     )
     update contacts contact
     set profile_name = given.profile_name, profile_key = given.profile_key, username = given.username, country = given.country,
       phone = case when given.held then given.phone else contact.phone end,
       wa_id = case when given.held then given.wa_id else contact.wa_id end,
       user_id = case when given.held then given.user_id else contact.user_id end, updated_at = $2
     from held join given using (workspace_id, contact_id)
     where contact.workspace_id = held.workspace_id and contact.contact_id = held.contact_id`,
    [JSON.stringify(rows), tx.now],
  );
}

const identityColumns = `(workspace_id uuid, identity_id uuid, contact_id uuid, kind text, value text, wa_id text,
  portfolio text, phone text, first_seen_at timestamptz, last_seen_at timestamptz, ended_at timestamptz)`;

const identityRow = (row: Identity) => ({
  workspace_id: row.workspaceId,
  identity_id: row.identityId,
  contact_id: row.contactId,
  kind: row.kind,
  value: row.value,
  wa_id: row.waId,
  portfolio: row.portfolio,
  phone: row.phone,
  first_seen_at: row.firstSeenAt,
  last_seen_at: row.lastSeenAt,
  ended_at: row.endedAt,
});

const contactColumns = `(workspace_id uuid, contact_id uuid, profile_name text, profile_key text, username text, phone text,
  wa_id text, user_id text, country text, source text, held boolean)`;

const contactRow = (row: ContactFacts) => ({
  workspace_id: row.workspaceId,
  contact_id: row.contactId,
  profile_name: row.profileName,
  profile_key: nameKey(row.profileName),
  username: row.username,
  phone: row.phone,
  wa_id: row.waId,
  user_id: row.userId,
  country: row.country,
  source: row.source,
});
