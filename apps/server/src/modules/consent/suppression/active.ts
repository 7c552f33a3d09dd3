/** SQL: the member and the list that they are on bind at this time. */
export const bindsAt = (at: string, { member = 'm', list = 'l' } = {}): string =>
  `(${member}.ends_at is null or ${member}.ends_at > ${at}) and (${list}.ends_at is null or ${list}.ends_at > ${at})`;

interface Message {
  at: string;
  /** Expressions: marketing, utility, authentication or service; and the purpose, or null for the usual one. */
  category: string;
  purpose: string;
}

const usualPurpose = (category: string): string =>
  `case ${category} when 'marketing' then 'promotions' when 'utility' then 'orders' end`;

/**
 * SQL: such a message is kept from member `m` of list `l`. Holdouts are told apart: whom they keep messages from is part
 * of a measurement.
 */
export function keepsOutSql({ at, category, purpose }: Message): string {
  const meant = `coalesce(${purpose}, ${usualPurpose(category)})`;
  return `l.kind <> 'holdout' and ${category} = any(l.categories) and ${bindsAt(at)}
    and (l.purposes is null or ${meant} = any(l.purposes) or split_part(${meant}, '.', 1) = any(l.purposes))`;
}

/** Members of groups that are kept without messages: yields contact_id of the workspace that is $1. */
export const holdoutMembersSql = (at: string): string => `
  select m.contact_id from suppression_members m join suppression_lists l using (workspace_id, list_id)
  where m.workspace_id = $1 and l.kind = 'holdout' and m.contact_id is not null and ${bindsAt(at)}
  union all
  select k.contact_id from suppression_members m join suppression_lists l using (workspace_id, list_id)
  join contacts k on k.workspace_id = $1 and k.phone = m.phone and k.merged_into is null
  where m.workspace_id = $1 and l.kind = 'holdout' and m.phone is not null and ${bindsAt(at)}`;
