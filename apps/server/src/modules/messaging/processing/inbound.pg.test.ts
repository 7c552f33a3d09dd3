import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asha, change, message, messages } from '../../../../test/webhooks/bodies.ts';
import {
  openProcessingGround,
  plantSent,
  takingIn,
  type ProcessingGround,
} from '../../../../test/webhooks/processing-ground.ts';
import { conversationOf, countOf, eventsOf, messageOf } from '../../../../test/webhooks/stored-messages.ts';
import { takeIn } from './take-in.ts';

let ground: ProcessingGround;

beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());
afterEach(() => {
  expect(ground.reported).toEqual([]);
});

const minutes = (count: number): Date => new Date(ground.clock.now().getTime() + count * 60_000);
const say = (...given: object[]) => ground.deliver(messages(ground.silks, ...given));
/** From somebody whom nothing else here is about. */
const stranger = (nth: number): { from: string } => ({ from: `91980000${String(nth).padStart(4, '0')}` });
const sayAs = (nth: number, id: string, at: Date, more: object = {}) =>
  ground.deliver(
    change(ground.silks, 'messages', { messages: [message(id, at, { ...stranger(nth), ...more })] }),
  );

test('a message of a customer is in their thread, opens a window for a day and is told once', async () => {
  const at = minutes(-1);
  expect(await say(message('one', at))).toEqual({ deliveries: 1, updates: 1, parked: 0 });
  const stored = await messageOf(ground, 'one');
  expect(stored).toMatchObject({
    type: 'text',
    text: 'Is the peacock blue saree in stock?',
    direction: 'in',
    origin: 'customer',
    content: { text: { body: 'Is the peacock blue saree in stock?' } },
    status: 'received',
    at,
  });
  expect((await conversationOf(ground, 'one')).window_ends_at).toEqual(minutes(24 * 60 - 1));
  expect(await eventsOf(ground, stored.message_id)).toEqual(['message.received']);
  expect(await countOf(ground, 'events', `type = 'conversation.opened'`)).toBe(1);
});

test('ten times the same message, also at the same moment, is one message with one effect', async () => {
  const bodies = Array.from({ length: 10 }, (_, nth) => ({
    ...messages(ground.silks, message('ten', minutes(-1))),
    // Other bytes: they are stored as deliveries of their own.
    nth,
  }));
  await ground.store(...bodies);
  const one = { limits: { oldest: { deliveries: 1, bytes: 1 }, newest: { deliveries: 0, bytes: 0 } } };
  await Promise.all(Array.from({ length: 4 }, () => takeIn(takingIn(ground.db, one))));
  await ground.takeInAll();
  const { message_id: id } = await messageOf(ground, 'ten');
  expect(await eventsOf(ground, id)).toEqual(['message.received']);
  expect(await countOf(ground, 'webhook_deliveries', `state <> 'done'`)).toBe(0);
});

test('what was said weeks ago and comes now is shown at its time and opens no window', async () => {
  await sayAs(1, 'weeks', minutes(-90 * 24 * 60));
  expect((await conversationOf(ground, 'weeks')).window_ends_at).toEqual(minutes(-89 * 24 * 60));
  await sayAs(1, 'now', minutes(0));
  await sayAs(1, 'before', minutes(-300));
  expect((await conversationOf(ground, 'now')).window_ends_at).toEqual(minutes(24 * 60));
});

test('a clock that is ahead does not make a window longer', async () => {
  await sayAs(2, 'ahead', minutes(3 * 24 * 60));
  expect((await conversationOf(ground, 'ahead')).window_ends_at).toEqual(minutes(24 * 60));
});

describe('every type is kept as it came', () => {
  test.each([
    [
      'image',
      { image: { id: '1', mime_type: 'image/jpeg', sha256: 'x', caption: 'Taj Mahal' } },
      'Taj Mahal',
    ],
    ['location', { location: { latitude: 21.1, longitude: 72.8, name: 'Surat' } }, 'Surat'],
    ['contacts', { contacts: [{ name: { formatted_name: 'Ravi' } }], origin: 'contact_request' }, 'Ravi'],
    ['button', { button: { payload: 'TRACK:1', text: 'Track' } }, 'Track'],
    [
      'interactive',
      { interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{}' } } },
      'Sent',
    ],
    ['order', { order: { catalog_id: '1', text: 'Two please', product_items: [] } }, 'Two please'],
    ['unsupported', { unsupported: { type: 'poll' } }, null],
    ['hologram', { hologram: { depth: 3 } }, null],
    ['request_welcome', {}, null],
  ])('%s', async (type, content, text) => {
    await say(message(`of ${type}`, minutes(0), { type, text: undefined, ...content }));
    expect(await messageOf(ground, `of ${type}`)).toMatchObject({ type, content, text });
  });

  test('with what stands beside: context, referral, errors', async () => {
    const errors = [{ code: 131_051, title: 'Unsupported message type' }];
    const context = { frequently_forwarded: true };
    await say(message('beside', minutes(0), { errors, context }));
    expect(await messageOf(ground, 'beside')).toMatchObject({
      context: { errors, context },
      forwarded: true,
    });
  });
});

describe('what has no place as a message is kept whole', () => {
  test.each([
    ['no id', { id: undefined }],
    ['an id that no index holds', { id: 'x'.repeat(10_000) }],
    ['no sender', { from: undefined }],
    ['a sender that nobody can be', { from: 'nobody' }],
  ])('%s', async (what, more) => {
    const before = await countOf(ground, 'webhook_updates');
    const body = change(ground.silks, 'messages', { messages: [message(what, minutes(0), more)] });
    expect(await ground.deliver(body)).toMatchObject({ parked: 0 });
    expect(await countOf(ground, 'webhook_updates')).toBe(before + 1);
    expect(await ground.deliver({ ...body, again: true })).toMatchObject({ parked: 0 });
    expect(await countOf(ground, 'webhook_updates')).toBe(before + 1);
  });
});

describe('answers', () => {
  test('name what they answer', async () => {
    const { messageId } = await plantSent(ground, { wamid: 'asked' });
    await say(message('answer', minutes(0), { context: { from: '912614001234', id: 'asked' } }));
    expect(await messageOf(ground, 'answer')).toMatchObject({
      reply_to_wamid: 'asked',
      reply_to_id: messageId,
    });
  });

  test('that come first name it when it comes', async () => {
    await say(message('early answer', minutes(0), { context: { id: 'late question' } }));
    expect((await messageOf(ground, 'early answer')).reply_to_id).toBe(null);
    await say(message('late question', minutes(-5)));
    const { message_id: id } = await messageOf(ground, 'late question');
    expect((await messageOf(ground, 'early answer')).reply_to_id).toBe(id);
    expect(await countOf(ground, 'stray_statuses')).toBe(0);
  });
});

const reaction = (id: string, to: string, emoji: string | undefined, at: Date): object =>
  message(id, at, { type: 'reaction', text: undefined, reaction: { message_id: to, emoji } });
const edit = (id: string, of: string, body: string, at: Date): object => {
  const said = { original_message_id: of, message: { type: 'text', text: { body } } };
  return message(id, at, { type: 'edit', text: undefined, edit: said });
};
const revoke = (id: string, of: string, at: Date): object =>
  message(id, at, { type: 'revoke', text: undefined, revoke: { original_message_id: of } });

describe('reactions, edits and revocations', () => {
  test('change the message in whatever order they come, and once however often', async () => {
    const parts = [
      message('said', minutes(-9)),
      reaction('r1', 'said', '👍', minutes(-8)),
      reaction('r2', 'said', '🙏', minutes(-7)),
      edit('e1', 'said', 'Is the green one?', minutes(-6)),
      edit('e2', 'said', 'Is the red one?', minutes(-5)),
      revoke('v1', 'said', minutes(-4)),
    ];
    const outcomes = new Set<string>();
    for (const order of [
      [0, 1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1, 0],
      [4, 1, 0, 5, 3, 2],
      [2, 3, 1, 4, 5, 0],
      [0, 2, 1, 4, 3, 5],
    ]) {
      await ground.asOwner('truncate messages, message_keys, stray_statuses, webhook_deliveries');
      for (const nth of [...order, ...order]) await say(parts[nth]!);
      const { text, edits, reactions, revoked_at: revoked } = await messageOf(ground, 'said');
      outcomes.add(JSON.stringify({ text, edits: edits?.map(({ content }) => content), reactions, revoked }));
      expect(text).toBe('Is the red one?');
      expect(edits).toHaveLength(2);
      expect(reactions?.in?.emoji).toBe('🙏');
    }
    expect(outcomes.size).toBe(1);
    const { message_id: id } = await messageOf(ground, 'said');
    // Of two reactions the first may be told as well; an edit and a revocation are told once each.
    expect((await eventsOf(ground, id)).filter((type) => type !== 'message.reacted').toSorted()).toEqual([
      'message.edited',
      'message.edited',
      'message.received',
      'message.revoked',
    ]);
  });

  test('a reaction that is taken back leaves none', async () => {
    await say(message('liked', minutes(-3)), reaction('like', 'liked', '❤️', minutes(-2)));
    await say(reaction('unlike', 'liked', undefined, minutes(-1)));
    expect((await messageOf(ground, 'liked')).reactions?.in).toMatchObject({ emoji: null });
  });

  test('nobody edits or revokes what somebody else said', async () => {
    await plantSent(ground, { wamid: 'ours' });
    await say(edit('x1', 'ours', 'Everything is free', minutes(0)), revoke('x2', 'ours', minutes(0)));
    expect(await messageOf(ground, 'ours')).toMatchObject({ edits: null, revoked_at: null });
  });
});

describe('who comes by an ad', () => {
  const referral = { source_url: 'https://fb.me/x', source_id: '1', source_type: 'ad', ctwa_clid: 'c' };

  test('is offered a free window, which the first answer opens', async () => {
    await sayAs(3, 'ad', minutes(-60), { referral });
    expect(await conversationOf(ground, 'ad')).toMatchObject({
      free_entry_offered_until: minutes(23 * 60),
      free_entry_ends_at: null,
    });
    const echo = { from: '912614001234', to: stranger(3).from, id: 'echo', timestamp: timestamp(-30) };
    const body = { message_echoes: [{ ...echo, type: 'text', text: { body: 'Welcome' } }] };
    await ground.deliver(change(ground.silks, 'smb_message_echoes', body));
    expect(await conversationOf(ground, 'ad')).toMatchObject({
      free_entry_offered_until: null,
      free_entry_ends_at: minutes(72 * 60 - 30),
    });
  });

  test('has it too when our answer is told of first', async () => {
    const echo = { from: '912614001234', to: stranger(4).from, id: 'first', timestamp: timestamp(-30) };
    await ground.deliver(
      change(ground.silks, 'smb_message_echoes', {
        message_echoes: [{ ...echo, type: 'text', text: { body: 'Hi' } }],
      }),
    );
    await sayAs(4, 'ad later', minutes(-60), { referral });
    expect((await conversationOf(ground, 'ad later')).free_entry_ends_at).toEqual(minutes(72 * 60 - 30));
  });
});

const timestamp = (count: number): string => String(minutes(count).getTime() / 1000);

test('what is said in a group opens no window to who said it', async () => {
  await sayAs(5, 'grouped', minutes(0), { group_id: 'Y2FwaV9ncm91cDo' });
  expect((await conversationOf(ground, 'grouped')).window_ends_at).toBe(null);
});

test('a customer whose number changed keeps their thread', async () => {
  await say(message('old number', minutes(-9)));
  const system = { type: 'user_changed_number', body: 'changed', wa_id: '919876500000', user_id: 'IN.777' };
  const told = message('moved', minutes(-5), { type: 'system', text: undefined, system });
  await ground.deliver(change(ground.silks, 'messages', { messages: [told] }));
  await ground.deliver(
    change(ground.silks, 'messages', {
      messages: [message('new number', minutes(0), { from: '919876500000' })],
    }),
  );
  const [before, after] = [await messageOf(ground, 'old number'), await messageOf(ground, 'new number')];
  expect(after.contact_id).toBe(before.contact_id);
  expect((await messageOf(ground, 'moved')).type).toBe('system');
  expect(asha).not.toBe('919876500000');
});
