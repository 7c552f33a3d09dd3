import { readConfig } from '../../src/config.ts';
import { openDispatching } from '../../src/dispatching.ts';
import { startDispatch } from '../../src/modules/messaging/index.ts';
import { openGraphPlace } from '../../src/numbers.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { connectDatabase } from '../../src/platform/db/index.ts';
import { EventTail } from '../../src/platform/events/index.ts';
import { createMetrics } from '../../src/platform/metrics/index.ts';
import { createSecrets, openInstallationKey } from '../../src/platform/secrets/index.ts';
import { openDiskStorage } from '../../src/platform/storage/index.ts';
import { testMasterKey, testRolePrefix } from '../global-database.ts';

/**
 * A process that does nothing but dispatch, so that it can be killed: `child.ts <json>`. With `dieAt` it kills itself at
 * that point, when the given number of messages has come there.
 */
export interface ChildOrder {
  databaseUrl: string;
  graphUrl: string;
  folder: string;
  now: string;
  leaseSeconds: number;
  dieAt?: 'claimed' | 'sending' | 'answered';
  dieAfter?: number;
}

const order = JSON.parse(process.argv[2] ?? '{}') as ChildOrder;
const begun = performance.now();
const start = new Date(order.now).getTime();
const clock = { ...systemClock, now: () => new Date(start + performance.now() - begun) };
const config = readConfig({ TRIKON_GRAPH_URL: order.graphUrl, TRIKON_DATA: order.folder });
const report = (error: unknown): void => console.error(error);
const db = connectDatabase({
  url: order.databaseUrl,
  masterKey: testMasterKey,
  rolePrefix: testRolePrefix,
  poolSize: 5,
  clock,
  onIdleError: () => {},
});
const installationKey = await db.acrossWorkspaces('maintenance', (tx) =>
  openInstallationKey(tx, testMasterKey),
);
const secrets = createSecrets({ masterKey: testMasterKey, installationKey, clock });
const tail = new EventTail({ db, report });
const { outbound, ...place } = openGraphPlace(config);
const dispatching = openDispatching({
  db,
  clock,
  tail,
  metrics: createMetrics({ watch: false }),
  numbers: { db, secrets, webhookUrl: () => '', ...place },
  config,
  installationKey,
  storage: await openDiskStorage(order.folder),
  warn: report,
  report,
});
let passed = 0;
await tail.start();
const running = startDispatch({
  ...dispatching.dispatch,
  maySend: () => true,
  lookEvery: 200,
  leaseSeconds: order.leaseSeconds,
  at: (point, rows) => {
    if (point !== order.dieAt) return;
    passed += rows.length;
    if (passed >= (order.dieAfter ?? 1)) process.kill(process.pid, 'SIGKILL');
  },
});
console.log('ready');

process.once('SIGTERM', () => {
  void (async () => {
    await running.stop();
    await tail.stop();
    await dispatching.close();
    await outbound.close();
    await db.close();
    process.exit(0);
  })();
});
