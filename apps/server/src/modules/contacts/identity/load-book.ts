import type { AnyTx } from '../contacts-parts.ts';
import { IdentityBook } from './book.ts';
import type { ContactFacts, Identity, IdentityKind } from './rows.ts';
import type { Sighting } from './sighting.ts';

interface Key {
  workspaceId: string;
  kind: IdentityKind;
  value: string;
}

export function keysOf({ workspaceId, phone, userId, parentUserId }: Sighting): Key[] {
  const keys: Key[] = [];
  if (phone !== null) keys.push({ workspaceId, kind: 'phone', value: phone.value });
  if (userId !== null) keys.push({ workspaceId, kind: 'user_id', value: userId });
  if (parentUserId !== null) keys.push({ workspaceId, kind: 'parent_user_id', value: parentUserId });
  return keys;
}

type Row = Identity & { contact: Omit<ContactFacts, 'createdAt'> & { createdAt: string } };

/** Everything of the contacts that any of these names, in one statement. */
export async function loadBook(tx: AnyTx, keys: readonly Key[]): Promise<IdentityBook> {
  const distinct = new Map(keys.map((key) => [`${key.workspaceId} ${key.kind} ${key.value}`, key]));
  const columns = [...distinct.values()];
  const rows = await tx.sql<Row>(
    // One look into an index for each key: given a choice, the planner reads the whole table for a large batch.
    `with hit as (
       select distinct key.workspace_id, found.contact_id
       from unnest($1::uuid[], $2::text[], $3::text[]) as key (workspace_id, kind, value)
         cross join lateral (
           (select contact_id from contact_identities one
            where one.workspace_id = key.workspace_id and one.kind = key.kind and one.value = key.value
              and one.ended_at is null limit 1)
           union all
           (select contact_id from contact_identities one
            where one.workspace_id = key.workspace_id and one.kind = key.kind and one.value = key.value
              and one.ended_at is not null order by one.ended_at desc limit 100)
         ) found
     )
     select one.workspace_id as "workspaceId", one.identity_id as "identityId", one.contact_id as "contactId", one.kind,
       one.value, one.wa_id as "waId", one.portfolio, one.phone, one.first_seen_at as "firstSeenAt",
       one.last_seen_at as "lastSeenAt", one.ended_at as "endedAt",
       json_build_object('workspaceId', contact.workspace_id, 'contactId', contact.contact_id,
         'profileName', contact.profile_name, 'username', contact.username, 'phone', contact.phone,
         'waId', contact.wa_id, 'userId', contact.user_id, 'country', contact.country, 'source', contact.source,
         'createdAt', contact.created_at) as contact
     from hit
       cross join lateral (
         select * from contact_identities one
         where one.workspace_id = hit.workspace_id and one.contact_id = hit.contact_id
         order by one.last_seen_at desc limit 1000
       ) one
       cross join lateral (
         select * from contacts
         where contacts.workspace_id = hit.workspace_id and contacts.contact_id = hit.contact_id limit 1
       ) contact`,
    [
      columns.map(({ workspaceId }) => workspaceId),
      columns.map(({ kind }) => kind),
      columns.map(({ value }) => value),
    ],
  );
  return bookOf(rows);
}

function bookOf(rows: Row[]): IdentityBook {
  const book = new IdentityBook();
  const found = new Map<string, { contact: ContactFacts; identities: Identity[] }>();
  for (const { contact, ...identity } of rows) {
    const entry = found.get(identity.contactId) ?? {
      contact: { ...contact, createdAt: new Date(contact.createdAt) },
      identities: [],
    };
    entry.identities.push(identity);
    found.set(identity.contactId, entry);
  }
  for (const { contact, identities } of found.values()) book.takeStored(contact, identities);
  return book;
}
