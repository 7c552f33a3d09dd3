import type { HigherConditions } from '../../contacts/index.ts';

/** When they last wrote or were written to, on whatever number; without either instant: never. */
export const lastMessageCondition: HigherConditions['lastMessage'] = ({ from, to }, { bind, contact }) => {
  const theirs = `conversation.workspace_id = ${contact}.workspace_id and conversation.contact_id = ${contact}.contact_id`;
  const talked = `select from conversations conversation where ${theirs}`;
  if (from === undefined && to === undefined) return `not exists (${talked} and last_message_at is not null)`;
  const last = `(select max(last_message_at) from conversations conversation where ${theirs})`;
  const since = from === undefined ? [] : [`${last} >= ${bind(from, 'timestamptz')}`];
  const before = to === undefined ? [] : [`${last} < ${bind(to, 'timestamptz')}`];
  return `coalesce(${[...since, ...before].join(' and ')}, false)`;
};
