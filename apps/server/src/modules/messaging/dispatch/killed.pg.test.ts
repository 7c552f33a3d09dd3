import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { plantMessages, type Planted } from '../../../../test/dispatch/plant.ts';
import { endAll, ended, spawnDispatch } from '../../../../test/dispatch/spawn.ts';
import { openDispatchStage, type DispatchStage } from '../../../../test/dispatch/stage.ts';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await openDispatchStage();
});
afterEach(async () => {
  endAll();
  await stage.app.database.asOwner(`delete from outbox`);
  await stage.app.database.asOwner(`update number_lanes set holder = null, leased_until = null`);
  await stage.world('settings/messages', { throughput: false });
  for (const { id } of stage.inside.faults.rules.filter(() => true)) stage.inside.faults.rules.delete(id);
});
afterAll(() => stage[Symbol.asyncDispose]());

const plant = (count: number): Promise<Planted[]> =>
  plantMessages(stage.app.database, stage.place, { count, class: 'utility' });

/** How often Meta took each of them, by its own account. */
function arrivalsOf(planted: readonly Planted[]): number[] {
  const taken = stage.arrived().map(({ opaque }) => opaque?.split('.')[1]);
  return planted.map(({ messageId }) => taken.filter((id) => id === messageId).length);
}

async function states(): Promise<Record<string, number>> {
  const rows = await stage.app.database.asOwner<{ state: string; count: string }>(
    `select state, count(*) from outbox group by 1`,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** Proves to the program, as statuses would, what Meta has taken. */
async function tellStatuses(): Promise<void> {
  const { settle } = stage.sending;
  const proofs = stage.arrived().map(({ id, opaque }) => ({
    ...stage.place,
    by: 'status' as const,
    wamid: id,
    at: stage.app.clock.now(),
    status: 'sent',
    reference: opaque!,
  }));
  await stage.app.db.acrossWorkspaces('processing', (tx) => settle(tx, proofs));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

test(
  'killed after the attempts are written and before anything left: they are in doubt, and none leaves twice',
  { timeout: 60_000 },
  async () => {
    const planted = await plant(60);
    await ended(await spawnDispatch(stage, { dieAt: 'claimed', dieAfter: 1 }));
    expect(arrivalsOf(planted)).toEqual(Array(60).fill(0));
    const { sending = 0 } = await states();
    expect(sending).toBeGreaterThan(0);
    const next = await spawnDispatch(stage);
    await expect.poll(states, { timeout: 20_000 }).toEqual({ unknown: sending });
    await ended(next, 'SIGTERM');
    expect(sum(arrivalsOf(planted))).toBe(60 - sending);
    expect(Math.max(...arrivalsOf(planted))).toBe(1);
  },
);

test(
  'killed while calls are under way, and after answers that are not written: what Meta took is settled by statuses',
  { timeout: 90_000 },
  async () => {
    for (const dieAt of ['sending', 'answered'] as const) {
      const planted = await plant(80);
      stage.order('POST number/messages', { type: 'slow', milliseconds: 100 }, 1_000);
      await ended(await spawnDispatch(stage, { dieAt, dieAfter: 5 }));
      // What had left arrives all the same.
      await pause(300);
      const next = await spawnDispatch(stage);
      await expect.poll(async () => Object.keys(await states()), { timeout: 30_000 }).toEqual(['unknown']);
      await ended(next, 'SIGTERM');
      const before = arrivalsOf(planted);
      expect(Math.max(...before)).toBe(1);
      const { unknown = 0 } = await states();
      await tellStatuses();
      // What is left in doubt never reached Meta; nothing else is.
      expect((await states()).unknown ?? 0).toBe(before.filter((count) => count === 0).length);
      expect(unknown).toBeGreaterThan(0);
      await stage.app.database.asOwner(`delete from outbox`);
    }
  },
);

test(
  'killed at any moment: each message is taken once or is in doubt, and doubt is no more than was under way',
  { timeout: 120_000 },
  async () => {
    const planted = await plant(300);
    stage.order('POST number/messages', { type: 'slow', milliseconds: 40 }, 10_000);
    for (const milliseconds of [120, 350, 600]) {
      const child = await spawnDispatch(stage, { leaseSeconds: 4 });
      await pause(milliseconds);
      await ended(child, 'SIGKILL');
      await pause(150);
      await stage.app.database.asOwner(`update number_lanes set leased_until = clock_timestamp()`);
    }
    const last = await spawnDispatch(stage);
    await expect.poll(async () => (await states()).ready ?? 0, { timeout: 40_000 }).toBe(0);
    await expect.poll(async () => (await states()).sending ?? 0, { timeout: 20_000 }).toBe(0);
    await ended(last, 'SIGTERM');
    expect(Math.max(...arrivalsOf(planted))).toBe(1);
    const { unknown = 0 } = await states();
    expect(unknown).toBeLessThanOrEqual(3 * 40);
    await tellStatuses();
    expect((await states()).unknown ?? 0).toBe(arrivalsOf(planted).filter((count) => count === 0).length);
  },
);

test(
  'asked to end, it leaves nothing in doubt and the number free at once',
  { timeout: 60_000 },
  async () => {
    const planted = await plant(200);
    stage.order('POST number/messages', { type: 'slow', milliseconds: 200 }, 1_000);
    const child = await spawnDispatch(stage);
    await expect.poll(() => sum(arrivalsOf(planted)), { timeout: 10_000 }).toBeGreaterThan(20);
    await ended(child, 'SIGTERM');
    expect(Object.keys(await states())).toEqual(['ready']);
    const lanes = await stage.app.database.asOwner(
      `select holder from number_lanes where holder is not null`,
    );
    expect(lanes).toEqual([]);
    expect(Math.max(...arrivalsOf(planted))).toBe(1);
  },
);

test(
  'one that was stopped for longer than its lease does nothing when it goes on',
  { timeout: 60_000 },
  async () => {
    const planted = await plant(150);
    stage.order('POST number/messages', { type: 'slow', milliseconds: 100 }, 1_000);
    const zombie = await spawnDispatch(stage, { leaseSeconds: 4 });
    await expect.poll(() => sum(arrivalsOf(planted)), { timeout: 10_000 }).toBeGreaterThan(10);
    zombie.kill('SIGSTOP');
    const heir = await spawnDispatch(stage);
    await expect.poll(async () => Object.keys(await states()), { timeout: 30_000 }).toEqual(['unknown']);
    const before = sum(arrivalsOf(planted));
    zombie.kill('SIGCONT');
    // Answers that had come for it meanwhile are truth; everything else of it is refused.
    await pause(2_000);
    await ended(zombie, 'SIGKILL');
    await ended(heir, 'SIGTERM');
    // Calls that were being written when it was stopped may end; none begins.
    expect(sum(arrivalsOf(planted)) - before).toBeLessThanOrEqual(15);
    expect(Math.max(...arrivalsOf(planted))).toBe(1);
    await tellStatuses();
    expect((await states()).unknown ?? 0).toBe(arrivalsOf(planted).filter((count) => count === 0).length);
  },
);

test('two at once share the numbers and send everything once', { timeout: 60_000 }, async () => {
  const planted = await plant(150);
  const others = await plantMessages(stage.app.database, stage.otherPlace, { count: 150, class: 'utility' });
  const pair = await Promise.all([spawnDispatch(stage), spawnDispatch(stage)]);
  await expect.poll(states, { timeout: 30_000 }).toEqual({});
  await Promise.all(pair.map((child) => ended(child, 'SIGTERM')));
  expect(arrivalsOf([...planted, ...others])).toEqual(Array(300).fill(1));
});
