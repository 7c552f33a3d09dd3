import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestTwice } from '../../../test/digest-twice.ts';
import { append, connectAgain, cutAllConnections, renamed } from '../../../test/event-log.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import type { Database, SystemTx } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import { EventConsumers } from './consumers.ts';
import type { LoggedEvent } from './logged-event.ts';
import { listParked } from './parked.ts';
import { publishIn } from './publish.ts';
import { defineSubscriber, type Subscriber } from './subscriber.ts';
import { EventTail } from './tail.ts';

const surat = newId(new Date());
const pune = newId(new Date());
const actor = { kind: 'system', id: 'test' } as const;
let testDb: TestDatabase;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  testDb = await createTestDatabase();
  // Without a key: an effect that happens twice is two rows.
  await testDb.asOwner('create table digested (consumer text, workspace_id uuid, event_id uuid, name text)');
  await testDb.asOwner('grant all on digested to public');
});
beforeEach(async () => {
  await testDb.asOwner('truncate digested, events, parked_events, system.event_cursors');
});
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});
afterAll(() => testDb.drop());

const nameOf = ({ data }: LoggedEvent): string => (data as { name: string }).name;

async function write(tx: SystemTx, consumer: string, events: LoggedEvent[]): Promise<void> {
  await tx.sql(
    `insert into digested select $1, workspace_id, event_id, name
     from jsonb_to_recordset($2::jsonb) as row (workspace_id uuid, event_id uuid, name text)`,
    [
      consumer,
      JSON.stringify(
        events.map((event) => ({
          workspace_id: event.workspaceId,
          event_id: event.eventId,
          name: nameOf(event),
        })),
      ),
    ],
  );
}

const writer = (run: Subscriber['run'] = (tx, events) => write(tx, 'writer', events)): Subscriber =>
  defineSubscriber({ name: 'test.writer', types: ['role.created'], run });

async function consumersOn(subscribers: Subscriber[], db: Database = testDb.db) {
  const tail = new EventTail({ db, report: () => {} });
  const consumers = new EventConsumers({ db, tail, subscribers, report: () => {} });
  await tail.start();
  stops.push(() => tail.stop());
  return {
    start: () => {
      consumers.start();
      stops.push(() => consumers.stop());
    },
    stopSoon: () => void consumers.stop(),
    drain: () => consumers.drain(),
    lag: () => consumers.lag(),
    retryParked: (...key: Parameters<EventConsumers['retryParked']>) => consumers.retryParked(...key),
  };
}

function otherProcess(): Database {
  const db = connectAgain(testDb);
  stops.push(() => db.close());
  return db;
}

async function digested(): Promise<string[]> {
  const rows = await testDb.asOwner<{ name: string }>('select name from digested order by ctid');
  return rows.map(({ name }) => name);
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => renamed(`event ${at}`));
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `event ${at}`);

describe('a subscriber', () => {
  test('gets every event of its types from the beginning of the log, across workspaces, in order', async () => {
    await append(testDb.db, surat, [renamed('a'), { type: 'workspace.updated', data: { changed: [] } }]);
    await append(testDb.db, pune, [renamed('b')]);
    const { drain } = await consumersOn([writer()]);
    await drain();
    const rows = await testDb.asOwner('select workspace_id, name from digested order by ctid');
    expect(rows).toEqual([
      { workspace_id: surat, name: 'a' },
      { workspace_id: pune, name: 'b' },
    ]);
  });

  test('that begins now gets nothing of the past', async () => {
    await append(testDb.db, surat, [renamed('past')]);
    // What a transaction of another database of this server holds back is not past yet.
    const isPast = async (): Promise<boolean> => {
      const [row] = await testDb.asOwner<{ isPast: boolean }>(
        'select bool_and(tx < pg_snapshot_xmin(pg_current_snapshot())) as "isPast" from events',
      );
      return row!.isPast;
    };
    await expect.poll(isPast).toBe(true);
    const fromNow = defineSubscriber({
      name: 'test.from-now',
      types: ['role.created'],
      from: 'now',
      run: (tx, events) => write(tx, 'from-now', events),
    });
    const { drain } = await consumersOn([fromNow]);
    await drain();
    await append(testDb.db, surat, [renamed('present')]);
    await drain();
    expect(await digested()).toEqual(['present']);
  });

  test('may tell further facts, which are digested as well', async () => {
    const echo = defineSubscriber({
      name: 'test.echo',
      types: ['workspace.created'],
      run: (tx, events) =>
        publishIn(
          tx,
          events.map(({ workspaceId, data }) => ({ ...renamed(`${data.name} again`), workspaceId })),
        ),
    });
    await append(testDb.db, surat, [{ type: 'workspace.created', data: { name: 'Surat' } }]);
    const { drain } = await consumersOn([writer(), echo]);
    await drain();
    expect(await digested()).toEqual(['Surat again']);
  });

  test('that is given the log a second time shows whether it can take that', async () => {
    await append(testDb.db, surat, numbered(3));
    const careless = await digestTwice({ db: testDb.db, subscriber: writer(), read: digested });
    expect(careless.map(({ length }) => length)).toEqual([3, 6]);
    const careful = writer(async (tx, events) => {
      await tx.sql('delete from digested where event_id = any($1)', [events.map(({ eventId }) => eventId)]);
      await write(tx, 'writer', events);
    });
    await testDb.asOwner('truncate digested');
    const [once, twice] = await digestTwice({ db: testDb.db, subscriber: careful, read: digested });
    expect(twice).toEqual(once);
  });

  test('is woken when something happens, and soon', async () => {
    const { start } = await consumersOn([writer()]);
    start();
    await sleep(100);
    const started = performance.now();
    await append(testDb.db, surat, [renamed('news')]);
    while ((await digested()).length === 0) await sleep(5);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('that dies between its writes and the commit leaves no trace, and takes effect once', async () => {
    // PostgreSQL itself ends the connection in the commit that would move the cursor, twice.
    await testDb.asOwner(`
      create sequence deaths;
      grant usage on sequence deaths to public;
      create function die() returns trigger language plpgsql as $$ begin
        if nextval('deaths') <= 2 then perform pg_terminate_backend(pg_backend_pid()), pg_sleep(1); end if;
        return null;
      end $$;
      create constraint trigger die after update on system.event_cursors deferrable initially deferred
        for each row execute function die()`);
    let runs = 0;
    const counted = writer(async (tx, events) => {
      runs++;
      await write(tx, 'writer', events);
    });
    await append(testDb.db, surat, numbered(20));
    const { drain } = await consumersOn([counted]);
    await drain();
    await testDb.asOwner('drop trigger die on system.event_cursors');
    expect(runs).toBe(3);
    expect(await digested()).toEqual(names(20));
  });

  test('survives the loss of the database', async () => {
    const { start, drain } = await consumersOn([writer()]);
    start();
    for (let round = 0; round < 5; round++) {
      await append(testDb.db, surat, [renamed(`event ${round}`)]).catch(() => {});
      await cutAllConnections(testDb);
    }
    await sleep(50);
    const committed = await testDb.asOwner<{ name: string }>(
      `select data ->> 'name' as name from events order by tx, seq`,
    );
    for (let drained = false; !drained;) {
      drained = await drain().then(
        () => true,
        () => false,
      );
    }
    expect(await digested()).toEqual(committed.map(({ name }) => name));
  });

  test('runs in one of two processes at a time, and the other takes over when it dies', async () => {
    const active = { now: 0, most: 0 };
    const counted = (label: string): Subscriber =>
      writer(async (tx, events) => {
        active.most = Math.max(active.most, ++active.now);
        await sleep(5);
        await write(tx, label, events);
        active.now--;
      });
    const otherDb = otherProcess();
    const here = await consumersOn([counted('here')]);
    const there = await consumersOn([counted('there')], otherDb);
    here.start();
    there.start();
    for (let round = 0; round < 40; round++) await append(testDb.db, surat, [renamed(`event ${round}`)]);
    await here.drain();
    expect(await digested()).toEqual(names(40));
    expect(active.most).toBe(1);
  });

  test('is taken over by another process soon after the one that ran it died', async () => {
    let tellBusy: () => void = () => {};
    const busy = new Promise<void>((resolve) => (tellBusy = resolve));
    const stuck = writer(async (tx) => {
      tellBusy();
      await tx.sql('select pg_sleep(20)');
    });
    const dyingDb = otherProcess();
    const dying = await consumersOn([stuck], dyingDb);
    const heir = await consumersOn([writer()]);
    await append(testDb.db, surat, [renamed('left behind')]);
    dying.start();
    await busy;
    heir.start();
    await sleep(100);
    expect(await digested()).toEqual([]);
    dying.stopSoon();
    await testDb.asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query like 'select pg_sleep%' and datname = current_database()`,
    );
    const died = performance.now();
    while ((await digested()).length === 0) await sleep(10);
    expect(performance.now() - died).toBeLessThan(2_000);
  });
});

describe('an event that cannot be digested', () => {
  const poisoned = (bad: string[]): Subscriber =>
    writer(async (tx, events) => {
      await write(tx, 'writer', events);
      if (events.some((event) => bad.includes(nameOf(event))))
        throw new Error('cannot reach asha@example.in about +919812345678');
    });

  test('is found among 500 and parked with its reason, and the rest goes on', async () => {
    await append(testDb.db, surat, numbered(500));
    const { drain, lag } = await consumersOn([poisoned(['event 137', 'event 400'])]);
    await drain();
    const parked = await testDb.db.readWorkspace({ workspaceId: surat, actor }, (tx) =>
      listParked(tx, { limit: 10 }),
    );
    expect(parked.items).toHaveLength(2);
    expect(parked.items[0]).toMatchObject({ consumer: 'test.writer', type: 'role.created' });
    expect(parked.items[0]!.reason).toMatch(/^Error: cannot reach/);
    expect(parked.items[0]!.reason).not.toMatch(/asha|98123/);
    expect(await digested()).toEqual(names(500).filter((name) => !['event 137', 'event 400'].includes(name)));
    expect(await lag()).toEqual([{ consumer: 'test.writer', behind: 0, seconds: 0, parked: 2 }]);
  });

  test('is digested when it is retried and what was wrong is gone', async () => {
    const bad = ['event 1'];
    await append(testDb.db, surat, numbered(3));
    const { drain, retryParked } = await consumersOn([poisoned(bad)]);
    await drain();
    const [row] = await testDb.asOwner<{ event_id: string }>('select event_id from parked_events');
    await expect(retryParked(surat, 'test.writer', row!.event_id)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await testDb.asOwner('select 1 from parked_events')).toHaveLength(1);
    await expect(retryParked(pune, 'test.writer', row!.event_id)).rejects.toMatchObject({
      code: 'not_found',
    });
    bad.length = 0;
    await retryParked(surat, 'test.writer', row!.event_id);
    expect(await testDb.asOwner('select 1 from parked_events')).toHaveLength(0);
    expect(await digested()).toEqual(['event 0', 'event 2', 'event 1']);
    await expect(retryParked(surat, 'test.writer', row!.event_id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('is listed to its own workspace alone, page by page', async () => {
    await append(testDb.db, surat, numbered(5));
    await append(testDb.db, pune, [renamed('event 0')]);
    const { drain } = await consumersOn([poisoned(names(5))]);
    await drain();
    const list = (workspaceId: string, cursor?: string) =>
      testDb.db.readWorkspace({ workspaceId, actor }, (tx) => listParked(tx, { cursor, limit: 3 }));
    const first = await list(surat);
    expect(first.items).toHaveLength(3);
    const second = await list(surat, first.nextCursor!);
    expect(second.items).toHaveLength(2);
    expect(second.nextCursor).toBeNull();
    expect((await list(pune)).items).toHaveLength(1);
    await expect(list(surat, 'nonsense')).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

test('how far a subscriber is behind can be told', async () => {
  const { drain, lag } = await consumersOn([writer()]);
  await drain();
  await append(testDb.db, surat, [...numbered(3), { type: 'workspace.updated', data: { changed: [] } }]);
  testDb.clock.advance(60_000);
  await drain();
  await append(testDb.db, surat, numbered(2));
  testDb.clock.advance(30_000);
  expect(await lag()).toEqual([{ consumer: 'test.writer', behind: 2, seconds: 30, parked: 0 }]);
});
