import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createDispatchCounts,
  createReferences,
  createSettle,
  messageToSend,
  startDispatch,
} from '../../apps/server/src/modules/messaging/index.ts';
import { systemClock } from '../../apps/server/src/platform/clock/index.ts';
import { connectDatabase } from '../../apps/server/src/platform/db/index.ts';
import { EventTail } from '../../apps/server/src/platform/events/index.ts';
import { createMetrics } from '../../apps/server/src/platform/metrics/index.ts';
import { createOutbound } from '../../apps/server/src/platform/outbound/index.ts';

/** A process that does nothing but dispatch, with the program's own code, to a Graph that says yes. */
const { BENCH_DATABASE: url = '', BENCH_KEY: key = '', BENCH_GRAPH: base = '' } = process.env;
const report = (error: unknown): void => console.error(error);
const db = connectDatabase({
  url,
  masterKey: Buffer.from(key, 'base64'),
  rolePrefix: 'bench',
  poolSize: 10,
  clock: systemClock,
  onIdleError: () => {},
});
const outbound = createOutbound({ allowPrivate: [new URL(base).host], connections: 1_024 });
const references = createReferences(Buffer.alloc(32));
const tail = new EventTail({ db, report });
const metrics = createMetrics();
await tail.start();
const dispatch = startDispatch({
  db,
  clock: systemClock,
  tail,
  references,
  settle: createSettle({ references }),
  counts: createDispatchCounts(metrics),
  report,
  chance: Math.random,
  maySend: () => true,
  request: (to, asked) => outbound.request(to, asked),
  openNumber: (_tx, { numberId }) =>
    Promise.resolve({
      base,
      version: 'v25.0',
      token: 'a token',
      appSecret: 'a secret',
      request: (to, asked) => outbound.request(to, asked),
      phoneNumberId: numberId,
    }),
  build: messageToSend,
});
const server = createServer((_request, response) => {
  void metrics.text().then((text) => response.end(text));
});
server.listen(0, '127.0.0.1', () =>
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
process.once('SIGTERM', () => {
  void dispatch.stop().then(() => process.exit(0));
});
