import type { Database, SystemTx, Tx } from '../../../platform/db/index.ts';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import type { Subscriber } from '../../../platform/events/index.ts';
import { defineSubscriber } from '../../../platform/events/index.ts';

export async function countParked(
  db: Database,
  { workspaceId }: Tx,
): Promise<{ items: { reason: string; count: number }[] }> {
  const items = await db.acrossWorkspaces('processing', (tx) =>
    tx.sql<{ reason: string; count: number }>(
      `select reason, count(*)::integer as count from webhook_deliveries
       where workspace_id = $1 and state = 'parked' group by reason order by reason`,
      [workspaceId],
    ),
  );
  return { items };
}

const again = `state = 'pending', reason = null, detail = null, attempts = 0`;

/** Whose door it came through may have it taken in again, and so may those of whom it speaks. */
export async function retryDelivery(db: Database, { workspaceId }: Tx, deliveryId: string): Promise<void> {
  await db.acrossWorkspaces('processing', async (tx) => {
    const rows = await tx.sql(
      `update webhook_deliveries set ${again}
       where delivery_id = $2 and state = 'parked' and (workspace_id = $1 or exists (
         select from webhook_shares share where share.workspace_id = $1 and share.delivery_id = $2
       )) returning 1`,
      [workspaceId, deliveryId],
    );
    if (rows.length === 0) await refuse(tx, workspaceId, deliveryId);
  });
}

export async function retryAll(
  db: Database,
  { workspaceId }: Tx,
  reason: string,
): Promise<{ count: number }> {
  const rows = await db.acrossWorkspaces('processing', (tx) =>
    tx.sql(
      `update webhook_deliveries set ${again} where workspace_id = $1 and state = 'parked' and reason = $2 returning 1`,
      [workspaceId, reason],
    ),
  );
  return { count: rows.length };
}

export async function discardDelivery(
  db: Database,
  { workspaceId, actor, now }: Tx,
  deliveryId: string,
): Promise<void> {
  await db.acrossWorkspaces('processing', async (tx) => {
    const rows = await tx.sql(
      `update webhook_deliveries set state = 'discarded', done_at = $3, discarded_by = $4
       where workspace_id = $1 and delivery_id = $2 and state = 'parked' returning 1`,
      [workspaceId, deliveryId, now, `${actor.kind}:${actor.id}`],
    );
    if (rows.length === 0) await refuse(tx, workspaceId, deliveryId);
  });
}

async function refuse(tx: SystemTx, workspaceId: string, deliveryId: string): Promise<never> {
  const known = await tx.sql(
    `select from webhook_deliveries where workspace_id = $1 and delivery_id = $2 limit 1`,
    [workspaceId, deliveryId],
  );
  if (known.length === 0) throw notFound('delivery');
  throw new Refusal('conflict', 'This delivery is not parked.');
}

/** What waited for a number is taken in when that is connected. */
const retryWhenConnected = defineSubscriber({
  name: 'messaging.retry-unknown-numbers',
  types: ['number.connected', 'account.connected'],
  run: async (tx, events) => {
    await tx.sql(
      `update webhook_deliveries delivery set ${again}
       where state = 'parked' and reason in ('unknown_number', 'other_app') and (workspace_id, app_id) in (
         select app.workspace_id, app.app_id from whatsapp_apps app
         join system.account_routes route on route.meta_app_id = app.meta_app_id
         where route.workspace_id = any($1::uuid[])
       )`,
      [[...new Set(events.map(({ workspaceId }) => workspaceId))]],
    );
  },
});

export const processingSubscribers: Subscriber[] = [retryWhenConnected];
