import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { testMasterKey, testRolePrefix } from '../../../../test/global-database.ts';
import { change, message, status } from '../../../../test/webhooks/bodies.ts';
import {
  openProcessingGround,
  plantSent,
  type ProcessingGround,
} from '../../../../test/webhooks/processing-ground.ts';
import { countOf } from '../../../../test/webhooks/stored-messages.ts';

const program = path.resolve(import.meta.dirname, '../../../../test/webhooks/killed-processor.ts');
let ground: ProcessingGround;
let child: ChildProcess | undefined;

beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());
afterEach(() => child?.kill('SIGKILL'));
beforeEach(() =>
  ground.asOwner('truncate webhook_deliveries, messages, message_keys, message_statuses, events'),
);

function start(killAt = '', killAfter = 1): ChildProcess {
  return (child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: ground.ownerUrl,
      MASTER_KEY: testMasterKey.toString('base64'),
      ROLE_PREFIX: testRolePrefix,
      KILL_AT: killAt,
      KILL_AFTER: String(killAfter),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  }));
}

const count = 100;

/** As many messages, and as many statuses of one of ours each, three times over in other bytes. */
async function storeAll(): Promise<void> {
  const now = ground.clock.now();
  await plantSent(ground, { wamid: 'sent' });
  for (const again of [1, 2, 3]) {
    const bodies = Array.from({ length: count }, (_, nth) => {
      const said = message(`killed ${nth}`, now, { from: `9198${String(nth % 50).padStart(8, '0')}` });
      const told = status('sent', `word ${nth}`, now);
      return { ...change(ground.silks, 'messages', { messages: [said], statuses: [told] }), again };
    });
    await ground.store(...bodies);
  }
}

const waiting = (): Promise<number> => countOf(ground, 'webhook_deliveries', `state = 'pending'`);

async function expectAllOnce(): Promise<void> {
  expect(await countOf(ground, 'webhook_deliveries', `state <> 'done'`)).toBe(0);
  expect(await countOf(ground, 'messages', `direction = 'in'`)).toBe(count);
  expect(await countOf(ground, 'events', `type = 'message.received'`)).toBe(count);
  expect(await countOf(ground, 'message_statuses')).toBe(count);
}

test.each(['noted', 'applied', 'committed'])(
  'killed when its work is %s, it has lost nothing and done nothing twice',
  { timeout: 90_000 },
  async (point) => {
    await storeAll();
    for (const killAfter of [1, 3]) {
      const before = await waiting();
      const [, signal] = (await once(start(point, killAfter), 'exit')) as [number | null, string];
      expect(signal).toBe('SIGKILL');
      // What was committed before stays; what was not is as if it had never begun.
      const done = before - (await waiting());
      expect(done > 0).toBe(killAfter > 1 || point === 'committed');
    }
    start();
    await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
    await expectAllOnce();
    expect(await countOf(ground, 'webhook_deliveries', 'attempts > 4')).toBe(0);
  },
);

test('killed at any moment, again and again, it is the same', { timeout: 90_000 }, async () => {
  await storeAll();
  for (const milliseconds of [25, 60, 110, 170]) {
    const { stdout } = start();
    await once(stdout!, 'data');
    await pause(milliseconds);
    child!.kill('SIGKILL');
    await once(child!, 'exit');
    if ((await waiting()) === 0) break;
  }
  start();
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
  await expectAllOnce();
});
