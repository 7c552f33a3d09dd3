import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { change, message } from '../../../../test/webhooks/bodies.ts';
import {
  openProcessingGround,
  testNeighbours,
  type ProcessingGround,
} from '../../../../test/webhooks/processing-ground.ts';
import { countOf } from '../../../../test/webhooks/stored-messages.ts';
import { startProcessing, type Processing } from './processor.ts';
import type { ProcessingNeighbours } from './neighbours.ts';

let ground: ProcessingGround;

beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());
beforeEach(async () => {
  ground.reported.length = 0;
  await ground.asOwner('truncate webhook_deliveries, messages, message_keys, events, conversations cascade');
});

const running: Processing[] = [];
const stopAll = (): Promise<unknown> => Promise.all(running.splice(0).map((each) => each.stop()));
afterEach(stopAll);

function start(neighbours: ProcessingNeighbours = testNeighbours()): Processing {
  const processing = startProcessing({
    db: ground.db,
    clock: ground.clock,
    neighbours,
    metrics: { count: () => {} },
    report: (error) => ground.reported.push(error),
  });
  running.push(processing);
  return processing;
}

/** Of five hundred customers. */
const said = (name: string, count: number): object[] =>
  Array.from({ length: count }, (_, nth) => {
    const from = `9198${String(nth % 500).padStart(8, '0')}`;
    return change(ground.silks, 'messages', {
      messages: [message(`${name} ${nth}`, ground.clock.now(), { from })],
    });
  });

async function storeMany(name: string, count: number): Promise<void> {
  const bodies = said(name, count);
  while (bodies.length > 0) await ground.store(...bodies.splice(0, 1_000));
}

const isStored = async (wamid: string): Promise<boolean> =>
  (await countOf(ground, 'messages', `wamid = '${wamid}'`)) === 1;

test('what comes is taken in at once when it is told of, and soon when it is not', async () => {
  const processing = start();
  await ground.store(...said('told', 1));
  processing.wake();
  await expect.poll(() => isStored('told 0'), { timeout: 900 }).toBe(true);
  await ground.store(...said('untold', 1));
  await expect.poll(() => isStored('untold 0'), { timeout: 20_000 }).toBe(true);
  await stopAll();
});

test(
  'with twenty thousand waiting, what comes now is taken in within a second',
  { timeout: 120_000 },
  async () => {
    await storeMany('old', 20_000);
    ground.clock.advance(60_000);
    start();
    await expect.poll(() => countOf(ground, 'messages'), { timeout: 20_000 }).toBeGreaterThan(0);
    const waits: number[] = [];
    for (let nth = 0; nth < 5; nth++) {
      await ground.store(...said(`new ${nth}`, 1));
      const since = performance.now();
      await expect.poll(() => isStored(`new ${nth} 0`), { timeout: 10_000, interval: 20 }).toBe(true);
      waits.push(performance.now() - since);
    }
    // It stood beside a backlog, and not behind one that was gone.
    expect(await countOf(ground, 'webhook_deliveries', `state = 'pending'`)).toBeGreaterThan(1_000);
    expect(waits.toSorted((one, other) => one - other)[2]).toBeLessThan(1_000);
    await stopAll();
  },
);

test('two processes share the work and do nothing twice', { timeout: 60_000 }, async () => {
  await storeMany('shared', 1_500);
  // The same messages once more, in other deliveries.
  await ground.store(...said('shared', 1_500).map((body) => ({ ...body, again: true })));
  start();
  start();
  await expect
    .poll(() => countOf(ground, 'webhook_deliveries', `state = 'pending'`), { timeout: 50_000 })
    .toBe(0);
  await stopAll();
  expect(ground.reported).toEqual([]);
  expect(await countOf(ground, 'webhook_deliveries', `state = 'done'`)).toBe(3_000);
  expect(await countOf(ground, 'messages')).toBe(1_500);
  expect(await countOf(ground, 'events', `type = 'message.received'`)).toBe(1_500);
  expect(await countOf(ground, 'conversations')).toBe(500);
});

test('a database that is away for a moment delays and loses nothing', { timeout: 60_000 }, async () => {
  await storeMany('away', 600);
  let failures = 3;
  const neighbours = testNeighbours();
  start({
    ...neighbours,
    resolveContacts: (tx, seen) =>
      failures-- > 0
        ? Promise.reject(Object.assign(new Error('Connection terminated'), { code: '08006' }))
        : neighbours.resolveContacts(tx, seen),
  });
  await expect.poll(() => countOf(ground, 'messages'), { timeout: 30_000 }).toBe(600);
  await stopAll();
  expect(await countOf(ground, 'webhook_deliveries', `attempts > 0 or state = 'parked'`)).toBe(0);
  expect(await countOf(ground, 'system.processing_batches')).toBe(0);
});

test('what is never refused and never taken in is parked in the end', { timeout: 60_000 }, async () => {
  await storeMany('before', 20);
  await ground.store(
    change(ground.silks, 'messages', { messages: [message('stuck', ground.clock.now(), { from: '911' })] }),
  );
  await storeMany('after', 20);
  const neighbours = testNeighbours();
  start({
    ...neighbours,
    resolveContacts: (tx, seen) =>
      seen.some(({ phone }) => phone === '911')
        ? Promise.reject(new Error('Query read timeout'))
        : neighbours.resolveContacts(tx, seen),
  });
  await expect.poll(() => countOf(ground, 'messages'), { timeout: 50_000 }).toBe(40);
  // Only what is taken in beside it proves that it is to blame.
  let later = 0;
  const parkedWhileMoreComes = async (): Promise<number> => {
    await ground.store(...said(`later ${(later += 1)}`, 1));
    return countOf(ground, 'webhook_deliveries', `state = 'parked' and reason = 'broke_off'`);
  };
  await expect.poll(parkedWhileMoreComes, { timeout: 50_000, interval: 500 }).toBe(1);
  await expect.poll(() => countOf(ground, 'messages')).toBe(40 + later);
});

test('a full disk that still answers questions is nobody’s fault', { timeout: 60_000 }, async () => {
  // Some find room and some do not.
  await ground.asOwner(`create function refuse_as_full() returns trigger language plpgsql as
    $$begin
      if new.wamid <> 'room 0' then raise exception 'no space left' using errcode = 'disk_full'; end if;
      return new;
    end$$`);
  await ground.asOwner(
    `create trigger full_disk before insert on message_keys for each row execute function refuse_as_full()`,
  );
  await storeMany('full', 3);
  await storeMany('room', 1);
  start();
  // Beyond the tries after which it would be told that one of them ends the program.
  await expect.poll(() => ground.reported.length, { timeout: 40_000 }).toBeGreaterThan(9);
  await ground.asOwner(`drop trigger full_disk on message_keys`);
  await expect.poll(() => countOf(ground, 'messages'), { timeout: 30_000 }).toBe(4);
  await stopAll();
  expect(await countOf(ground, 'webhook_deliveries', `attempts > 0 or state = 'parked'`)).toBe(0);
});
