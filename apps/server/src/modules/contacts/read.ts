import type { FieldValue } from '@trikon/contract';
import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import type { IdentityKind } from './identity/rows.ts';

export interface Contact {
  contactId: string;
  name: string | null;
  profileName: string | null;
  username: string | null;
  phone: string | null;
  userId: string | null;
  country: string | null;
  language: string | null;
  timeZone: string | null;
  email: string | null;
  city: string | null;
  ownerId: string | null;
  tags: string[];
  fields: Record<string, FieldValue>;
  blockedAt: Date | null;
  mergedInto: string | null;
  source: string;
  createdAt: Date;
  updatedAt: Date;
}

interface ShownIdentity {
  identityId: string;
  kind: IdentityKind;
  value: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
}

interface ShownMerge {
  mergeId: string;
  fromId: string;
  name: string | null;
  mergedAt: Date;
  mergedBy: string | null;
}

export interface ContactWithIdentities extends Contact {
  identities: ShownIdentity[];
  merges: ShownMerge[];
}

const contactColumns = `contact_id as "contactId", name, profile_name as "profileName", username, phone,
  user_id as "userId", country, language, time_zone as "timeZone", email, city, owner_id as "ownerId",
  tags, fields, blocked_at as "blockedAt",
  merged_into as "mergedInto", source, created_at as "createdAt", updated_at as "updatedAt"`;

export async function readContact(tx: Tx, contactId: string): Promise<Contact> {
  const [contact] = await tx.sql<Contact>(
    `select ${contactColumns} from contacts where workspace_id = $1 and contact_id = $2`,
    [tx.workspaceId, contactId],
  );
  if (contact === undefined) throw notFound('contact');
  return contact;
}

export async function readContacts(tx: Tx, contactIds: readonly string[]): Promise<Map<string, Contact>> {
  const rows = await tx.sql<Contact>(
    `select ${contactColumns} from contacts where workspace_id = $1 and contact_id = any($2::uuid[])`,
    [tx.workspaceId, contactIds],
  );
  return new Map(rows.map((row) => [row.contactId, row]));
}

/** With what WhatsApp knows or knew them by. */
export async function contactOf(tx: Tx, contactId: string): Promise<ContactWithIdentities> {
  const at = [tx.workspaceId, contactId];
  const [contact, identities, merges] = await Promise.all([
    readContact(tx, contactId),
    tx.sql<ShownIdentity>(
      `select identity_id as "identityId", kind, value, first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt",
       ended_at as "endedAt"
     from contact_identities where workspace_id = $1 and contact_id = $2
     order by ended_at desc nulls first, kind, first_seen_at, identity_id limit 1000`,
      at,
    ),
    tx.sql<ShownMerge>(
      `select merge_id as "mergeId", from_id as "fromId", coalesce(gone.name, gone.profile_name) as name,
       merged_at as "mergedAt", case when merged_by <> 'system' then merged_by end as "mergedBy"
     from contact_merges merge join contacts gone
       on gone.workspace_id = merge.workspace_id and gone.contact_id = merge.from_id and gone.merged_into = $2
     where merge.workspace_id = $1 and undone_at is null
     order by merged_at desc, merge_id desc limit 1000`,
      at,
    ),
  ]);
  return { ...contact, identities, merges };
}
