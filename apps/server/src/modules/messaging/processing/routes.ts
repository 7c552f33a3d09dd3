import { contract } from '@trikon/contract';
import type { Database } from '../../../platform/db/index.ts';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import type { Arrivals } from './arrivals.ts';
import { getDelivery, listDeliveries, listUpdates } from './inspect.ts';
import { countParked, discardDelivery, retryAll, retryDelivery } from './retry.ts';

/** Requests may not read deliveries, since one may speak of several workspaces: each verb asks for its own. */
export function webhooksRoutes({ db, arrivals }: { db: Database; arrivals: Arrivals }): Route[] {
  return workspaceRoutes('webhooks', contract.webhooks, {
    listDeliveries: ({ tx, input }) => listDeliveries(db, tx, input),
    countParked: ({ tx }) => countParked(db, tx),
    getDelivery: ({ tx, input }) => getDelivery(db, tx, input),
    retry: async ({ tx, input }) => {
      await retryDelivery(db, tx, input.deliveryId);
      arrivals.announce();
      return {};
    },
    retryAll: async ({ tx, input }) => {
      const retried = await retryAll(db, tx, input.reason);
      arrivals.announce();
      return retried;
    },
    discard: async ({ tx, input }) => {
      await discardDelivery(db, tx, input.deliveryId);
      return {};
    },
    listUpdates: ({ tx, input }) => listUpdates(tx, input),
  });
}
