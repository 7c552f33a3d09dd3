import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import { at, hello, start, type Started, textAt } from '../test/started.ts';
import type { JsonObject } from '../world/json.ts';

let started: Started;
beforeAll(async () => {
  started = await start({}, afterAll);
});

const chat = sample.numberId;

const act = (phone: string, action: object) =>
  started.world('POST', `/world/phones/${phone}/actions`, action);

/** What the business hears of an action: the message of the webhook. */
async function heardOf(phone: string, action: object): Promise<unknown> {
  await started.travel(0);
  const from = started.heard.length;
  const { status, body } = await act(phone, action);
  expect([status, body.error]).toEqual([200, undefined]);
  await started.travel(0);
  return at(started.heard.slice(from).find(({ value }) => 'messages' in value)?.value, 'messages.0');
}

async function arrived(message: JsonObject): Promise<{ phone: string; id: string }> {
  const phone = await started.customer();
  await started.write(phone);
  const id = await started.sent(message, `+${phone}`);
  await started.travel(5);
  return { phone, id };
}

describe('a customer writes', () => {
  test.each<[object, object]>([
    [
      { type: 'send-text', text: 'नमस्ते' },
      { type: 'text', text: { body: 'नमस्ते' } },
    ],
    [
      { type: 'send-location', latitude: 18.5, longitude: 73.8, name: 'Pune' },
      { type: 'location', location: { latitude: 18.5, longitude: 73.8, name: 'Pune' } },
    ],
    [
      { type: 'send-live-location', latitude: 18.5, longitude: 73.8, minutes: 15 },
      { type: 'unsupported', errors: [{ code: 131_051 }], unsupported: { type: 'live_location' } },
    ],
    [
      { type: 'send-poll', question: 'Red or blue?', options: ['Red', 'Blue'] },
      { type: 'unsupported', errors: [{ code: 131_051 }], unsupported: { type: 'poll' } },
    ],
    [
      {
        type: 'send-contacts',
        contacts: [
          { name: 'Rohan Mehta', phones: [{ phone: '+919820012345', onWhatsApp: true }], emails: [] },
        ],
      },
      {
        type: 'contacts',
        contacts: [{ name: { formatted_name: 'Rohan Mehta' }, phones: [{ wa_id: '919820012345' }] }],
      },
    ],
  ])('%j', async (action, wire) => {
    const phone = await started.customer();
    expect(await heardOf(phone, { chat, ...action })).toMatchObject({ from: phone, ...wire });
  });

  test('and quotes, reacts, takes it back, forwards once and often', async () => {
    const { phone, id } = await arrived(hello);
    expect(await heardOf(phone, { type: 'send-text', chat, text: 'Yes', replyTo: id })).toMatchObject({
      context: { from: '912614001234', id },
    });
    expect(await heardOf(phone, { type: 'react', chat, message: id, emoji: '👍' })).toMatchObject({
      type: 'reaction',
      reaction: { message_id: id, emoji: '👍' },
    });
    const back = await heardOf(phone, { type: 'react', chat, message: id, emoji: '' });
    expect(at(back, 'reaction.emoji')).toBeOneOf([undefined, '']);
    const own = textAt((await act(phone, { type: 'send-text', chat, text: 'Look' })).body, 'message');
    const once = await heardOf(phone, { type: 'forward', chat, message: own, to: [sample.secondNumberId] });
    expect(once).toMatchObject({ type: 'text', context: { forwarded: true }, text: { body: 'Look' } });
    const again = { type: 'forward', chat: sample.secondNumberId, message: textAt(once, 'id'), to: [chat] };
    expect(await heardOf(phone, again)).toMatchObject({ context: { frequently_forwarded: true } });
  });

  test('and forwards the words of what has buttons', async () => {
    const template = { name: 'hello_world', language: { code: 'en_US' } };
    const { phone, id } = await arrived({ type: 'template', template });
    const wire = await heardOf(phone, { type: 'forward', chat, message: id, to: [sample.secondNumberId] });
    expect(wire).toMatchObject({ type: 'text', context: { forwarded: true } });
    expect(textAt(wire, 'text.body')).toContain('Welcome and congratulations');
  });

  test('edits for a quarter of an hour, and deletes for two days; the business hears that there was something', async () => {
    const phone = await started.customer();
    const id = await started.write(phone);
    expect(await heardOf(phone, { type: 'edit', chat, message: id, text: 'Better' })).toMatchObject({
      type: 'unsupported',
      unsupported: { type: 'edit' },
    });
    await started.travel(15 * 60 + 1);
    expect((await act(phone, { type: 'edit', chat, message: id, text: 'Late' })).status).toBe(409);
    expect((await act(phone, { type: 'delete', chat, message: id, for: 'everyone' })).status).toBe(200);
    await started.travel(2 * 86_400);
    expect((await act(phone, { type: 'delete', chat, message: id, for: 'everyone' })).status).toBe(409);
  });

  test('not while the phone is off or blocks the business, and then nothing has changed', async () => {
    const phone = await started.customer();
    const id = await started.write(phone);
    await act(phone, { type: 'change-phone', settings: { online: false } });
    const edit = { type: 'edit', chat, message: id, text: 'Changed' };
    expect([
      (await act(phone, edit)).status,
      (await act(phone, { type: 'send-text', chat, text: 'x' })).status,
    ]).toEqual([409, 409]);
    expect(started.inside.messages.all.get(id)?.content).toEqual({ text: { body: 'Hello' } });
    await act(phone, { type: 'change-phone', settings: { online: true } });
    await act(phone, { type: 'block', chat });
    expect((await act(phone, { type: 'send-text', chat, text: 'x' })).status).toBe(409);
    await act(phone, { type: 'unblock', chat });
    expect((await act(phone, { type: 'send-text', chat, text: 'x' })).status).toBe(200);
  });
});

describe('a customer answers', () => {
  test('a reply button, once', async () => {
    const buttons = ['Yes', 'No'].map((title) => ({
      type: 'reply',
      reply: { id: title.toLowerCase(), title },
    }));
    const { phone, id } = await arrived({
      type: 'interactive',
      interactive: { type: 'button', body: { text: 'Deliver today?' }, action: { buttons } },
    });
    const { body } = await started.world('GET', `/world/phones/${phone}/chats/${chat}`);
    expect(JSON.stringify(body)).toContain('Deliver today?');
    const tap = { type: 'tap-button', chat, message: id, button: '1' };
    expect(await heardOf(phone, tap)).toMatchObject({
      type: 'interactive',
      context: { id },
      interactive: { type: 'button_reply', button_reply: { id: 'no', title: 'No' } },
    });
    expect((await act(phone, tap)).status).toBe(409);
    expect((await act(phone, { ...tap, button: '7' })).status).toBe(404);
  });

  test('a row of a list', async () => {
    const rows = [{ id: 'express', title: 'Express', description: 'Next day' }];
    const { phone, id } = await arrived({
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'How?' },
        action: { button: 'Ways', sections: [{ title: 'Ways', rows }] },
      },
    });
    expect(await heardOf(phone, { type: 'choose-row', chat, message: id, row: 'express' })).toMatchObject({
      interactive: { type: 'list_reply', list_reply: rows[0] },
    });
    expect((await act(phone, { type: 'choose-row', chat, message: id, row: 'slow' })).status).toBe(404);
  });

  test('a template’s quick reply, with its payload', async () => {
    const parameters = ['Asha', '12 December', '5:30 pm'].map((text) => ({ type: 'text', text }));
    const payload = {
      type: 'button',
      sub_type: 'quick_reply',
      index: '0',
      parameters: [{ type: 'payload', payload: 'CONFIRM:7' }],
    };
    const template = {
      name: 'appointment_reminder',
      language: { code: 'en' },
      components: [{ type: 'body', parameters }, payload],
    };
    const { phone, id } = await arrived({ type: 'template', template });
    expect(await heardOf(phone, { type: 'tap-button', chat, message: id, button: '0' })).toMatchObject({
      type: 'button',
      button: { payload: 'CONFIRM:7', text: 'Confirm' },
      context: { id },
    });
  });

  test('a request for the number and for an address', async () => {
    const ask = (type: string, action: JsonObject): JsonObject => ({
      type: 'interactive',
      interactive: { type, body: { text: 'Please' }, action },
    });
    const number = await arrived(ask('request_contact_info', { name: 'request_contact_info' }));
    expect(await heardOf(number.phone, { type: 'share-number', chat, message: number.id })).toMatchObject({
      type: 'contacts',
      origin: 'contact_request',
      contacts: [{ phones: [{ wa_id: number.phone }] }],
    });
    const address = await arrived(
      ask('address_message', { name: 'address_message', parameters: { country: 'IN' } }),
    );
    const values = { name: 'Asha', in_pin_code: '411004', city: 'Pune' };
    const wire = await heardOf(address.phone, { type: 'send-address', chat, message: address.id, values });
    expect(JSON.parse(textAt(wire, 'interactive.nfm_reply.response_json'))).toEqual({ values });
  });
});

describe('a customer and the business', () => {
  test('stopping offers, and resuming, is told once each', async () => {
    const phone = await started.customer();
    const from = started.heard.length;
    for (const value of ['stop', 'stop', 'resume', 'resume'])
      await act(phone, { type: 'marketing', chat, value });
    await started.travel(0);
    const told = started.heard.slice(from).filter(({ field }) => field === 'user_preferences');
    expect(told.map(({ value }) => at(value, 'user_preferences.0.value'))).toEqual(['stop', 'resume']);
  });

  test('an ad brings the first message its referral, and no other', async () => {
    const phone = await started.customer();
    const { body } = await started.world('GET', '/world/entries');
    const tapped = await act(phone, { type: 'tap-ad', ad: at(body, 'ads.0.id') });
    const business = textAt(tapped.body, 'chat');
    const first = await heardOf(phone, {
      type: 'send-text',
      chat: business,
      text: textAt(tapped.body, 'draft'),
    });
    expect(first).toMatchObject({ referral: { source_type: 'ad', ctwa_clid: expect.any(String) as string } });
    expect(await heardOf(phone, { type: 'send-text', chat: business, text: 'And?' })).not.toHaveProperty(
      'referral',
    );
  });

  test('a link opens the chat with its text; one that leads nowhere is told', async () => {
    const phone = await started.customer();
    const opened = await act(phone, { type: 'open-link', url: 'https://wa.me/912614001234?text=Namaste' });
    expect(opened.body).toEqual({ chat, draft: 'Namaste' });
    expect((await act(phone, { type: 'open-link', url: 'https://example.com' })).status).toBe(404);
  });

  test('whoever has had enough offers stops them or blocks, as is their habit', async () => {
    await started.world('PATCH', '/world/settings/marketing', { perPersonAndDay: 50 });
    const phone = await started.customer({
      reading: 'fast',
      habits: { stopAfterPromotions: 2, blockAfterPromotions: 0 },
    });
    const components = [{ type: 'body', parameters: ['A', 'B'].map((text) => ({ type: 'text', text })) }];
    const template = { name: 'festive_offer', language: { code: 'en' }, components };
    const codes = [];
    for (let count = 0; count < 3; count++) {
      const id = await started.sent({ type: 'template', template }, `+${phone}`);
      await started.travel(60);
      codes.push(at(started.statusesOf(id).at(-1), 'errors.0.code'));
    }
    expect(codes).toEqual([undefined, undefined, 131_050]);
  });

  test('an answer comes by habit: a button is tapped, or words are written', async () => {
    const phone = await started.customer({
      reading: 'fast',
      habits: { replyShare: 1, tapShare: 1, replySeconds: [1, 2] },
    });
    await started.write(phone);
    const buttons = [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }];
    const from = started.heard.length;
    await started.sent(
      { type: 'interactive', interactive: { type: 'button', body: { text: 'Ok?' }, action: { buttons } } },
      `+${phone}`,
    );
    await started.travel(60);
    expect(JSON.stringify(started.heard.slice(from))).toContain('"button_reply":{"id":"yes"');
  });
});

describe('what no phone can do', () => {
  test.each<[object, string]>([
    [{ type: 'dance' }, 'type'],
    [{ type: 'send-text', chat, text: 5 }, 'text'],
    [{ type: 'send-text', text: 'x' }, 'chat'],
    [{ type: 'send-location', chat, latitude: 91, longitude: 0 }, 'latitude'],
    [{ type: 'send-contacts', chat, contacts: [5] }, 'contacts[0]'],
    [{ type: 'send-contacts', chat, contacts: [{ name: 'A' }] }, 'contacts[0].phones'],
    [{ type: 'delete', chat, message: 'x', for: 'nobody' }, 'for'],
    [{ type: 'report', chat, reason: 'fun', block: true }, 'reason'],
    [{ type: 'marketing', chat, value: 'maybe' }, 'value'],
    [{ type: 'place-order', chat, items: [{ retailerId: 'x', quantity: 0 }] }, 'items[0].quantity'],
    [{ type: 'change-phone', settings: { habits: null } }, 'settings.habits'],
    [{ type: 'change-phone', settings: { online: 'yes' } }, 'settings.online'],
    [{ type: 'send-address', chat, message: 'x', values: { city: 5 } }, 'values.city'],
  ])('%j is refused by name', async (action, name) => {
    const { status, body } = await act(await started.customer(), action);
    expect([status, textAt(body, 'error.message')]).toEqual([400, expect.stringContaining(name)]);
  });

  test('nobody’s phone does nothing, and new phones need a name and a number', async () => {
    expect((await act('919999999999', { type: 'open-chat', chat })).status).toBe(404);
    expect((await started.world('POST', '/world/phones', { phone: '+91 99999 99998' })).status).toBe(400);
    expect((await started.world('POST', '/world/phones', { name: 'A', phone: '12' })).status).toBe(400);
    expect(
      (await started.world('POST', '/world/phones', { name: 'A', phone: '+91 99999 99998' })).status,
    ).toBe(200);
    expect(
      (await started.world('POST', '/world/phones', { name: 'A', phone: '+91 99999 99998' })).status,
    ).toBe(409);
    expect((await started.world('DELETE', '/world/phones/919999999998')).status).toBe(200);
  });
});
