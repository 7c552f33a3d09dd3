import type { Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { getList } from './lists.ts';
import { tellMembers } from './members.ts';

export interface RuledList {
  listId: string;
  rule:
    | { kind: 'non_engagers'; messages: number; days: number }
    | { kind: 'blockers'; failures: number; days: number };
}

/** Lists whose members follow from what happened. */
export const listRuled = (tx: Tx): Promise<RuledList[]> =>
  tx.sql<RuledList>(
    `select list_id as "listId", rule from suppression_lists
     where workspace_id = $1 and rule is not null and (ends_at is null or ends_at > $2) order by list_id`,
    [tx.workspaceId, tx.now],
  );

/** Whom the rule is true of now. Who was put on the list by a person stays whatever the rule says. */
export async function setRuleMembers(
  tx: Tx,
  { listId }: Pick<RuledList, 'listId'>,
  contactIds: readonly string[],
): Promise<void> {
  const gone = await tx.sql(
    `delete from suppression_members where workspace_id = $1 and list_id = $2 and by_rule
       and not contact_id = any($3::uuid[]) returning 1`,
    [tx.workspaceId, listId, contactIds],
  );
  const added = await tx.sql(
    `insert into suppression_members (workspace_id, list_id, member_id, contact_id, added_at, added_by, by_rule)
     select $1, $2, member_id, contact_id, $5, 'rule', true from unnest($3::uuid[], $4::uuid[]) as found (contact_id, member_id)
     on conflict do nothing returning 1`,
    [tx.workspaceId, listId, contactIds, contactIds.map(() => newId(tx.now)), tx.now],
  );
  await tx.sql('update suppression_lists set checked_at = $3 where workspace_id = $1 and list_id = $2', [
    tx.workspaceId,
    listId,
    tx.now,
  ]);
  if (added.length + gone.length > 0)
    await tellMembers(tx, { ...(await getList(tx, listId)), added: added.length, removed: gone.length });
}
