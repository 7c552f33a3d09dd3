import type { AnyTx } from '../contacts-parts.ts';

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
}

export interface Mergeable {
  workspaceId: string;
  contactId: string;
  mergedInto: string | null;
  attributes: Attributes;
  identities: string[];
  merged: string[];
}

/** What of these contacts a merge moves. Whoever merges holds them before. */
export async function readMergeable(
  tx: AnyTx,
  contacts: readonly { workspaceId: string; contactId: string }[],
): Promise<Map<string, Mergeable>> {
  const rows = await tx.sql<Mergeable>(
    `select contact.workspace_id as "workspaceId", contact.contact_id as "contactId", merged_into as "mergedInto",
       json_build_object('name', name, 'profile_name', profile_name, 'username', username, 'phone', phone,
         'wa_id', wa_id, 'user_id', user_id, 'country', country, 'language', language, 'time_zone', time_zone,
         'blocked_at', blocked_at) as attributes,
       array(select identity_id from contact_identities one
         where one.workspace_id = contact.workspace_id and one.contact_id = contact.contact_id order by identity_id) as identities,
       array(select contact_id from contacts other
         where other.workspace_id = contact.workspace_id and other.merged_into = contact.contact_id order by contact_id) as merged
     from contacts contact
     where exists (select from unnest($1::uuid[], $2::uuid[]) as asked (workspace_id, contact_id)
       where asked.workspace_id = contact.workspace_id and asked.contact_id = contact.contact_id)`,
    [contacts.map((each) => each.workspaceId), contacts.map((each) => each.contactId)],
  );
  return new Map(rows.map((row) => [row.contactId, row]));
}

/** A phone goes with how Meta writes it, or not at all. */
export function gapsFilled(stays: Attributes, goes: Attributes): Partial<Attributes> {
  const given = Object.entries(goes).filter(
    ([name, value]) => value !== null && stays[name as keyof Attributes] === null && name !== 'wa_id',
  );
  const filled = Object.fromEntries(given) as Partial<Attributes>;
  return filled.phone && goes.wa_id !== null ? { ...filled, wa_id: goes.wa_id } : filled;
}
