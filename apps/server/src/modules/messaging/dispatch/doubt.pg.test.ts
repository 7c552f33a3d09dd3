import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { plantMessages, type Planted } from '../../../../test/dispatch/plant.ts';
import { openDispatchStage, type DispatchStage } from '../../../../test/dispatch/stage.ts';
import type { Proof } from '../messages/neighbours.ts';
import type { Dispatch } from './dispatch.ts';
import { findDoubts } from './doubt.ts';

let stage: DispatchStage;
let dispatch: Dispatch | undefined;
beforeAll(async () => {
  stage = await openDispatchStage();
});
afterEach(async () => {
  await dispatch?.stop();
  await stage.app.database.asOwner(`delete from outbox`);
  await stage.app.database.asOwner(`delete from status_pulses`);
});
afterAll(() => stage[Symbol.asyncDispose]());

type MessageClass = 'otp' | 'reply' | 'utility' | 'marketing';

/** Sent, with an answer that never came: whether Meta has it is for the test to say. */
async function plantDoubt(messageClass: MessageClass, { taken = false } = {}): Promise<Planted> {
  stage.order('POST number/messages', { type: taken ? 'reset-after' : 'reset-before' });
  const [message] = await plantMessages(stage.app.database, stage.place, {
    class: messageClass,
    type: 'text',
    content: { text: { body: 'Your order is ready' } },
  });
  dispatch = stage.start();
  await expect.poll(() => stage.outboxOf(message!.messageId), { timeout: 20_000 }).toBe('unknown');
  return message!;
}

/** Ten minutes in which Meta told of messages that were sent so long after the doubt began. */
const hearStatuses = (seconds: number) =>
  stage.app.database.asOwner(
    `insert into status_pulses (workspace_id, number_id, slot, newest_send_at, statuses)
     select o.workspace_id, o.number_id, o.since + nth * interval '10 seconds', o.since + $1 * interval '1 second', 1
     from outbox o, generate_series(1, 60) as nth where o.state = 'unknown'`,
    [seconds],
  );
const arrivals = (messageId: string): number =>
  stage.arrived().filter(({ opaque }) => opaque?.includes(messageId)).length;

test('what is of use twice is sent once more when Meta has told of later ones for long, and says so', async () => {
  const { messageId } = await plantDoubt('utility');
  await hearStatuses(5);
  await expect.poll(() => stage.statusOf(messageId), { timeout: 10_000 }).toBe('accepted');
  expect(arrivals(messageId)).toBe(1);
  const [message] = await stage.app.database.asOwner<{ possibleDuplicate: boolean; outcomes: string[] }>(
    `select possible_duplicate as "possibleDuplicate",
       (select array_agg(outcome order by attempt) from attempts a where a.message_id = m.message_id) as outcomes
     from messages m where message_id = $1`,
    [messageId],
  );
  expect(message).toEqual({ possibleDuplicate: true, outcomes: ['unknown', 'accepted'] });
});

test('waiting stands still while Meta tells nothing of later messages', async () => {
  const { messageId } = await plantDoubt('utility');
  await hearStatuses(-60);
  const doubts = await stage.app.db.acrossWorkspaces('dispatch', (tx) => findDoubts(tx, stage.place));
  expect(doubts).toMatchObject([{ messageId, waitedSeconds: 0, laterStatuses: 0 }]);
});

test.each([
  ['marketing', 'unknown unconfirmed', null],
  ['otp', 'unknown unconfirmed', null],
  ['reply', 'unknown not_confirmed', 'unknown not_confirmed'],
] as const)('of class %s nothing is sent again by itself', async (messageClass, status, queued) => {
  const { messageId } = await plantDoubt(messageClass);
  await hearStatuses(5);
  await expect.poll(() => stage.statusOf(messageId), { timeout: 10_000 }).toBe(status);
  expect(await stage.outboxOf(messageId)).toBe(queued);
  expect(arrivals(messageId)).toBe(0);
});

test('a message at Meta that nobody here knows keeps one in doubt from being sent again', async () => {
  const { messageId } = await plantDoubt('utility', { taken: true });
  await hearStatuses(5);
  await expect.poll(() => stage.statusOf(messageId), { timeout: 10_000 }).toBe('unknown unconfirmed');
  expect(arrivals(messageId)).toBe(1);
});

test.each<[string, (contactId: string) => Partial<Proof>]>([
  ['a customer answers it', (contactId) => ({ by: 'reply', contactId })],
  [
    'another device repeats it',
    (contactId) => ({
      by: 'echo',
      contactId,
      type: 'text',
      content: { text: { body: 'Your order is ready' } },
    }),
  ],
])('a doubt ends when %s', async (_, told) => {
  const { messageId, contactId } = await plantDoubt('marketing', { taken: true });
  const wamid = `wamid.${messageId}`;
  await stage.app.db.acrossWorkspaces('processing', (tx) =>
    stage.sending.settle(tx, [{ ...stage.place, wamid, at: tx.now, ...told(contactId) } as Proof]),
  );
  expect(await stage.statusOf(messageId)).toBe('accepted');
  expect(await stage.outboxOf(messageId)).toBeNull();
});

test('another message said by another device proves nothing', async () => {
  const { messageId, contactId } = await plantDoubt('marketing', { taken: true });
  await stage.app.db.acrossWorkspaces('processing', (tx) =>
    stage.sending.settle(tx, [
      {
        ...stage.place,
        wamid: 'wamid.other',
        at: tx.now,
        by: 'echo',
        contactId,
        type: 'text',
        content: { text: { body: 'Hi' } },
      },
    ]),
  );
  expect(await stage.outboxOf(messageId)).toBe('unknown');
});

test.each([
  ['resend', 'accepted', 1],
  ['close', 'unknown unconfirmed', 0],
] as const)('a person decides: %s', async (verdict, status, times) => {
  const { messageId } = await plantDoubt('reply');
  await stage.owner.api.post(`/outbox/${messageId}/settle`, { verdict });
  await expect.poll(() => stage.statusOf(messageId), { timeout: 10_000 }).toBe(status);
  expect(arrivals(messageId)).toBe(times);
});
