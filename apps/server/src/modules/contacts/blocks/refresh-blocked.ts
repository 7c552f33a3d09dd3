import type { Tx } from '../../../platform/db/index.ts';

/**
 * What the gate reads follows from the rows: blocked since the first number that blocks them. A contact counts for those
 * merged into it too; they keep their own rows, for the day when the merge is undone.
 */
export async function refreshBlockedAt(tx: Tx, contactIds: readonly string[]): Promise<void> {
  await tx.sql(
    `update contacts contact set blocked_at = earliest.at
     from (
       select member.contact_id, min(block.blocked_at) as at
       from unnest($2::uuid[]) as asked (id)
       cross join lateral (
         select contact_id from contacts where workspace_id = $1 and (contact_id = asked.id or merged_into = asked.id)
       ) as member
       left join contact_blocks block on block.workspace_id = $1 and (block.contact_id = member.contact_id
         or (member.contact_id = asked.id and block.contact_id in (
           select contact_id from contacts where workspace_id = $1 and merged_into = asked.id)))
       group by member.contact_id
     ) as earliest
     where contact.workspace_id = $1 and contact.contact_id = earliest.contact_id
       and contact.blocked_at is distinct from earliest.at`,
    [tx.workspaceId, contactIds],
  );
}
