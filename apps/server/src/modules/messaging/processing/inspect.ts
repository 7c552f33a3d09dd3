import type { Database, SystemTx, Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { countKinds, partsOf, updatesIn } from './contents.ts';
import { visibleBody } from './visible-body.ts';

interface DeliveryRow {
  deliveryId: string;
  receivedAt: Date;
  state: 'pending' | 'done' | 'parked' | 'discarded';
  size: number;
  attempts: number;
  reason: string | null;
  detail: string | null;
  doneAt: Date | null;
  discardedBy: string | null;
}

interface WithBody extends DeliveryRow {
  metaAppId: string | null;
  body: Buffer;
}

const columns = `delivery.delivery_id as "deliveryId", delivery.received_at as "receivedAt", delivery.state, delivery.size,
  delivery.attempts, delivery.reason, delivery.detail, delivery.done_at as "doneAt",
  delivery.discarded_by as "discardedBy", app.meta_app_id as "metaAppId", delivery.body`;

const withApp = `left join whatsapp_apps app on app.workspace_id = delivery.workspace_id and app.app_id = delivery.app_id`;

/** Each state is found by an index of its own. */
const ofState = (state: string): string => `
  (select ${columns} from webhook_deliveries delivery ${withApp}
   where delivery.workspace_id = $1 and delivery.state = '${state}' and delivery.delivery_id < $2
     and ($4::text is null or delivery.reason = $4)
   order by delivery.delivery_id desc limit $3)`;

const shared = `
  (select ${columns} from webhook_shares share
   join webhook_deliveries delivery on delivery.workspace_id = share.door_workspace_id
     and delivery.received_on = share.received_on and delivery.delivery_id = share.delivery_id ${withApp}
   where share.workspace_id = $1 and share.delivery_id < $2 and ($4::text is null or delivery.reason = $4)
     and delivery.state = any($5)
   order by share.delivery_id desc limit $3)`;

const allStates = ['pending', 'done', 'parked', 'discarded'] as const;
const beyondAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

interface Filter {
  state?: DeliveryRow['state'] | undefined;
  reason?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Deliveries in which a workspace may see something. */
export async function listDeliveries(
  db: Database,
  { workspaceId }: Tx,
  { state, reason, cursor, limit }: Filter,
) {
  const before = decodeCursor(cursor, ['uuid'])?.[0] ?? beyondAll;
  const wanted = state === undefined ? allStates : [state];
  return db.acrossWorkspaces('processing', async (tx) => {
    const rows = await tx.sql<WithBody>(
      `select * from (${[...wanted.map(ofState), shared].join(' union all ')}) as found
       order by "deliveryId" desc limit $3`,
      [workspaceId, before, limit + 1, reason ?? null, wanted],
    );
    const page = pageOf(rows, limit, ({ deliveryId }) => [deliveryId]);
    const items = [];
    for (const { body, metaAppId, ...row } of page.items) {
      const visible = await visibleBody(tx, { workspaceId, metaAppId, body });
      if (visible !== null) items.push({ ...row, holds: countKinds(updatesIn(visible)) });
    }
    return { ...page, items };
  });
}

/** More of them nobody looks through. */
const mostParts = 200;

export async function getDelivery(db: Database, { workspaceId }: Tx, { deliveryId }: { deliveryId: string }) {
  return db.acrossWorkspaces('processing', async (tx) => {
    const found = await findDelivery(tx, workspaceId, deliveryId);
    const { body, metaAppId, ...row } = found;
    const visible = await visibleBody(tx, { workspaceId, metaAppId, body });
    if (visible === null) throw notFound('delivery');
    const updates = updatesIn(visible);
    const parts = await partsOf(tx, workspaceId, updates.slice(0, mostParts));
    return { ...row, ...visible, holds: countKinds(updates), parts };
  });
}

async function findDelivery(tx: SystemTx, workspaceId: string, deliveryId: string): Promise<WithBody> {
  const [found] = await tx.sql<WithBody>(
    `select ${columns} from webhook_deliveries delivery ${withApp}
     where delivery.delivery_id = $2 and (delivery.workspace_id = $1 or exists (
       select from webhook_shares share where share.workspace_id = $1 and share.delivery_id = $2
         and share.door_workspace_id = delivery.workspace_id
     ))`,
    [workspaceId, deliveryId],
  );
  if (found === undefined) throw notFound('delivery');
  return found;
}

interface UpdateRow {
  updateId: string;
  kind: string;
  field: string;
  wabaId: string;
  phoneNumberId: string | null;
  contactId: string | null;
  at: Date | null;
  receivedAt: Date;
  deliveryId: string | null;
  value: unknown;
}

export async function listUpdates(
  tx: Tx,
  { kind, cursor, limit }: { kind?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const before = decodeCursor(cursor, ['uuid'])?.[0] ?? beyondAll;
  const rows = await tx.sql<UpdateRow>(
    `select update_id as "updateId", kind, field, waba_id as "wabaId", phone_number_id as "phoneNumberId",
       contact_id as "contactId", at, received_at as "receivedAt", delivery_id as "deliveryId", value
     from webhook_updates where workspace_id = $1 and update_id < $2 and ($3::text is null or kind = $3)
     order by update_id desc limit $4`,
    [tx.workspaceId, before, kind ?? null, limit + 1],
  );
  return pageOf(rows, limit, ({ updateId }) => [updateId]);
}
