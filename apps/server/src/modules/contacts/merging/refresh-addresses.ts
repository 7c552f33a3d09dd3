import type { Tx } from '../../../platform/db/index.ts';

/** After identities moved: the address stays if it is still theirs and live, else it is the live one that was seen last. */
export async function refreshAddresses(tx: Tx, contactIds: readonly string[]): Promise<void> {
  await tx.sql(
    `update contacts contact
     set phone = phone.value, wa_id = phone.wa_id, user_id = account.value
     from unnest($2::uuid[]) as asked (contact_id)
       left join lateral (${best('phone', 'phone')}) phone on true
       left join lateral (${best('user_id', 'user_id')}) account on true
     where contact.workspace_id = $1 and contact.contact_id = asked.contact_id`,
    [tx.workspaceId, contactIds],
  );
}

const best = (kind: string, column: string): string =>
  `select one.value, one.wa_id from contact_identities one
     join contacts owner on owner.workspace_id = one.workspace_id and owner.contact_id = one.contact_id
   where one.workspace_id = $1 and one.contact_id = asked.contact_id and one.kind = '${kind}' and one.ended_at is null
   order by one.value is not distinct from owner.${column} desc, one.last_seen_at desc limit 1`;
