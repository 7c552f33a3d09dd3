import { contract } from '@trikon/contract';
import type { Database } from '../../../platform/db/index.ts';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { readHealth } from './read-health.ts';

export function numberHealthRoutes(db: Database): Route[] {
  return workspaceRoutes('numberHealth', contract.numberHealth, {
    get: ({ tx, input }) => readHealth(db, { workspaceId: tx.workspaceId, numberId: input.numberId }),
  });
}
