import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { GroupCommit, type GroupCommitLimits } from './group-commit.ts';

interface Store {
  items: string[];
  done: () => void;
  fail: (error: Error) => void;
}

/** A group whose batches are stored when the test says so. */
function open(limits: Partial<GroupCommitLimits> = {}) {
  const stores: Store[] = [];
  const reported: unknown[] = [];
  let over = false;
  const group = new GroupCommit<string>({
    store: (items) =>
      over
        ? Promise.resolve()
        : new Promise((done, fail) => {
            stores.push({ items, done, fail });
          }),
    bytesOf: (item) => item.length,
    report: (error) => reported.push(error),
    limits,
  });
  onTestFinished(() => {
    over = true;
    for (const { done } of stores) done();
  });
  return { group, stores, reported };
}

const turn = (): Promise<void> => pause(5);
const waits = (): Promise<string> => Promise.resolve('waits');
const outcomeOf = (added: Promise<void>): Promise<string> =>
  added.then(
    () => 'durable',
    (error: { code: string }) => error.code,
  );

test('what comes at the same moment is stored together, and answered when that is durable', async () => {
  const { group, stores } = open();
  const outcomes = ['a', 'b', 'c'].map((item) => outcomeOf(group.add(item)));
  await turn();
  expect(stores.map(({ items }) => items)).toEqual([['a', 'b', 'c']]);
  expect(await Promise.race([...outcomes, waits()])).toBe('waits');
  stores[0]!.done();
  expect(await Promise.all(outcomes)).toEqual(['durable', 'durable', 'durable']);
});

test('while as many batches as allowed are stored the next one gathers', async () => {
  const { group, stores } = open({ batches: 2 });
  const outcomes: Promise<string>[] = [];
  for (const item of ['a', 'b', 'c', 'd']) {
    outcomes.push(outcomeOf(group.add(item)));
    await turn();
  }
  expect(stores.map(({ items }) => items)).toEqual([['a'], ['b']]);
  stores[1]!.done();
  await turn();
  expect(stores.map(({ items }) => items)).toEqual([['a'], ['b'], ['c', 'd']]);
  stores[0]!.done();
  stores[2]!.done();
  expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['durable']));
});

test('a batch is bounded by items and by bytes, and one that is larger goes alone', async () => {
  const { group, stores } = open({ batches: 4, batchItems: 3, batchBytes: 10 });
  for (const item of ['1', '2', '3', '4', 'x'.repeat(9), 'y'.repeat(30), 'z']) void group.add(item);
  await turn();
  expect(stores.map(({ items }) => items.map((item) => item.length))).toEqual([[1, 1, 1], [1, 9], [30], [1]]);
});

test('a batch that fails refuses those in it and nobody else, and says why once', async () => {
  const { group, stores, reported } = open({ batchItems: 2 });
  const outcomes = ['a', 'b', 'c'].map((item) => outcomeOf(group.add(item)));
  await turn();
  const broken = new Error('the disk is full');
  stores[0]!.fail(broken);
  stores[1]!.done();
  expect(await Promise.all(outcomes)).toEqual(['unavailable', 'unavailable', 'durable']);
  expect(reported).toEqual([broken]);
});

test('past a number of items or of bytes nobody may wait', async () => {
  const { group: items } = open({ batches: 1, batchItems: 1, waitingItems: 2 });
  void items.add('stored now');
  await turn();
  const waiting = [items.add('a'), items.add('b')].map(outcomeOf);
  expect(await outcomeOf(items.add('c'))).toBe('unavailable');
  const { group: bytes } = open({ batches: 1, batchItems: 1, waitingBytes: 10 });
  void bytes.add('stored now');
  await turn();
  waiting.push(outcomeOf(bytes.add('123456')));
  expect(await outcomeOf(bytes.add('12345'))).toBe('unavailable');
  expect(await Promise.race([...waiting, waits()])).toBe('waits');
});

test('who has waited too long is refused, in a batch as in the line, and then nobody joins a dead line', async () => {
  const { group, stores } = open({ batches: 1, lateBatches: 0, batchItems: 1, patience: 40 });
  const started = performance.now();
  const outcomes = ['in the batch', 'in the line'].map((item) => outcomeOf(group.add(item)));
  expect(await Promise.all(outcomes)).toEqual(['unavailable', 'unavailable']);
  expect(performance.now() - started).toBeGreaterThanOrEqual(40);
  const refused = performance.now();
  expect(await outcomeOf(group.add('late'))).toBe('unavailable');
  expect(performance.now() - refused).toBeLessThan(20);
  // The batch comes back after all, and everything goes on.
  stores[0]!.done();
  await turn();
  const after = outcomeOf(group.add('after'));
  await turn();
  stores[1]!.done();
  expect(await after).toBe('durable');
});

test('after a failure one batch at a time finds out whether it is over', async () => {
  const { group, stores } = open();
  const first = outcomeOf(group.add('a'));
  await turn();
  stores[0]!.fail(new Error('the database is away'));
  expect(await first).toBe('unavailable');
  const scout = outcomeOf(group.add('b'));
  await turn();
  expect(await outcomeOf(group.add('c'))).toBe('unavailable');
  stores[1]!.done();
  expect(await scout).toBe('durable');
  const after = ['d', 'e'].map((item) => outcomeOf(group.add(item)));
  await turn();
  stores[2]!.done();
  expect(await Promise.all(after)).toEqual(['durable', 'durable']);
});

test('a batch that does not come back leaves its place to another', async () => {
  const { group, stores } = open({ batches: 1, lateBatches: 1, batchItems: 1, patience: 40 });
  expect(await outcomeOf(group.add('lost'))).toBe('unavailable');
  const after = outcomeOf(group.add('after'));
  await turn();
  stores[1]!.done();
  expect(await after).toBe('durable');
});
