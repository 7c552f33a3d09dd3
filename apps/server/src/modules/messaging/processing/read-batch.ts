import { parseDelivery, type Update } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';
import { routesOf } from '../../numbers/index.ts';
import type { Parking } from './deliveries.ts';
import { parkingFor } from './reasons.ts';
import { routeUpdate, type Claimed, type Routed, type Unroutable } from './routed.ts';

export interface ReadBatch {
  items: Routed[];
  parkings: Parking[];
  /** Deliveries with something of a workspace other than the door's. */
  shares: { workspaceId: string; delivery: Claimed }[];
}

interface ReadDelivery {
  delivery: Claimed;
  updates: Update[];
}

/** Tells deliveries apart into updates, and says to whom each belongs. */
export async function readBatch(tx: SystemTx, deliveries: readonly Claimed[]): Promise<ReadBatch> {
  const parkings: Parking[] = [];
  const read: ReadDelivery[] = [];
  for (const delivery of deliveries) {
    const parsed = parseDelivery(delivery.body);
    if (parsed.outcome === 'read') read.push({ delivery, updates: parsed.updates });
    else parkings.push(parkingFor(delivery, parsed.reason));
  }
  const routes = await routesOf(tx, namesIn(read));
  const items: Routed[] = [];
  const shares: ReadBatch['shares'] = [];
  for (const { delivery, updates } of read) {
    const others = new Set<string>();
    let unroutable: Unroutable | undefined;
    for (const update of updates) {
      const route = routeUpdate(update, delivery.metaAppId, routes);
      if (typeof route === 'string') unroutable ??= route;
      else {
        items.push({ update, delivery, ...route });
        if (route.workspaceId !== delivery.workspaceId) others.add(route.workspaceId);
      }
    }
    if (unroutable !== undefined) parkings.push(parkingFor(delivery, unroutable));
    for (const workspaceId of others) shares.push({ workspaceId, delivery });
  }
  return { items, parkings, shares };
}

function namesIn(read: readonly ReadDelivery[]): { phoneNumberIds: string[]; wabaIds: string[] } {
  const phoneNumberIds = new Set<string>();
  const wabaIds = new Set<string>();
  for (const { updates } of read)
    for (const { phoneNumberId, wabaId } of updates)
      if (phoneNumberId === undefined) wabaIds.add(wabaId);
      else phoneNumberIds.add(phoneNumberId);
  return { phoneNumberIds: [...phoneNumberIds], wabaIds: [...wabaIds] };
}
