import type { SystemTx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';

/** Puts people back on lists that they were on before they were erased, as far as those are still there. */
export async function keepOnLists(
  tx: SystemTx,
  members: readonly { workspaceId: string; contactId: string; listId: string }[],
): Promise<void> {
  if (members.length === 0) return;
  const rows = members.map(({ workspaceId, contactId, listId }) => ({
    workspace_id: workspaceId,
    contact_id: contactId,
    list_id: listId,
    member_id: newId(tx.now),
  }));
  await tx.sql(
    `insert into suppression_members (workspace_id, list_id, member_id, contact_id, added_at, added_by)
     select workspace_id, list_id, member_id, contact_id, $2, 'erasure'
     from jsonb_to_recordset($1::jsonb) as back (workspace_id uuid, contact_id uuid, list_id uuid, member_id uuid)
     join suppression_lists using (workspace_id, list_id)
     order by list_id, contact_id on conflict do nothing`,
    [JSON.stringify(rows), tx.now],
  );
}
