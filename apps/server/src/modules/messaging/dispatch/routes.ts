import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { countOutbox, listOutbox } from './list-outbox.ts';
import {
  cancelMessage,
  cancelSource,
  pauseNumber,
  pauseSource,
  resumeNumber,
  resumeSource,
  settleByHand,
} from './steer.ts';

/** `frozenSince` tells since when nothing is sent because the database was restored. */
export function outboxRoutes(frozenSince: () => Promise<Date | null>): Route[] {
  return workspaceRoutes('outbox', contract.outbox, {
    list: ({ tx, input }) => listOutbox(tx, input),
    counts: async ({ tx }) => countOutbox(tx, await frozenSince()),
    pauseSource: ({ tx, input }) => pauseSource(tx, input),
    resumeSource: ({ tx, input }) => resumeSource(tx, input),
    cancelSource: ({ tx, input }) => cancelSource(tx, input),
    pauseNumber: ({ tx, input }) => pauseNumber(tx, input),
    resumeNumber: ({ tx, input }) => resumeNumber(tx, input),
    cancel: ({ tx, input }) => cancelMessage(tx, input),
    settle: ({ tx, input }) => settleByHand(tx, input),
  });
}
