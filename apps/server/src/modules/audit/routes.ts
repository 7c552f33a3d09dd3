import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../platform/http/index.ts';
import { listSignIns } from './sign-ins.ts';

export function auditRoutes(): Route[] {
  return workspaceRoutes('signIns', contract.signIns, {
    list: ({ tx, input }) => listSignIns(tx, input),
  });
}
