import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { digestTwice } from '../../../../test/digest-twice.ts';
import { hours, insertRow, openSendingGround, type SendingGround } from '../../../../test/sending/ground.ts';
import type { SystemTx } from '../../../platform/db/index.ts';
import type { Fact } from '../../../platform/events/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { countDays, noteSpans } from './count-days.ts';
import { templateScorecardSubscribers } from './subscribers.ts';
import { watchSends, type WatchedEvent } from './watch-sends.ts';

let ground: SendingGround;
let templateId: string;
let conversationId: string;
let contactId: string;
const sentAt = new Date('2026-11-19T06:30:00.000Z');
const minutes = (count: number): Date => new Date(sentAt.getTime() + count * 60_000);

beforeAll(async () => {
  ground = await openSendingGround();
  const [row] = await ground.asOwner<{ id: string }>(
    `select template_id as id from templates where name = 'diwali'`,
  );
  templateId = row!.id;
  contactId = await ground.contact({ windowEndsAt: sentAt });
  const [talk] = await ground.asOwner<{ id: string }>('select conversation_id as id from conversations');
  conversationId = talk!.id;
});
afterAll(() => ground.app.stop());

beforeEach(async () => {
  ground.app.clock.moveTo(new Date('2026-11-20T06:30:00.000Z'));
  for (const table of [
    'messages',
    'template_sends',
    'template_responses',
    'template_days',
    'template_days_due',
    'template_spans',
    'events',
  ])
    await ground.asOwner(`delete from ${table}`);
});

interface Said {
  direction?: string;
  status?: string;
  type?: string;
  at?: Date;
  code?: number;
  replyTo?: string;
  contactId?: string;
}

async function message({
  direction = 'out',
  status = 'read',
  type = 'template',
  at = sentAt,
  ...more
}: Said = {}) {
  const messageId = newId(at);
  const isOut = direction === 'out';
  const reached = (...words: string[]): Date | null => (words.includes(status) ? at : null);
  await insertRow(ground.asOwner, 'messages', {
    workspace_id: ground.workspaceId,
    message_id: messageId,
    conversation_id: conversationId,
    contact_id: more.contactId ?? contactId,
    number_id: ground.numberId,
    direction,
    origin: isOut ? 'api' : 'customer',
    type,
    content: '{}',
    at,
    status: isOut ? status : 'received',
    sent_at: isOut ? at : null,
    delivered_at: reached('delivered', 'read'),
    read_at: reached('read'),
    failed_at: reached('failed'),
    error: more.code === undefined ? null : JSON.stringify({ code: more.code }),
    reply_to_id: more.replyTo ?? null,
    template_id: isOut ? templateId : null,
    created_at: at,
  });
  return messageId;
}

const eventOf = (fact: Fact & { contactId?: string }, at = sentAt): WatchedEvent =>
  ({
    workspaceId: ground.workspaceId,
    eventId: newId(at),
    position: { tx: 0, seq: 0 },
    actor: { kind: 'system', id: 'test' },
    at,
    contactId: contactId,
    ...fact,
  }) as unknown as WatchedEvent;

const sent = (messageId: string): WatchedEvent =>
  eventOf({
    type: 'message.sent',
    data: { messageId, conversationId, numberId: ground.numberId, sourceId: null },
  });
const read = (messageId: string, at = minutes(5)): WatchedEvent =>
  eventOf(
    {
      type: 'message.read',
      data: {
        messageId,
        conversationId,
        numberId: ground.numberId,
        origin: 'api',
        originId: null,
        at: at.toISOString(),
        played: false,
      },
    },
    at,
  );
const failed = (messageId: string, code: number): WatchedEvent =>
  eventOf({
    type: 'message.failed',
    data: {
      messageId,
      conversationId,
      numberId: ground.numberId,
      sourceId: null,
      reason: `meta_${code}`,
      code,
    },
  });
const received = (messageId: string, at: Date): WatchedEvent =>
  eventOf(
    {
      type: 'message.received',
      data: {
        messageId,
        conversationId,
        numberId: ground.numberId,
        type: 'text',
        text: null,
        groupId: null,
        at: at.toISOString(),
      },
    },
    at,
  );
const stopped = (messageId: string, at: Date): WatchedEvent =>
  eventOf(
    {
      type: 'consent.wish_heard',
      data: { messageId, numberId: ground.numberId, wish: 'stop', language: 'en', underWay: 0 },
    },
    at,
  );

const across = <T>(work: (tx: SystemTx) => Promise<T>): Promise<T> =>
  ground.app.db.acrossWorkspaces('jobs', work);

const take = (events: WatchedEvent[]): Promise<void> => across((tx) => watchSends(tx, events));
const count = (): Promise<boolean> => across(countDays);

const days = () =>
  ground.asOwner<Record<string, unknown>>(
    `select day::text, sent, delivered, read, failed, failures, replied, pressed, answered, answered_unread as unread,
       opted_out as stopped, blocked from template_days order by version_id, day`,
  );

test('a day says what became of its messages and what people did after them', async () => {
  const [one, two, three] = [
    await message(),
    await message({ status: 'delivered' }),
    await message({ status: 'failed', code: 131049 }),
  ];
  const reply = await message({ direction: 'in', type: 'text', at: minutes(10), replyTo: two });
  await take([sent(one), sent(two), read(one), failed(three, 131049), received(reply, minutes(10))]);
  await count();
  expect(await days()).toEqual([
    {
      day: '2026-11-19',
      sent: 3,
      delivered: 2,
      read: 1,
      failed: 1,
      failures: { 131049: 1 },
      replied: 1,
      pressed: 0,
      answered: 1,
      // Who replied without a receipt has read all the same.
      unread: 1,
      stopped: 0,
      blocked: 0,
    },
  ]);
});

test('a word that stops is an opt-out and no reply, a button is pressed, and later than three days is nobody’s', async () => {
  const one = await message();
  const [stop, press, late] = [
    await message({ direction: 'in', type: 'text', at: minutes(20) }),
    await message({ direction: 'in', type: 'button', at: minutes(21), replyTo: one }),
    await message({ direction: 'in', type: 'text', at: hours(sentAt, 73) }),
  ];
  await take([sent(one), received(stop, minutes(20)), stopped(stop, minutes(20))]);
  await take([received(press, minutes(21)), received(late, hours(sentAt, 73))]);
  await count();
  expect(await days()).toMatchObject([{ replied: 0, pressed: 1, stopped: 1, answered: 1, unread: 0 }]);
});

test('who cannot be reached any more counts against the message before, if that was delivered', async () => {
  const stranger = await ground.contact();
  const one = await message();
  const next = await message({ status: 'failed', code: 131026, at: minutes(60) });
  const never = await message({ status: 'failed', code: 131026, at: minutes(60), contactId: stranger });
  await take([sent(one), { ...failed(next, 131026), at: minutes(60) }]);
  await take([{ ...failed(never, 131026), contactId: stranger, at: minutes(60) }]);
  await count();
  expect(await days()).toMatchObject([{ sent: 3, blocked: 1, failures: { 131026: 2 } }]);
});

test('messages belong to the version that WhatsApp had when they were sent', async () => {
  const [early, later] = [await message(), await message({ at: minutes(120) })];
  const versions = [newId(sentAt), newId(minutes(60))];
  await ground.asOwner(
    `insert into template_spans (workspace_id, template_id, from_at, version_id)
     values ($1, $2, '-infinity', $3), ($1, $2, $4, $5)`,
    [ground.workspaceId, templateId, versions[0], minutes(60), versions[1]],
  );
  await across(noteSpans);
  await take([sent(early), { ...sent(later), at: minutes(120) }]);
  await count();
  expect(
    await ground.asOwner(`select version_id as id, sent from template_days order by version_id`),
  ).toEqual(versions.map((id) => ({ id, sent: 1 })));
});

test('the log given twice leaves the same', async () => {
  const one = await message();
  const reply = await message({ direction: 'in', type: 'text', at: minutes(10) });
  await across((tx) =>
    publishIn(
      tx,
      [sent(one), read(one), received(reply, minutes(10))].map(
        ({ type, data }) => ({ type, data, workspaceId: ground.workspaceId, contactId }) as never,
      ),
    ),
  );
  const [once, twice] = await digestTwice({
    db: ground.app.db,
    subscriber: templateScorecardSubscribers[0]!,
    read: async () => {
      await count();
      return days();
    },
  });
  expect(once).toMatchObject([{ sent: 1, read: 1, replied: 1 }]);
  expect(twice).toEqual(once);
});

test('a day has the same numbers however its events come in batches, how often, and how often it is counted', async () => {
  const [one, two, three] = [
    await message(),
    await message({ at: minutes(1) }),
    await message({ status: 'failed', code: 131026, at: minutes(50) }),
  ];
  const [reply, stop] = [
    await message({ direction: 'in', type: 'text', at: minutes(10), replyTo: one }),
    await message({ direction: 'in', type: 'text', at: minutes(30) }),
  ];
  const out = [sent(one), sent(two), read(one), read(two), { ...failed(three, 131026), at: minutes(50) }];
  const after = [received(reply, minutes(10)), received(stop, minutes(30)), stopped(stop, minutes(30))];
  await take(out);
  await take(after);
  await count();
  const truth = await days();
  expect(truth).toMatchObject([{ sent: 3, read: 2, replied: 1, stopped: 1, blocked: 1 }]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...out, ...after), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (again, size) => {
        for (let at = 0; at < again.length; at += size) await take(again.slice(at, at + size));
        while (await count());
        expect(await days()).toEqual(truth);
      },
    ),
    { numRuns: 15 },
  );
});
