import type { SystemTx, Tx } from '../../platform/db/index.ts';

export type AnyTx = Tx | SystemTx;

export interface OfContact {
  workspaceId: string;
  contactId: string;
}

/** Whatever is sent holds the row of its contact, so the row has to be there. */
export const ensureConsentStates = (
  tx: AnyTx,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<void> =>
  ensureStates(
    tx,
    contactIds.map((contactId) => ({ workspaceId, contactId })),
  );

/**
 * Locks the rows of these contacts, always in the order of their ids: from here to the commit nothing to them starts to
 * be sent, and whoever records something else about one of them waits.
 */
export async function lockStates(tx: AnyTx, contacts: readonly OfContact[]): Promise<void> {
  await ensureStates(tx, contacts);
  await tx.sql(
    `select from consent_states state join ${asRows} using (workspace_id, contact_id) order by contact_id for update of state`,
    [JSON.stringify(distinct(contacts))],
  );
}

async function ensureStates(tx: AnyTx, contacts: readonly OfContact[]): Promise<void> {
  if (contacts.length === 0) return;
  await tx.sql(
    `insert into consent_states (workspace_id, contact_id, updated_at)
     select workspace_id, contact_id, $2 from ${asRows} order by contact_id
     on conflict do nothing`,
    [JSON.stringify(distinct(contacts)), tx.now],
  );
}

/** Works the states out from all entries of these contacts, so that the order in which entries arrived does not matter. */
export async function deriveStates(tx: AnyTx, contacts: readonly OfContact[]): Promise<void> {
  await tx.sql(
    `with ${standingSql(`join ${asRows} using (workspace_id, contact_id)`)}
     update consent_states state
     set granted = standing.granted, withdrawn = standing.withdrawn, stopped_at = standing.stopped_at,
       frozen_at = standing.frozen_at, frozen_reason = standing.frozen_reason, updated_at = $2
     from standing where state.workspace_id = standing.workspace_id and state.contact_id = standing.contact_id`,
    [JSON.stringify(distinct(contacts)), tx.now],
  );
}

/**
 * What follows from entries, as `standing` with a row per contact who has any. The latest entry about a purpose counts;
 * of two at one instant the stricter. What was granted after everything, or the whole of which it is a part, was taken
 * back stays. Nothing is joined to itself: of rows that are given the planner guesses that there is one.
 */
export const standingSql = (ofWhom: string): string => `
  entry as (
    select entry.*, coalesce(purpose, case when kind in ('stopped', 'resumed') then 'stop' else 'freeze' end) as about,
      kind in ('withdrawn', 'stopped', 'frozen') as strict,
      max(at) filter (where kind = 'withdrawn' and purpose = '*')
        over (partition by workspace_id, contact_id) as everything_ended_at,
      max(at) filter (where kind = 'withdrawn' and strpos(purpose, '.') = 0)
        over (partition by workspace_id, contact_id, split_part(purpose, '.', 1)) as whole_ended_at
    from consent_entries entry ${ofWhom} where kind <> 'erased'
  ), latest as (
    select distinct on (workspace_id, contact_id, purpose is null, about) *,
      purpose = '*' or at > coalesce(everything_ended_at, '-infinity') as counts,
      strpos(purpose, '.') = 0 or at > coalesce(whole_ended_at, '-infinity') as outlives_whole
    from entry
    order by workspace_id, contact_id, purpose is null, about, at desc, strict desc, reason desc nulls last
  ), standing as (
    select workspace_id, contact_id,
      coalesce(array_agg(purpose order by purpose) filter (where kind = 'granted' and counts and outlives_whole), '{}') as granted,
      coalesce(array_agg(purpose order by purpose) filter (where kind = 'withdrawn' and counts), '{}') as withdrawn,
      max(at) filter (where kind = 'stopped') as stopped_at,
      max(at) filter (where kind = 'frozen') as frozen_at,
      max(reason) filter (where kind = 'frozen') as frozen_reason
    from latest group by workspace_id, contact_id
  )`;

const asRows = `(select * from jsonb_to_recordset($1::jsonb) as row (workspace_id uuid, contact_id uuid)) given`;

function distinct(contacts: readonly OfContact[]): { workspace_id: string; contact_id: string }[] {
  const byId = new Map(contacts.map((contact) => [contact.contactId, contact]));
  return Array.from(byId.values(), ({ workspaceId, contactId }) => ({
    workspace_id: workspaceId,
    contact_id: contactId,
  }));
}

export const stateColumns = `state.contact_id as "contactId", state.granted, state.withdrawn,
  state.stopped_at as "stoppedAt", state.frozen_at as "frozenAt", state.frozen_reason as "frozenReason"`;
