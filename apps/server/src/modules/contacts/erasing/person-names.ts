import type { AnyTx } from '../contacts-parts.ts';

/** Shorter ones could stand in anything. */
const shortest = 7;

/** A contact with everybody who was merged into it, and all that they are or were known by. */
export interface KnownPerson {
  contactIds: string[];
  identities: { kind: string; value: string }[];
  /** As they stand in what other programs wrote: numbers without a plus. */
  names: string[];
}

export async function readPerson(
  tx: AnyTx,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<KnownPerson> {
  const contacts = await tx.sql<{ contactId: string; email: string | null; named: (string | null)[] }>(
    `select contact_id as "contactId", email, array[phone, wa_id, user_id] as named from contacts
     where workspace_id = $1 and (contact_id = $2 or merged_into = $2) order by contact_id for update`,
    [workspaceId, contactId],
  );
  const contactIds = contacts.map((each) => each.contactId);
  const identities = await tx.sql<{ kind: string; value: string; waId: string | null }>(
    `select kind, value, wa_id as "waId" from contact_identities
     where workspace_id = $1 and contact_id = any($2) order by kind, value`,
    [workspaceId, contactIds],
  );
  const all = [
    ...contacts.flatMap(({ email, named }) => [email, ...named]),
    ...identities.flatMap(({ value, waId }) => [value, waId]),
  ];
  const names = all.flatMap((name) => (name === null ? [] : [name.replace(/^\+/, '')]));
  return {
    contactIds,
    identities: identities.map(({ kind, value }) => ({ kind, value })),
    names: [...new Set(names)].filter(({ length }) => length >= shortest),
  };
}
