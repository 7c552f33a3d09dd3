import type { Transport } from '@trikon/whatsapp/client';
import type { Config } from './config.ts';
import {
  createDispatchCounts,
  createReferences,
  createSettle,
  messageToSend,
  Recovery,
  type DispatchParts,
  type Settle,
} from './modules/messaging/index.ts';
import { graphForNumber, type NumbersParts } from './modules/numbers/index.ts';
import { hostAndPortOf } from './numbers.ts';
import type { Clock } from './platform/clock/index.ts';
import type { Database } from './platform/db/index.ts';
import type { EventTail } from './platform/events/index.ts';
import { createOutbound } from './platform/outbound/index.ts';
import type { Storage } from './platform/storage/index.ts';
import type { Metrics } from './platform/metrics/index.ts';

interface DispatchingOptions {
  db: Database;
  clock: Clock;
  tail: EventTail;
  metrics: Metrics;
  numbers: NumbersParts;
  config: Config;
  installationKey: Buffer;
  storage: Storage;
  warn: (sentence: string) => void;
  report: (error: unknown, where: string) => void;
}

export interface Dispatching {
  dispatch: DispatchParts;
  /** Whether the database knows of everything that was sent. */
  recovery: Recovery;
  /** For what takes in webhooks. */
  settle: Settle;
  close(): Promise<void>;
}

/** More than are ever under way together, so that none waits for a connection. */
const mostConnections = 1_024;

/** What sending needs, with a way to Graph of its own that is wide enough and is never shared with slow calls. */
export function openDispatching(options: DispatchingOptions): Dispatching {
  const { db, clock, tail, metrics, numbers, config, installationKey, report } = options;
  const { graphUrl, dataFolder } = config;
  const { storage, warn } = options;
  const recovery = new Recovery({ db, clock, dataFolder, storage, warn, report });
  const outbound = createOutbound({
    allowPrivate: graphUrl === undefined ? [] : [hostAndPortOf(graphUrl)],
    connections: mostConnections,
  });
  const request: Transport = (url, asked) => outbound.request(url, asked);
  const references = createReferences(installationKey);
  const counts = createDispatchCounts(metrics);
  const settle = createSettle({ references, count: counts });
  const dispatch: Dispatching['dispatch'] = {
    db,
    clock,
    tail,
    references,
    counts,
    settle,
    request,
    report,
    chance: Math.random,
    maySend: () => recovery.maySend(),
    openNumber: (tx, name) => graphForNumber(tx, numbers, name),
    build: messageToSend,
  };
  return { dispatch, settle, recovery, close: () => outbound.close() };
}
