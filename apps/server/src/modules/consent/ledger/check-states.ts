import { deriveStates, ensureConsentStates, standingSql, type AnyTx } from '../states.ts';
import type { Findings } from './findings.ts';

const atOnce = 50_000;

/** What is kept as the state of each contact has to be what follows from the entries, for sends are decided by it. */
export async function checkStates(tx: AnyTx, workspaceId: string, found: Findings): Promise<void> {
  for (const contactId of await findWrongStates(tx, workspaceId)) found.add('state_wrong', null, contactId);
}

/** Works the states of contacts out anew where they are wrong, and says how many were. */
export async function mendStates(tx: AnyTx, workspaceId: string): Promise<number> {
  const wrong = await findWrongStates(tx, workspaceId);
  await ensureConsentStates(tx, workspaceId, wrong);
  await deriveStates(
    tx,
    wrong.map((contactId) => ({ workspaceId, contactId })),
  );
  return wrong.length;
}

async function findWrongStates(tx: AnyTx, workspaceId: string): Promise<string[]> {
  const wrong = await tx.sql<{ contactId: string }>(
    `select distinct contact_id as "contactId" from consent_entries entry
     where workspace_id = $1 and kind <> 'erased'
       and exists (select from contacts where contacts.workspace_id = $1 and contacts.contact_id = entry.contact_id)
       and not exists (select from consent_states state where state.workspace_id = $1 and state.contact_id = entry.contact_id)
     limit 1000`,
    [workspaceId],
  );
  const ids = wrong.map(({ contactId }) => contactId);
  for (let after: string | null = null, more = true; more;) {
    const range: Range = await nextRange(tx, workspaceId, after);
    if (range.last === null) break;
    ids.push(...(await differing(tx, workspaceId, [after, range.last])));
    after = range.last;
    more = range.count === atOnce;
  }
  return ids;
}

interface Range {
  last: string | null;
  count: number;
}

async function nextRange(tx: AnyTx, workspaceId: string, after: string | null): Promise<Range> {
  const [range] = await tx.sql<Range>(
    `select max(contact_id::text) as last, count(*)::int as count from (
       select contact_id from consent_states where workspace_id = $1 and ($2::uuid is null or contact_id > $2)
       order by contact_id limit ${atOnce}) step`,
    [workspaceId, after],
  );
  return range!;
}

async function differing(tx: AnyTx, workspaceId: string, [after, last]: [string | null, string]) {
  const inRange = (of: string): string =>
    `${of}.workspace_id = $1 and ($2::uuid is null or ${of}.contact_id > $2) and ${of}.contact_id <= $3`;
  const rows = await tx.sql<{ contactId: string }>(
    `with ${standingSql(`join (select $1::uuid, $2::uuid, $3::uuid) as bounds on ${inRange('entry')}`)}
     select state.contact_id as "contactId" from consent_states state left join standing using (contact_id)
     where ${inRange('state')} and (state.granted, state.withdrawn, state.stopped_at, state.frozen_at, state.frozen_reason)
       is distinct from (coalesce(standing.granted, '{}'), coalesce(standing.withdrawn, '{}'), standing.stopped_at,
         standing.frozen_at, standing.frozen_reason)`,
    [workspaceId, after, last],
  );
  return rows.map(({ contactId }) => contactId);
}
