import type { Database, SystemTx } from '../../../platform/db/index.ts';
import type { Claimed } from './routed.ts';

export interface Limits {
  deliveries: number;
  bytes: number;
}

interface Waiting {
  deliveryId: string;
  size: number;
  attempts: number;
}

type End = 'oldest' | 'newest';

const waiting: Record<End, string> = { oldest: waitingSql('asc', '>'), newest: waitingSql('desc', '>') };

function waitingSql(direction: 'asc' | 'desc', beyond: string): string {
  return `select delivery_id as "deliveryId", size, attempts from webhook_deliveries
    where state = 'pending' and delivery_id ${beyond} $2
    order by delivery_id ${direction} limit $1 for update skip locked`;
}

const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Locks what waits, as far as it fits: the oldest, and when there are more the newest too, so that what comes now does
 * not stand behind what has piled up. Nobody else takes what is locked, and a process that dies lets go of it.
 */
export async function lockWaiting(tx: SystemTx, { oldest, newest }: Record<End, Limits>): Promise<Waiting[]> {
  const first = await tx.sql<Waiting>(waiting.oldest, [oldest.deliveries, beforeAll]);
  const taken = fitting(first, oldest);
  const isAll = first.length < oldest.deliveries && taken.length === first.length;
  if (isAll || newest.deliveries === 0) return taken;
  const last = await tx.sql<Waiting>(waiting.newest, [newest.deliveries, taken.at(-1)!.deliveryId]);
  return [...taken, ...fitting(last, newest).toReversed()];
}

export const lockThese = (tx: SystemTx, deliveryIds: readonly string[]): Promise<Waiting[]> =>
  tx.sql<Waiting>(
    `select delivery_id as "deliveryId", size, attempts from webhook_deliveries
     where state = 'pending' and delivery_id = any($1::uuid[]) order by delivery_id for update skip locked`,
    [deliveryIds],
  );

/** At least one, however large. */
function fitting(deliveries: readonly Waiting[], { bytes }: Limits): Waiting[] {
  let sum = 0;
  return deliveries.filter(({ size }, nth) => (sum += size) <= bytes || nth === 0);
}

export const readLocked = (tx: SystemTx, deliveryIds: readonly string[]): Promise<Claimed[]> =>
  tx.sql<Claimed>(
    `select delivery.delivery_id as "deliveryId", delivery.workspace_id as "workspaceId",
       delivery.received_on::text as "receivedOn", delivery.received_at as "receivedAt",
       app.meta_app_id as "metaAppId", delivery.attempts, delivery.body
     from webhook_deliveries delivery left join whatsapp_apps app on app.workspace_id = delivery.workspace_id
       and app.app_id = delivery.app_id
     where delivery.state = 'pending' and delivery.delivery_id = any($1::uuid[]) order by delivery.delivery_id`,
    [deliveryIds],
  );

/** Why a delivery waits for a person: a code that stays, and a sentence. */
export interface Parking {
  delivery: Pick<Claimed, 'deliveryId' | 'workspaceId'>;
  reason: string;
  detail: string;
}

export async function markDone(tx: SystemTx, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  await tx.sql(
    `update webhook_deliveries set state = 'done', done_at = $2, detail = null
     where state = 'pending' and delivery_id = any($1::uuid[])`,
    [deliveryIds, tx.now],
  );
}

export async function markParked(tx: SystemTx, parkings: readonly Parking[]): Promise<void> {
  if (parkings.length === 0) return;
  await tx.sql(
    `update webhook_deliveries delivery set state = 'parked', reason = parking.reason, detail = parking.detail
     from unnest($1::uuid[], $2::text[], $3::text[]) as parking (delivery_id, reason, detail)
     where delivery.state = 'pending' and delivery.delivery_id = parking.delivery_id`,
    [
      parkings.map(({ delivery }) => delivery.deliveryId),
      parkings.map(({ reason }) => reason),
      parkings.map(({ detail }) => detail),
    ],
  );
}

/** Which deliveries hold something of a workspace other than the door's. */
export async function noteShares(
  tx: SystemTx,
  shares: readonly { workspaceId: string; delivery: Claimed }[],
): Promise<void> {
  if (shares.length === 0) return;
  await tx.sql(
    `insert into webhook_shares (workspace_id, delivery_id, door_workspace_id, received_on)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[]) as share (workspace_id, delivery_id, door, day)
     order by 1, 2 on conflict do nothing`,
    [
      shares.map(({ workspaceId }) => workspaceId),
      shares.map(({ delivery }) => delivery.deliveryId),
      shares.map(({ delivery }) => delivery.workspaceId),
      shares.map(({ delivery }) => delivery.receivedOn),
    ],
  );
}

/** Whether there is anything to do; a look that locks nothing. */
export async function isAnythingWaiting(db: Database): Promise<boolean> {
  const rows = await db.statementAcrossWorkspaces(
    'processing',
    `select from webhook_deliveries where state = 'pending' limit 1`,
    [],
  );
  return rows.length > 0;
}

/** One that nothing is held against, and that is least likely to be like the given one. */
export async function newestBeside(db: Database, deliveryId: string): Promise<string | null> {
  const [row] = await db.statementAcrossWorkspaces<{ id: string }>(
    'processing',
    `select delivery_id as id from webhook_deliveries
     where state = 'pending' and attempts = 0 and delivery_id <> $1 order by delivery_id desc limit 1`,
    [deliveryId],
  );
  return row?.id ?? null;
}

/** It was tried alone and did not get through, for no reason that lies elsewhere. */
export async function countTry(db: Database, deliveryId: string): Promise<void> {
  await db.statementAcrossWorkspaces(
    'processing',
    `update webhook_deliveries set attempts = attempts + 1 where state = 'pending' and delivery_id = $1`,
    [deliveryId],
  );
}

/** What says of deliveries that are gone whose they were. */
export async function dropOldShares(tx: SystemTx, before: Date): Promise<void> {
  await tx.sql(
    `delete from webhook_shares share
     where share.received_on < ($1::timestamptz at time zone 'UTC')::date and not exists (
       select from webhook_deliveries delivery where delivery.workspace_id = share.door_workspace_id
         and delivery.received_on = share.received_on and delivery.delivery_id = share.delivery_id
     )`,
    [before],
  );
}
