import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../http/index.ts';
import { listEvents, listRecentEvents } from './history.ts';
import type { EventTail } from './tail.ts';

/** The history over the API. */
export const historyRoutes = (tail: Pick<EventTail, 'log'>): Route[] =>
  workspaceRoutes('history', contract.history, {
    list: ({ tx, input, caller }) =>
      listEvents(tx, { ...input, log: tail.log, permissions: caller.permissions }),
    recent: ({ tx, input, caller }) => listRecentEvents(tx, { ...input, permissions: caller.permissions }),
  });
