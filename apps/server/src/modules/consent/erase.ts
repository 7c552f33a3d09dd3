import type { OfContact, AnyTx } from './states.ts';
import { recordErasure } from './record.ts';

/**
 * Forgets everything of the entries of these contacts, and of those merged into them, that may be personal. The entries
 * stay, with their commitments, and one more says that this was done, so that a missing detail is no sign of tampering.
 * Says how many were erased.
 */
export async function eraseConsentDetails(
  tx: AnyTx,
  contacts: readonly OfContact[],
  source: string,
): Promise<number> {
  const erased = await tx.sql<OfContact & { details: number }>(
    `with wanted as (
       select contact.workspace_id, contact.contact_id
       from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "contactId" uuid)
       join contacts contact on contact.workspace_id = given."workspaceId"
         and (contact.contact_id = given."contactId" or contact.merged_into = given."contactId")
     ), gone as (
       delete from consent_details details using consent_entries entry, wanted
       where entry.workspace_id = wanted.workspace_id and entry.contact_id = wanted.contact_id
         and details.workspace_id = entry.workspace_id and details.entry_id = entry.entry_id
       returning entry.workspace_id, entry.contact_id
     )
     select workspace_id as "workspaceId", contact_id as "contactId", count(*)::int as details from gone
     group by workspace_id, contact_id order by contact_id`,
    [JSON.stringify(contacts)],
  );
  await recordErasure(
    tx,
    erased.map(({ workspaceId, contactId }) => ({ workspaceId, contactId })),
    source,
  );
  return erased.reduce((sum, each) => sum + each.details, 0);
}
