import { describe, expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import { asha, at, hello, start, type Started, textAt } from '../test/started.ts';
import type { JsonObject } from '../world/json.ts';

const fatima = '919000011111';
const greeting: JsonObject = {
  type: 'template',
  template: { name: 'hello_world', language: { code: 'en_US' } },
};

async function userIdOf(
  started: Started,
  phone: string,
  business: string = sample.businessId,
): Promise<string> {
  const { body } = await started.world('GET', `/world/people/${phone}`);
  return textAt(body, `userIds.${business}`);
}

const sendTo = (started: Started, address: object, message: JsonObject = greeting) =>
  started.ask('POST', `/${sample.numberId}/messages`, {
    messaging_product: 'whatsapp',
    ...address,
    ...message,
  });

const idOf = (body: unknown): string => textAt(body, 'messages.0.id');

describe('a customer who hides the number', () => {
  test('writes without it, under a user id and a user name', async () => {
    const started = await start();
    await started.write(fatima);
    await started.travel(0);
    const userId = await userIdOf(started, fatima);
    const value = started.heard.find(({ field }) => field === 'messages')?.value;
    expect(value?.contacts).toEqual([
      { profile: { name: 'Fatima Sheikh', username: 'fatima.s' }, user_id: userId },
    ]);
    expect(value).toMatchObject({ messages: [{ from_user_id: userId, type: 'text' }] });
    expect(JSON.stringify(value?.messages)).not.toContain('"from":');
  });

  test('is answered under the user id, and no status tells the number', async () => {
    const started = await start();
    const userId = await userIdOf(started, fatima);
    const { body } = await sendTo(started, { recipient: userId });
    expect(body).toMatchObject({ contacts: [{ input: userId, user_id: userId }] });
    expect(at(body, 'contacts.0')).not.toHaveProperty('wa_id');
    await started.travel(5);
    const statuses = started.statusesOf(idOf(body));
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered']);
    for (const status of statuses) {
      expect(status.recipient_user_id).toBe(userId);
      expect(status).not.toHaveProperty('recipient_id');
    }
    const contacts = started.heard.flatMap(({ value }) => value.contacts ?? []);
    expect(JSON.stringify(contacts)).not.toContain('wa_id');
    expect(contacts.map((contact) => at(contact, 'profile.username'))).toEqual([undefined, 'fatima.s']);
  });

  test('is not given away by the ids of messages, until the business knows the number', async () => {
    const started = await start();
    const userId = await userIdOf(started, fatima);
    const within = (id: string): string => Buffer.from(id.replace('wamid.', ''), 'base64').toString();
    const written = within(await started.write(fatima));
    const answered = within(idOf((await sendTo(started, { recipient: userId })).body));
    for (const id of [written, answered]) {
      expect(id).not.toContain(fatima);
      expect(id).toContain(userId);
    }
    expect(within(idOf((await sendTo(started, { to: `+${fatima}` })).body))).toContain(fatima);
    expect(within(await started.write(fatima))).toContain(fatima);
  });

  test('is known to a business for thirty days after it wrote to the number', async () => {
    const started = await start();
    const { body } = await sendTo(started, { to: `+${fatima}` });
    expect(at(body, 'contacts.0')).toEqual({ input: `+${fatima}`, wa_id: fatima });
    await started.travel(5);
    expect(started.statusesOf(idOf(body))[0]).toMatchObject({ recipient_id: fatima });
    await started.write(fatima);
    await started.travel(30 * 86_400);
    await started.write(fatima);
    await started.travel(0);
    const seen = started.heard
      .flatMap(({ value }) => (value.messages ?? []) as object[])
      .map((one) => at(one, 'from'));
    expect(seen).toEqual([fatima, undefined]);
  });
});

describe('a send by user id', () => {
  test('reaches the customer; with a number beside it the number wins', async () => {
    const started = await start();
    const userId = await userIdOf(started, asha);
    const { body } = await sendTo(started, { to: '+919820012345', recipient: userId });
    expect(body.contacts).toEqual([{ input: '+919820012345', wa_id: '919820012345', user_id: userId }]);
    expect(started.inside.messages.all.get(idOf(body))?.person).toBe('919820012345');
  });

  test('is refused for another portfolio’s id, for nonsense, and for an id of before', async () => {
    const started = await start();
    const foreign = await userIdOf(started, asha, sample.clinicBusinessId);
    const old = await userIdOf(started, asha);
    await started.world('POST', `/world/people/${asha}/new-user-id`);
    for (const recipient of [foreign, 'IN.123', old])
      expect(at((await sendTo(started, { recipient })).body, 'error.code')).toBe(131009);
    expect((await sendTo(started, { recipient: await userIdOf(started, asha) })).status).toBe(200);
  });

  test('is refused for authentication templates with 131062', async () => {
    const started = await start();
    const parameters = [{ type: 'text', text: '481920' }];
    const components = [
      { type: 'body', parameters },
      { type: 'button', sub_type: 'url', index: '0', parameters },
    ];
    const template = { name: 'login_code', language: { code: 'en' }, components };
    const recipient = await userIdOf(started, asha);
    const refused = await sendTo(started, { recipient }, { type: 'template', template });
    expect(at(refused.body, 'error.code')).toBe(131062);
    const both = await sendTo(started, { recipient, to: `+${asha}` }, { type: 'template', template });
    expect(both.status).toBe(200);
  });
});

describe('a change of identity', () => {
  test('of the user id is told with the old and the new one', async () => {
    const started = await start();
    await started.write();
    const before = await userIdOf(started, asha);
    await started.world('POST', `/world/people/${asha}/new-user-id`);
    await started.travel(0);
    const system = started.heard
      .map(({ value }) => at(value, 'messages.0'))
      .find((one) => at(one, 'type') === 'system');
    expect(system).toMatchObject({
      type: 'system',
      system: {
        type: 'user_changed_user_id',
        user_id: await userIdOf(started, asha),
        previous_user_id: before,
      },
    });
    expect(started.heard.at(-1)?.value).not.toHaveProperty('contacts');
  });

  test('of the number is told, gives a new user id, and the chat goes along', async () => {
    const started = await start();
    await started.write();
    const before = await userIdOf(started, asha);
    await started.world('POST', `/world/phones/${asha}/actions`, {
      type: 'change-number',
      phone: '+91 98765 00000',
    });
    await started.travel(0);
    const after = await userIdOf(started, '919876500000');
    expect(started.heard.at(-1)?.value).toMatchObject({
      messages: [
        {
          from: asha,
          type: 'system',
          system: {
            type: 'user_changed_number',
            wa_id: '919876500000',
            user_id: after,
            previous_user_id: before,
          },
        },
      ],
    });
    expect(at((await sendTo(started, { recipient: before })).body, 'error.code')).toBe(131009);
    const id = await started.sent(hello, '+919876500000');
    await started.travel(5);
    expect(started.statusesOf(id).at(-1)?.status).toBe('delivered');
  });

  test('of the device is told where the number asks for it, and an old hash no longer fits', async () => {
    const started = await start();
    started.inside.emulator.directory.numbers.change(sample.numberId, { identityCheck: true });
    await started.write();
    await started.travel(0);
    const old = textAt(started.heard.at(-1)?.value, 'contacts.0.identity_key_hash');
    await started.world('POST', `/world/phones/${asha}/actions`, { type: 'change-device' });
    await started.travel(0);
    expect(started.heard.at(-1)?.value).toMatchObject({
      contacts: [{ wa_id: asha, profile: { name: 'Asha Patil' } }],
      messages: [{ type: 'system', system: { type: 'customer_identity_changed' } }],
    });
    const id = await started.sent({ ...hello, recipient_identity_key_hash: old });
    await started.travel(5);
    expect(at(started.statusesOf(id), '0.errors.0.code')).toBe(137000);
  });
});
