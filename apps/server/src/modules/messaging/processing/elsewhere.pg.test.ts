import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asha, change, message, seconds } from '../../../../test/webhooks/bodies.ts';
import {
  openProcessingGround,
  plantSent,
  type ProcessingGround,
} from '../../../../test/webhooks/processing-ground.ts';
import { conversationOf, countOf, eventsOf, messageOf } from '../../../../test/webhooks/stored-messages.ts';

let ground: ProcessingGround;

beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());

const minutes = (count: number): Date => new Date(ground.clock.now().getTime() + count * 60_000);
const business = '912614001234';
const tell = (field: string, value: object) => ground.deliver(change(ground.silks, field, value));
const echo = (id: string, more: object = {}): object => ({
  from: business,
  to: asha,
  id,
  timestamp: seconds(minutes(-1)),
  type: 'text',
  text: { body: 'We are open till 9 pm' },
  ...more,
});

describe('what the owner says in the WhatsApp Business app', () => {
  test('is in the customer’s thread as said by the business, wakes nobody and opens no window', async () => {
    await tell('smb_message_echoes', { message_echoes: [echo('echo one')] });
    const stored = await messageOf(ground, 'echo one');
    expect(stored).toMatchObject({
      direction: 'out',
      origin: 'app',
      status: 'sent',
      text: 'We are open till 9 pm',
    });
    expect((await conversationOf(ground, 'echo one')).window_ends_at).toBe(null);
    expect(await eventsOf(ground, stored.message_id)).toEqual([]);
    expect(await countOf(ground, 'contact_identities', `value = '+${asha}'`)).toBe(1);
    expect(await countOf(ground, 'contact_identities', `value = '+${business}'`)).toBe(0);
  });

  test('can be edited and revoked there', async () => {
    const edited = {
      original_message_id: 'echo one',
      message: { type: 'text', text: { body: 'Till 10 pm' } },
    };
    const revoked = { original_message_id: 'echo one' };
    await tell('smb_message_echoes', {
      message_echoes: [
        echo('echo edit', { type: 'edit', text: undefined, edit: edited }),
        echo('echo revoke', { type: 'revoke', text: undefined, revoke: revoked }),
      ],
    });
    expect(await messageOf(ground, 'echo one')).toMatchObject({
      text: 'Till 10 pm',
      revoked_at: minutes(-1),
    });
  });
});

const chat = (...given: object[]): object => ({
  history: [
    { metadata: { phase: 0, chunk_order: 1, progress: 55 }, threads: [{ id: asha, messages: given }] },
  ],
});
const past = (id: string, more: object): object => ({
  id,
  timestamp: seconds(minutes(-60)),
  type: 'text',
  text: { body: `said ${id}` },
  history_context: { status: 'READ' },
  ...more,
});

describe('chats from before the number was connected', () => {
  test('are kept in both directions, at their time, and nothing follows from them', async () => {
    const opened = await countOf(ground, 'events');
    await tell('history', chat(past('h in', { from: asha }), past('h out', { from: business, to: asha })));
    expect(await messageOf(ground, 'h in')).toMatchObject({
      direction: 'in',
      status: 'received',
      at: minutes(-60),
    });
    expect(await messageOf(ground, 'h out')).toMatchObject({
      direction: 'out',
      origin: 'app',
      status: 'read',
    });
    expect((await conversationOf(ground, 'h in')).window_ends_at).toBe(null);
    expect(await countOf(ground, 'events')).toBe(opened);
    expect(await countOf(ground, 'webhook_updates', `kind = 'history'`)).toBe(1);
  });

  test.each([['the file after the message'], ['the file before the message']])('with %s', async (order) => {
    const id = `file ${order}`;
    const placeholder = chat(past(id, { from: asha, type: 'media_placeholder', text: undefined }));
    const image = { id: '24230790383178626', mime_type: 'image/jpeg', sha256: 'x', caption: 'Black Prince' };
    const file = { messages: [message(id, minutes(-60), { type: 'image', text: undefined, image })] };
    for (const value of order.startsWith('the file after') ? [placeholder, file] : [file, placeholder])
      await tell('history', value);
    expect(await messageOf(ground, id)).toMatchObject({
      type: 'image',
      content: { image },
      text: 'Black Prince',
    });
  });

  test('never overwrite what came live', async () => {
    await tell('messages', { messages: [message('live', minutes(-60))] });
    await tell('history', chat(past('live', { from: asha })));
    expect((await messageOf(ground, 'live')).text).toBe('Is the peacock blue saree in stock?');
  });

  test('that the owner did not share say so, also without an entry around it as in Meta’s own example', async () => {
    const refusal = (nth: number) => ({ history: [{ errors: [{ code: 2_593_109 }], nth }] });
    await tell('history', refusal(1));
    const metadata = { phone_number_id: ground.silks.phoneNumberId };
    await ground.deliver({ messaging_product: 'whatsapp', metadata, ...refusal(2) });
    expect(await countOf(ground, 'webhook_updates', `kind = 'history' and value ? 'errors'`)).toBe(2);
  });
});

describe('while another app holds the thread', () => {
  const held = async (): Promise<boolean> => (await conversationOf(ground, 'held in')).standby_since !== null;

  test('what is said is shown, and wakes nobody', async () => {
    const sent = { messaging_product: 'whatsapp', to: asha, type: 'text', text: { body: 'I am the agent' } };
    await tell('standby', {
      standby: {
        messages: [message('held in', minutes(-2))],
        message_echoes: [{ id: 'held out', timestamp: seconds(minutes(-1)), message: sent }],
      },
    });
    const stored = await messageOf(ground, 'held in');
    expect(await eventsOf(ground, stored.message_id)).toEqual([]);
    expect(await messageOf(ground, 'held out')).toMatchObject({
      direction: 'out',
      origin: 'meta',
      text: 'I am the agent',
      content: { text: { body: 'I am the agent' } },
    });
    expect(await held()).toBe(true);
  });

  test('it is handed over by what Meta tells last, in whatever order that comes', async () => {
    const handover = (type: string, at: Date): object => ({
      sender: { phone_number: asha },
      recipient: { phone_number_id: ground.silks.phoneNumberId },
      type,
      timestamp: seconds(at),
      [type]: {
        previous_owner_role: 'ai_agent',
        new_owner_role: 'escalation',
      },
    });
    await tell('messaging_handovers', handover('control_passed', minutes(1)));
    ground.clock.advance(10 * 60_000);
    await tell('messaging_handovers', handover('control_passed', minutes(-4)));
    expect(await held()).toBe(false);
    await tell('messaging_handovers', handover('control_taken', minutes(-6)));
    expect(await held()).toBe(false);
    await tell('messaging_handovers', handover('control_taken', minutes(-1)));
    expect(await held()).toBe(true);
    await tell('messages', { messages: [message('to us again', minutes(0))] });
    expect(await held()).toBe(false);
  });
});

test('an update that concerns no message is kept once, with the contact whom it is about', async () => {
  await plantSent(ground, {});
  const call = { id: 'wacid.A', from: asha, event: 'terminate', timestamp: seconds(minutes(0)) };
  const value = { calls: [call], contacts: [{ wa_id: asha }], errors: [{ code: 138_021 }] };
  await tell('calls', value);
  await tell('calls', { ...value, more: 1 });
  const rows = await ground.asOwner<{ contact_id: string | null; value: object }>(
    `select contact_id, value from webhook_updates where kind = 'call'`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ value: { value: call, beside: { errors: [{ code: 138_021 }] } } });
  expect(rows[0]!.contact_id).not.toBe(null);
});

test('what a customer chose about marketing in WhatsApp reaches their consent, once', async () => {
  const choice = { wa_id: asha, category: 'marketing_messages', value: 'stop', timestamp: 1_790_000_000 };
  await tell('user_preferences', { user_preferences: [choice] });
  await tell('user_preferences', { user_preferences: [choice], more: 1 });
  expect(await countOf(ground, 'consent_entries', `kind = 'stopped'`)).toBe(1);
});
