import type { HigherConditions } from '../../contacts/index.ts';

/**
 * When they last wrote or were written to, on whatever number; without either instant: never. As what there is and what
 * there is not, since that PostgreSQL joins, and a maximum it would ask for everybody one by one.
 */
export const lastMessageCondition: HigherConditions['lastMessage'] = ({ from, to }, { bind, contact }) => {
  const talked = (when: string): string => `exists (select from conversations conversation
    where conversation.workspace_id = ${contact}.workspace_id and conversation.contact_id = ${contact}.contact_id
      and last_message_at ${when})`;
  if (from === undefined && to === undefined) return `not ${talked('is not null')}`;
  const since = talked(from === undefined ? 'is not null' : `>= ${bind(from, 'timestamptz')}`);
  return to === undefined ? since : `${since} and not ${talked(`>= ${bind(to, 'timestamptz')}`)}`;
};
