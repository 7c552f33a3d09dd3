import type { Tx } from '../../platform/db/index.ts';

/** A contact and those that were merged into it, whose history stays under their own ids. */
export async function familyOf(tx: Tx, contactId: string): Promise<string[]> {
  const merged = await tx.sql<{ contactId: string }>(
    `select contact_id as "contactId" from contacts where workspace_id = $1 and merged_into = $2
     order by contact_id limit 1000`,
    [tx.workspaceId, contactId],
  );
  return [contactId, ...merged.map((row) => row.contactId)];
}
