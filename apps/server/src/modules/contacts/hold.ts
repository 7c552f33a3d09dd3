import type { AnyTx } from './contacts-parts.ts';

/** Nobody else changes whose identities they are from here to the commit; always in this order. */
export async function holdContacts(
  tx: AnyTx,
  contacts: readonly { workspaceId: string; contactId: string }[],
): Promise<void> {
  await tx.sql(
    `select from contacts join unnest($1::uuid[], $2::uuid[]) as held (workspace_id, contact_id)
       using (workspace_id, contact_id)
     order by workspace_id, contact_id for no key update of contacts`,
    [contacts.map(({ workspaceId }) => workspaceId), contacts.map(({ contactId }) => contactId)],
  );
}
