import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';

/** The body of a webhook whose signature was right. */
export interface Delivery {
  workspaceId: string;
  appId: string;
  body: Buffer;
}

/** One value holds all bodies: as an array of bytes they would be written out in hexadecimal, twice as long. */
const insertDeliveries = `
  with given as materialized (
    select given.*, substring($1::bytea from given.start for given.size) as body
    from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::integer[])
      as given (workspace_id, app_id, delivery_id, start, size)
  ), hashed as materialized (
    select *, sha256(body) as body_hash from given
  ), stored as (
    insert into webhook_deliveries
      (workspace_id, received_on, body_hash, delivery_id, app_id, received_at, body, size)
    select workspace_id, ($7::timestamptz at time zone 'UTC')::date, body_hash, delivery_id, app_id, $7, body, size
    from hashed order by workspace_id, body_hash
    on conflict do nothing returning 1
  )
  select count(*)::integer as stored from stored`;

/**
 * Stores deliveries, all or none, and says how many were new.
 *
 * Equal bytes of one day are stored once. PostgreSQL lets the second wait for the first to commit, and stores it when
 * the first rolls back: who is told "done" has its bytes in a committed row, whichever of the two wrote it. Ordered,
 * because two batches that wait for each other's rows would be a deadlock.
 */
export async function storeDeliveries(
  db: Database,
  deliveries: readonly Delivery[],
  now: Date,
): Promise<number> {
  const [only] = deliveries;
  const bodies = deliveries.map(({ body }) => body);
  let end = 0;
  const starts = bodies.map(({ length }) => (end += length) - length + 1);
  const [row] = await db.statementAcrossWorkspaces<{ stored: number }>('ingest', insertDeliveries, [
    only !== undefined && deliveries.length === 1 ? only.body : Buffer.concat(bodies, end),
    arrayOf(deliveries.map(({ workspaceId }) => workspaceId)),
    arrayOf(deliveries.map(({ appId }) => appId)),
    arrayOf(deliveries.map(() => newId(now))),
    arrayOf(starts),
    arrayOf(bodies.map(({ length }) => length)),
    now,
  ]);
  return row?.stored ?? 0;
}

/** As PostgreSQL reads arrays. The driver would look through each of these ids and numbers for quotes. */
const arrayOf = (plain: readonly (string | number)[]): string => `{${plain.join(',')}}`;

/** Nobody needs to know how far beyond this it is. */
const mostCounted = 10_000;

export interface Backlog {
  /** Deliveries that wait to be taken in, as far as they are counted. */
  pending: number;
  oldestSeconds: number;
}

export function readBacklog(db: Database): Promise<Backlog> {
  return db.acrossWorkspaces('ingest', async (tx) => {
    const [counted, oldest] = await Promise.all([
      tx.sql<{ pending: number }>(
        `select count(*)::integer as pending from (
           select from webhook_deliveries where state = 'pending' limit $1
         ) as waiting`,
        [mostCounted],
      ),
      tx.sql<{ receivedAt: Date }>(
        `select received_at as "receivedAt" from webhook_deliveries where state = 'pending'
         order by delivery_id limit 1`,
      ),
    ]);
    const since = oldest[0]?.receivedAt ?? tx.now;
    return {
      pending: counted[0]?.pending ?? 0,
      oldestSeconds: Math.max(0, (tx.now.getTime() - since.getTime()) / 1000),
    };
  });
}

/** Deletes what lies outside of the days' partitions and was taken in before the given time. */
export async function dropStrayDeliveries(tx: SystemTx, before: Date): Promise<void> {
  await tx.sql(
    `delete from webhook_deliveries
     where received_on < ($1::timestamptz at time zone 'UTC')::date and done_at < $1`,
    [before],
  );
}
