import { connectDatabase } from '../../src/platform/db/index.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { startProcessing } from '../../src/modules/messaging/processing/processor.ts';
import { testNeighbours } from './processing-ground.ts';

/**
 * A process that takes in webhooks and is killed at a point of its work, at the nth time that it comes there: started by
 * the test of that, with the database, the roles and the point in its environment.
 */
const { DATABASE_URL: url = '', MASTER_KEY: key = '', ROLE_PREFIX: rolePrefix = '' } = process.env;
const { KILL_AT: killAt = '', KILL_AFTER: killAfter = '1' } = process.env;

const db = connectDatabase({
  url,
  rolePrefix,
  masterKey: Buffer.from(key, 'base64'),
  poolSize: 4,
  clock: systemClock,
  onIdleError: () => {},
});
let times = 0;
startProcessing({
  db,
  clock: systemClock,
  neighbours: testNeighbours(),
  metrics: { count: () => {} },
  limits: {
    oldest: {
      deliveries: 40,
      bytes: 1e6,
    },
    newest: {
      deliveries: 10,
      bytes: 1e6,
    },
  },
  report: () => {},
  reached: async (point) => {
    if (point === 'noted') process.stdout.write('working\n');
    if (point !== killAt || ++times < Number(killAfter)) return;
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => {});
  },
});
