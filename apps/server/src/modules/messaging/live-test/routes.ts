import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import type { SendParts } from '../send/intent.ts';
import { readLiveTest, startLiveTest } from './live-tests.ts';

export function liveTestRoutes(parts: SendParts): Route[] {
  return workspaceRoutes('liveTests', contract.liveTests, {
    start: ({ tx, input }) => startLiveTest(tx, parts, input),
    get: ({ tx, input }) => readLiveTest(tx, input.testId),
  });
}
