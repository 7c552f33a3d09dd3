import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';

interface NumberStop {
  workspaceId: string;
  numberId: string;
  reason: string;
}

const asRows = (stops: readonly NumberStop[]): string =>
  JSON.stringify(
    stops.map((stop) => ({
      workspace_id: stop.workspaceId,
      number_id: stop.numberId,
      source_id: 'sourceId' in stop ? stop.sourceId : null,
      reason: stop.reason,
    })),
  );

interface Stopped {
  workspaceId: string;
  numberId: string;
  reason: string;
}

/** A number that is paused already keeps the first reason: whoever looks for the cause wants that one. */
export async function pauseNumbers(tx: SystemTx | Tx, stops: readonly NumberStop[]): Promise<void> {
  if (stops.length === 0) return;
  const stopped = await tx.sql<Stopped>(
    `with told as (
       select distinct on (workspace_id, number_id) * from jsonb_to_recordset($1::jsonb)
         as told (workspace_id uuid, number_id uuid, reason text) order by workspace_id, number_id
     )
     insert into number_lanes as lane (workspace_id, number_id, paused_at, paused_reason, paused_by)
     select workspace_id, number_id, $2, reason, $3 from told
     on conflict (workspace_id, number_id) do update
       set paused_at = excluded.paused_at, paused_reason = excluded.paused_reason, paused_by = excluded.paused_by
       where lane.paused_at is null
     returning workspace_id as "workspaceId", number_id as "numberId", paused_reason as reason`,
    [asRows(stops), tx.now, `${tx.actor.kind}:${tx.actor.id}`],
  );
  await publishIn(
    tx,
    stopped.map(({ workspaceId, ...data }) => ({ workspaceId, type: 'number.paused', data })),
  );
}

/** Every number of the accounts that these numbers belong to. */
export async function pauseAccounts(tx: SystemTx, stops: readonly NumberStop[]): Promise<void> {
  if (stops.length === 0) return;
  const all = await tx.sql<Stopped>(
    `select distinct other.workspace_id as "workspaceId", other.number_id as "numberId", told.reason
     from jsonb_to_recordset($1::jsonb) as told (workspace_id uuid, number_id uuid, reason text)
     join numbers known on known.workspace_id = told.workspace_id and known.number_id = told.number_id
     join numbers other on other.workspace_id = known.workspace_id and other.account_id = known.account_id
     where other.disconnected_at is null`,
    [asRows(stops)],
  );
  await pauseNumbers(tx, all);
}

export async function pauseSourcesFor(
  tx: SystemTx,
  stops: readonly (NumberStop & { sourceId: string })[],
): Promise<void> {
  if (stops.length === 0) return;
  const stopped = await tx.sql<{
    workspaceId: string;
    sourceId: string;
    name: string;
    kind: string;
    reason: string;
  }>(
    `update send_sources source set state = 'paused', reason = told.reason, changed_at = $2
     from (
       select distinct on (workspace_id, source_id) * from jsonb_to_recordset($1::jsonb)
         as told (workspace_id uuid, source_id uuid, reason text) order by workspace_id, source_id
     ) told
     where source.workspace_id = told.workspace_id and source.source_id = told.source_id and source.state = 'running'
     returning source.workspace_id as "workspaceId", source.source_id as "sourceId", source.name, source.kind, source.reason`,
    [asRows(stops), tx.now],
  );
  await publishIn(
    tx,
    stopped.map(({ workspaceId, ...data }) => ({ workspaceId, type: 'source.paused', data })),
  );
}

/** Nothing is written for a while from the account of the number to where the contact lives. */
export async function stopCountries(
  tx: SystemTx,
  stops: readonly { workspaceId: string; numberId: string; contactId: string }[],
): Promise<void> {
  if (stops.length === 0) return;
  await tx.sql(
    `insert into country_stops as stop (workspace_id, account_id, country, told_at)
     select distinct number.workspace_id, number.account_id, contact.country, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as told ("workspaceId" uuid, "numberId" uuid, "contactId" uuid)
     join numbers number on number.workspace_id = told."workspaceId" and number.number_id = told."numberId"
     join contacts contact on contact.workspace_id = told."workspaceId" and contact.contact_id = told."contactId"
     where contact.country is not null
     order by 1, 2, 3
     on conflict (workspace_id, account_id, country) do update set told_at = excluded.told_at`,
    [JSON.stringify(stops), tx.now],
  );
}
