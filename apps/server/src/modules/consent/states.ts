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

/**
 * Works the states out from all entries of these contacts, so that the order in which entries arrived does not matter.
 * The latest entry counts; of two at one instant the stricter. What was granted after everything was withdrawn stays.
 */
export async function deriveStates(tx: AnyTx, contacts: readonly OfContact[]): Promise<void> {
  await tx.sql(
    `with entry as (
       select entry.*, coalesce(purpose, case when kind in ('stopped', 'resumed') then 'stop' else 'freeze' end) as about,
         kind in ('withdrawn', 'stopped', 'frozen') as strict
       from consent_entries entry join ${asRows} using (workspace_id, contact_id)
     ), latest as (
       select distinct on (contact_id, purpose is null, about) * from entry
       order by contact_id, purpose is null, about, at desc, strict desc, evidence ->> 'reason' desc nulls last
     ), standing as (
       select contact_id,
         coalesce(array_agg(purpose order by purpose) filter (where kind = 'granted' and counts), '{}') as granted,
         coalesce(array_agg(purpose order by purpose) filter (where kind = 'withdrawn' and counts), '{}') as withdrawn,
         max(at) filter (where kind = 'stopped') as stopped_at,
         max(at) filter (where kind = 'frozen') as frozen_at,
         max(evidence ->> 'reason') filter (where kind = 'frozen') as frozen_reason
       from (
         select *, purpose = '*' or coalesce(at > max(at) filter (where purpose = '*') over (partition by contact_id), true) as counts
         from latest
       ) latest group by contact_id
     )
     update consent_states state
     set granted = standing.granted, withdrawn = standing.withdrawn, stopped_at = standing.stopped_at,
       frozen_at = standing.frozen_at, frozen_reason = standing.frozen_reason, updated_at = $2
     from standing join ${asRows} using (contact_id)
     where state.workspace_id = given.workspace_id and state.contact_id = standing.contact_id`,
    [JSON.stringify(distinct(contacts)), tx.now],
  );
}

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
