import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { Change } from './collection.ts';
import { temporaryFolder } from './test/temporary.ts';
import { linesOfJournal, morning, openWorld } from './test/worlds.ts';
import type { World, WorldSettings } from './world.ts';

interface Order {
  id: string;
  state: string;
  pin?: string;
}

function openShop(settings: Partial<WorldSettings> = {}) {
  const world = openWorld(settings);
  const orders = world.collection<Order>('orders', { hidden: ['pin'] });
  const setting = world.setting('shop', { deliveryDays: 3 });
  const queue: string[] = [];
  world.keep('queue', {
    save: () => [...queue],
    restore: (values) => void queue.splice(0, queue.length, ...(values as string[])),
  });
  const deliver = world.tasks.on<string>('deliver', (id, at) => {
    orders.change(id, { state: `delivered ${at - morning}` });
  });
  return { world, orders, setting, queue, deliver };
}

test('travelling lets everything happen at its own moment, also what is planned on the way', async () => {
  const { world, orders, deliver } = openShop();
  const seen: number[] = [];
  world.tasks.on<number>('again', (left) => {
    seen.push(world.clock.now() - morning);
    if (left > 0) world.tasks.schedule({ kind: 'again', at: world.clock.now() + 10, payload: left - 1 });
  });
  orders.put({ id: 'a', state: 'new' });
  deliver(morning + 25, 'a');
  world.tasks.schedule({ kind: 'again', at: morning + 10, payload: 5 });
  await world.travel(40);
  expect(seen).toEqual([10, 20, 30, 40]);
  expect(orders.get('a')?.state).toBe('delivered 25');
  expect(world.clock.now()).toBe(morning + 40);
});

test('before time moves on, what stands above comes to rest before what it stands on', async () => {
  const { world, deliver, orders } = openShop();
  const rested: string[] = [];
  world.settleBefore(async () => void rested.push('webhooks'));
  world.settleBefore(async () => void rested.push('downloads'));
  orders.put({ id: 'a', state: 'new' });
  deliver(morning + 5, 'a');
  await world.travel(10);
  expect(rested).toEqual(['downloads', 'webhooks', 'downloads', 'webhooks']);
});

test('everything of a world is taken up again: things, plans, queues, settings, chance and time', async () => {
  const folder = temporaryFolder();
  const first = openShop({ folder });
  first.orders.put({ id: first.world.ids.next(), state: 'new', pin: '4321' });
  first.orders.put({ id: 'b', state: 'new' });
  first.deliver(morning + 60_000, 'b');
  first.queue.push('rikshaw');
  first.world.settings.change('shop', { deliveryDays: 9 });
  await first.world.travel(5000);
  await first.world.save();

  const second = openShop({ folder, now: 0, rate: 5 });
  expect(await second.world.wake()).toBe(true);
  expect(second.orders.save()).toEqual(first.orders.save());
  expect(second.queue).toEqual(['rikshaw']);
  expect(second.setting.value.deliveryDays).toBe(9);
  expect(second.world.clock.save()).toEqual(first.world.clock.save());
  for (const { world } of [first, second]) await world.travel(100_000);
  expect(second.orders.get('b')?.state).toBe('delivered 60000');
  expect([second.world.ids.next(), second.world.random.next()]).toEqual([
    first.world.ids.next(),
    first.world.random.next(),
  ]);
});

test('a setting that is newer than the snapshot has its default', async () => {
  const folder = temporaryFolder();
  await openWorld({ folder }).save();
  const { world, setting } = openShop({ folder });
  await world.wake();
  expect(setting.value).toEqual({ id: 'shop', deliveryDays: 3 });
});

test('ids that were given away before a crash are not given again', async () => {
  const folder = temporaryFolder();
  const before = openShop({ folder });
  await before.world.save();
  const given = before.world.ids.next();
  const chance = before.world.random.hex(20);
  before.orders.put({ id: given, state: 'new' });
  before.world.journal.flush();

  const after = openShop({ folder });
  await after.world.wake();
  const again = Array.from({ length: 1000 }, () => after.world.ids.next());
  expect(again).not.toContain(given);
  expect(again.every((id) => id > given)).toBe(true);
  expect(after.world.random.hex(20)).not.toBe(chance);
});

test('saves that overlap leave a whole snapshot of the last moment', async () => {
  const { world, orders } = openShop();
  const saves: Promise<void>[] = [];
  for (let count = 0; count < 5; count++) {
    for (let more = 0; more < 800; more++) orders.put({ id: `${count}-${more}`, state: 'new' });
    saves.push(world.save());
  }
  await Promise.all(saves);
  orders.restore([]);
  expect(await world.load()).toBe(true);
  expect(orders.size).toBe(4000);
});

test('a save that fails does not keep the next from being saved', async () => {
  const { world } = openShop();
  await expect(world.save('/nowhere/at/all')).rejects.toThrow('ENOENT');
  await world.save();
  expect(await world.load()).toBe(true);
});

test('the journal tells every change and never a hidden property, however deep it lies', async () => {
  const { world, orders } = openShop();
  const nested = world.collection<{ id: string; subscriptions: object[] }>('accounts', {
    hidden: ['verifyToken'],
  });
  orders.put({ id: 'a', state: 'new', pin: '987654' });
  orders.change('a', { pin: '555555' });
  orders.change('a', { state: 'paid', pin: undefined });
  nested.put({ id: 'b', subscriptions: [{ appId: '1', verifyToken: 'very secret' }] });
  const lines = await linesOfJournal(world, ['state']);
  const changes = lines.filter(({ collection }) => collection !== 'settings').map(({ change }) => change);
  expect(changes).toEqual([
    { id: 'a', state: 'new', pin: '(hidden)' },
    { pin: '(hidden)' },
    { state: 'paid', pin: '(hidden)' },
    { id: 'b', subscriptions: [{ appId: '1', verifyToken: '(hidden)' }] },
  ]);
  const text = readFileSync(`${world.folder}/journal/journal-00001.ndjson`, 'utf8');
  expect(text).not.toMatch(/987654|555555|very secret/);
});

test('a property that is taken away is null in the journal', async () => {
  const { world, orders } = openShop();
  orders.put({ id: 'a', state: 'new' });
  const states = world.collection<{ id: string; until?: number }>('states');
  states.put({ id: 'x', until: 5 });
  states.change('x', { until: undefined });
  expect((await linesOfJournal(world)).at(-1)).toMatchObject({ id: 'x', change: { until: null } });
});

test('who listens hears changes with everything in them, until told to stop', () => {
  const { world, orders } = openShop();
  const heard: Change[] = [];
  const stop = world.onChange((change) => heard.push(change));
  orders.put({ id: 'a', state: 'new', pin: '1' });
  stop();
  orders.delete('a');
  expect(heard).toEqual([
    { collection: 'orders', id: 'a', change: { id: 'a', state: 'new', pin: '1' }, isNew: true },
  ]);
});

test('names that are taken twice are mistakes that show at once', () => {
  const { world } = openShop();
  expect(() => world.collection('orders')).toThrow('twice');
  expect(() => world.keep('queue', { save: () => [], restore: () => {} })).toThrow('twice');
});

test('a running world performs what is due without being asked, and a frozen one when time is let run', async () => {
  const { world, orders, deliver } = openShop();
  orders.put({ id: 'a', state: 'new' });
  deliver(morning + 30_000, 'a');
  world.tasks.start();
  await setTimeout(20);
  expect(orders.get('a')?.state).toBe('new');
  world.runTime(10_000);
  await vi.waitFor(() => expect(orders.get('a')?.state).toBe('delivered 30000'));
});

/** What a world did, as text: one day in a shop whose customers leave things to chance. */
async function dayOf(seed: string): Promise<string> {
  const { world, orders, deliver } = openShop({ seed });
  const visit: (at: number, payload: number) => number = world.tasks.on<number>('visit', (left) => {
    const { id } = orders.put({
      id: world.ids.next(),
      state: world.random.pick(['saree', 'dupatta', 'lehenga']),
    });
    if (world.random.chance(0.7)) deliver(world.clock.now() + world.random.integer(1, 9_000_000), id);
    if (left > 0) visit(world.clock.now() + world.random.integer(1, 900_000), left - 1);
  });
  visit(morning, 40);
  await world.travel(86_400_000);
  return textOf(world);
}

async function textOf(world: World): Promise<string> {
  return (await linesOfJournal(world)).map((line) => JSON.stringify(line)).join('\n');
}

test('the same seed and the same calls give the same journal, another seed another', async () => {
  const day = await dayOf('surat');
  expect(await dayOf('surat')).toBe(day);
  expect(await dayOf('pune')).not.toBe(day);
});
