import type { Tx } from '../../../platform/db/index.ts';
import { readContact } from '../read.ts';

interface Double {
  contactId: string;
  name: string | null;
  phone: string | null;
  city: string | null;
  reasons: ('email' | 'name_and_city' | 'phone')[];
}

/** Enough that a phone written with another country code or a 0 too many is recognised by its end. */
const lastDigits = 9;

/** Who may be the same person: each way of asking is answered by an index. */
export async function findDoubles(tx: Tx, contactId: string): Promise<{ items: Double[] }> {
  const { name, email, city, phone, mergedInto } = await readContact(tx, contactId);
  if (mergedInto !== null) return { items: [] };
  const end = phone === null ? null : Array.from(phone.slice(-lastDigits)).toReversed().join('');
  const among = (reason: string, condition: string): string =>
    `(select contact_id, '${reason}' as reason from contacts
      where workspace_id = $1 and merged_into is null and contact_id <> $2 and ${condition} limit 10)`;
  const items = await tx.sql<Double>(
    `select contact.contact_id as "contactId", coalesce(name, profile_name, username) as name, phone, city,
       array_agg(distinct reason order by reason) as reasons
     from (${[
       among('email', 'lower(email) = lower($3)'),
       among('name_and_city', 'lower(name) = lower($4) and lower(city) = lower($5)'),
       among('phone', "$6::text is not null and reverse(phone) like $6 || '%'"),
     ].join(' union all ')}) as found
     join contacts contact on contact.workspace_id = $1 and contact.contact_id = found.contact_id
     group by contact.workspace_id, contact.contact_id
     order by count(*) desc, contact.created_at desc limit 10`,
    [tx.workspaceId, contactId, email, name, city, end],
  );
  return { items };
}
