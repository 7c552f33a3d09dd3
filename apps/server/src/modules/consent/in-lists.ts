import type { Tx } from '../../platform/db/index.ts';
import type { ConsentShown, HigherConditions } from '../contacts/index.ts';

/** What a filter of contacts asks about a purpose. What was taken back of a whole ends its parts. */
export const consentCondition: HigherConditions['consent'] = ({ purpose, state }, { bind, contact }) => {
  const wholes = bind(['*', purpose, purpose.split('.')[0]!], 'text[]');
  const granted = `${bind(purpose, 'text')} = any(state.granted)`;
  const known = `(${granted} or state.withdrawn && ${wholes})`;
  const stands = {
    granted: `${known} and ${granted}`,
    withdrawn: `${known} and not ${granted}`,
    none: known,
  };
  return `${state === 'none' ? 'not ' : ''}exists (select from consent_states state
    where state.workspace_id = ${contact}.workspace_id and state.contact_id = ${contact}.contact_id and ${stands[state]})`;
};

/** For the rows of a list. */
export async function consentOf(tx: Tx, contactIds: readonly string[]): Promise<Map<string, ConsentShown>> {
  const rows = await tx.sql<ConsentShown & { contactId: string }>(
    `select contact_id as "contactId", granted, withdrawn from consent_states
     where workspace_id = $1 and contact_id = any($2::uuid[])`,
    [tx.workspaceId, contactIds],
  );
  return new Map(rows.map(({ contactId, granted, withdrawn }) => [contactId, { granted, withdrawn }]));
}
