import path from 'node:path';
import pg from 'pg';
import { findRunningPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts';
import type { Ground } from './ground.ts';

export interface LedgerGround extends AsyncDisposable {
  /** May write the tables of every workspace. */
  owner: pg.Client;
  workspaceId: string;
  contactIds: string[];
}

/** A workspace that nobody else writes to, with so many contacts. */
export async function openLedgerGround({ dataFolder }: Ground, contacts: number): Promise<LedgerGround> {
  const running = await findRunningPostgres(path.join(dataFolder, 'postgres'));
  if (running === null) throw new Error('The database of the bench is not running.');
  const owner = new pg.Client({ connectionString: running.url });
  await owner.connect();
  // Row security hides tenants' rows from their owner too.
  await owner.query('set role trikon_system');
  const { rows } = await owner.query<{ workspaceId: string; contactIds: string[] }>(
    `with place as (
       insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at)
       values (gen_random_uuid(), gen_random_uuid(), 'Ledger', now(), now()) returning workspace_id
     ), people as (
       insert into contacts (workspace_id, contact_id, source, created_at, updated_at)
       select workspace_id, gen_random_uuid(), 'bench', now(), now() from place, generate_series(1, $1::int)
       returning workspace_id, contact_id
     )
     select workspace_id as "workspaceId", array_agg(contact_id) as "contactIds" from people group by workspace_id`,
    [contacts],
  );
  return { owner, ...rows[0]!, [Symbol.asyncDispose]: () => owner.end() };
}
