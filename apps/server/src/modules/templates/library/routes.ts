import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { inserts } from './inserts.ts';
import { listStarters } from './list-starters.ts';
import { useStarter } from './use-starter.ts';

export const libraryRoutes = (): Route[] =>
  workspaceRoutes('templateLibrary', contract.templateLibrary, {
    list: ({ input }) => listStarters(input),
    use: ({ tx, input }) => useStarter(tx, input),
    inserts: () => ({ items: [...inserts] }),
  });
