import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { plantMessages, type Planted } from '../../../../test/dispatch/plant.ts';
import { openDispatchStage, type DispatchStage } from '../../../../test/dispatch/stage.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Dispatch } from './dispatch.ts';
import { findOwn } from './lanes.ts';
import { givenBack } from './outcome.ts';
import { shortenWaits } from './queue.ts';
import { recordResults } from './record.ts';

let stage: DispatchStage;
let dispatch: Dispatch | undefined;
beforeAll(async () => {
  stage = await openDispatchStage();
});
afterEach(async () => {
  await dispatch?.stop();
  await stage.app.database.asOwner(`delete from outbox`);
});
afterAll(() => stage[Symbol.asyncDispose]());

const hours = 3_600_000;
const timesArrived = (messageId: string): number =>
  stage.arrived().filter(({ opaque }) => opaque?.includes(messageId)).length;

async function outcomesOf(planted: readonly Planted[]): Promise<string[]> {
  const rows = await stage.app.database.asOwner<{ outcomes: string }>(
    `select string_agg(outcome, ' ' order by attempt) as outcomes from attempts where message_id = any($1) group by message_id`,
    [planted.map(({ messageId }) => messageId)],
  );
  return rows.map(({ outcomes }) => outcomes);
}

/** A database whose connection breaks once, right after a commit by which messages were claimed. */
function losingOneClaim(db: Database): Database {
  let isLost = false;
  const losing: Database['acrossWorkspaces'] = async (path, work, actor) => {
    const answer = await db.acrossWorkspaces(path, work, actor);
    const { sends = [] } = (answer ?? {}) as { sends?: unknown[] };
    if (isLost || sends.length === 0) return answer;
    isLost = true;
    throw new Error('The connection broke.');
  };
  return { ...db, acrossWorkspaces: losing };
}

test('what a claim took whose answer was lost leaves all the same, once', { timeout: 30_000 }, async () => {
  const planted = await plantMessages(stage.app.database, stage.place, { count: 5, class: 'marketing' });
  dispatch = stage.start({ db: losingOneClaim(stage.app.db) });
  for (const { messageId } of planted)
    await expect.poll(() => stage.statusOf(messageId), { timeout: 20_000 }).toBe('accepted');
  expect(planted.map(({ messageId }) => timesArrived(messageId))).toEqual([1, 1, 1, 1, 1]);
  expect(await outcomesOf(planted)).toEqual(Array(5).fill('not_sent accepted'));
});

test('what is under way for long is not taken for lost', { timeout: 30_000 }, async () => {
  stage.order('POST number/messages', { type: 'slow', milliseconds: 6_000 });
  const [slow] = await plantMessages(stage.app.database, stage.place, { class: 'utility' });
  dispatch = stage.start();
  await expect.poll(() => stage.statusOf(slow!.messageId), { timeout: 20_000 }).toBe('accepted');
  expect(await outcomesOf([slow!])).toEqual(['accepted']);
  expect(timesArrived(slow!.messageId)).toBe(1);
});

test('whoever has lost a message to another sender changes nothing of it', async () => {
  const { app, place, sending } = stage;
  const [message] = await plantMessages(app.database, place, { class: 'utility' });
  await app.database.asOwner(
    `update outbox set state = 'sending', fence = 8, attempts = 1, since = now() where message_id = $1`,
    [message!.messageId],
  );
  const record = (fence: number): Promise<unknown[]> =>
    app.db.acrossWorkspaces('dispatch', async (tx) => {
      const rows = await findOwn(tx, { ...place, holder: message!.messageId, fence: 8 });
      return recordResults(
        tx,
        sending.dispatch,
        rows.map((row) => givenBack({ ...row, fence })),
      );
    });
  expect(await record(7)).toHaveLength(1);
  expect(await stage.outboxOf(message!.messageId)).toBe('sending');
  expect(await record(8)).toHaveLength(0);
  expect(await stage.outboxOf(message!.messageId)).toBe('ready');
});

test('a code begins at once while calls of a campaign do not come back', { timeout: 40_000 }, async () => {
  const { app, place } = stage;
  stage.order('POST number/messages', { type: 'slow', milliseconds: 12_000 }, 400);
  await plantMessages(app.database, place, { count: 400, class: 'marketing' });
  dispatch = stage.start();
  const sendingNow = async (): Promise<number> => {
    const [row] = await app.database.asOwner<{ count: string }>(
      `select count(*) from outbox where state = 'sending'`,
    );
    return Number(row!.count);
  };
  await expect.poll(sendingNow, { timeout: 10_000 }).toBeGreaterThan(300);
  const [code] = await plantMessages(app.database, place, { class: 'otp' });
  await expect.poll(() => stage.outboxOf(code!.messageId), { timeout: 10_000 }).toBe('sending');
});

test('a clock that was a day ahead for a while keeps nobody waiting', { timeout: 60_000 }, async () => {
  const { app, place } = stage;
  const ahead = new Date(app.clock.now().getTime() + 26 * hours);
  const [indebted] = await plantMessages(app.database, place, { class: 'utility' });
  await app.database.asOwner(`update conversations set pair_debt_until = $2 where conversation_id = $1`, [
    indebted!.conversationId,
    ahead,
  ]);
  dispatch = stage.start();
  await expect.poll(() => stage.statusOf(indebted!.messageId), { timeout: 20_000 }).toBe('accepted');
  const [owed] = await app.database.asOwner<{ seconds: number }>(
    `select extract(epoch from pair_debt_until - $2::timestamptz)::float8 as seconds from conversations where conversation_id = $1`,
    [indebted!.conversationId, app.clock.now()],
  );
  expect(owed!.seconds).toBeLessThan(280);
});

test('waits that a wrong clock made long end; those that are meant to be long stay', async () => {
  const { app, place } = stage;
  const later = async (hold: string, wait: number): Promise<string> => {
    const dueAt = new Date(app.clock.now().getTime() + wait * hours);
    const [planted] = await plantMessages(app.database, place, { state: 'waiting', hold, dueAt });
    return planted!.messageId;
  };
  const planted = [
    { id: await later('turn', 1), isDue: true },
    { id: await later('number_paused', 1), isDue: true },
    { id: await later('pair_rate', 1), isDue: false },
    { id: await later('pair_rate', 26), isDue: true },
    { id: await later('scheduled', 26), isDue: false },
  ];
  await app.db.acrossWorkspaces('dispatch', (tx) => shortenWaits(tx, place));
  const due = await app.database.asOwner<{ id: string; isDue: boolean }>(
    `select message_id as id, due_at <= $1 as "isDue" from outbox order by message_id`,
    [app.clock.now()],
  );
  expect(due).toEqual(planted);
});

test('what is queued at a number that is not connected says so', { timeout: 30_000 }, async () => {
  const { app, place, owner } = stage;
  const [message] = await plantMessages(app.database, place, { class: 'utility' });
  await app.database.asOwner(`update numbers set disconnected_at = now() where number_id = $1`, [
    place.numberId,
  ]);
  dispatch = stage.start();
  const { body } = await owner.api.get<{ items: { messageId: string; hold: string; why: { en: string } }[] }>(
    '/outbox?hold=number_disconnected',
  );
  expect(body.items).toMatchObject([{ messageId: message!.messageId, hold: 'number_disconnected' }]);
  expect(body.items[0]!.why.en).toMatch(/not connected/);
  await app.database.asOwner(`update numbers set disconnected_at = null where number_id = $1`, [
    place.numberId,
  ]);
  await expect.poll(() => stage.statusOf(message!.messageId), { timeout: 15_000 }).toBe('accepted');
});
