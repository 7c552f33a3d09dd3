import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, hello, start, type Started } from '../test/started.ts';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';

let started: Started;
beforeAll(async () => {
  started = await start({}, afterAll);
});

const template = (name: string, language: string, ...texts: string[]): JsonObject => ({
  type: 'template',
  template: {
    name,
    language: { code: language },
    ...(texts.length > 0 && {
      components: [{ type: 'body', parameters: texts.map((text) => ({ type: 'text', text })) }],
    }),
  },
});

const offer = template('festive_offer', 'en', 'Asha', 'DIWALI10');
const greeting = template('hello_world', 'en_US');

/** What becomes of an accepted message: its last status, or the code with which it failed. */
async function fateOf(message: JsonObject, phone: string): Promise<unknown> {
  const id = await started.sent(message, `+${phone}`);
  await started.travel(30);
  const last = started.statusesOf(id).at(-1);
  return last?.status === 'failed' ? at(last, 'errors.0.code') : last?.status;
}

describe('a message that Graph accepted', () => {
  test('fails with 131026 where nobody has WhatsApp, and tells nothing of the person', async () => {
    const phone = await started.customer({ hasWhatsApp: false });
    const id = await started.sent(greeting, `+${phone}`);
    await started.travel(5);
    const [failed, ...more] = started.statusesOf(id);
    expect(more).toEqual([]);
    expect(failed).toMatchObject({
      status: 'failed',
      recipient_id: phone,
      errors: [
        { code: 131026, title: 'Message undeliverable', error_data: { details: 'Message Undeliverable.' } },
      ],
    });
    expect(failed).not.toHaveProperty('pricing');
    expect(started.heard.at(-1)?.value).not.toHaveProperty('contacts');
  });

  test('fails with 137000 where the identity is another than expected', async () => {
    const phone = await started.customer();
    const { identityHash } = started.inside.people.get(phone);
    expect(await fateOf({ ...greeting, recipient_identity_key_hash: 'another' }, phone)).toBe(137000);
    expect(await fateOf({ ...greeting, recipient_identity_key_hash: identityHash }, phone)).toBe('delivered');
  });

  test('fails with 131047 outside of the window, unless it is a template', async () => {
    const phone = await started.customer();
    expect(await fateOf(hello, phone)).toBe(131047);
    expect(await fateOf(greeting, phone)).toBe('delivered');
    await started.write(phone);
    expect(await fateOf(hello, phone)).toBe('delivered');
  });

  test('fails with 131050 where the customer stopped offers; other templates arrive, and offers of others', async () => {
    const phone = await started.customer();
    const marketing = (value: string) =>
      started.world('POST', `/world/phones/${phone}/actions`, {
        type: 'marketing',
        chat: sample.numberId,
        value,
      });
    await marketing('stop');
    expect(await fateOf(offer, phone)).toBe(131050);
    expect(await fateOf(greeting, phone)).toBe('delivered');
    await marketing('resume');
    expect(await fateOf(offer, phone)).toBe('delivered');
    const preferences = started.heard.filter(({ field }) => field === 'user_preferences');
    expect(preferences.map(({ value }) => at(value, 'user_preferences.0.value'))).toEqual(['stop', 'resume']);
  });

  test.each([
    ['an offer to the United States', '12125550123', offer, 131049],
    ['an offer to Canada', '14165550123', offer, 'read'],
    ['an order to the United States', '12125550124', greeting, 'read'],
  ])('%s', async (_, phone, message, fate) => expect(await fateOf(message, phone)).toBe(fate));

  test('fails with 131049 once a customer got enough offers of all businesses in a day', async () => {
    const phone = await started.customer();
    const read = () =>
      started.world('POST', `/world/phones/${phone}/actions`, { type: 'open-chat', chat: sample.numberId });
    const fates: unknown[] = [];
    for (let count = 0; count < 8; count++) {
      fates.push(await fateOf(offer, phone));
      await read();
    }
    expect(fates).toEqual([...Array<string>(6).fill('delivered'), 131049, 131049]);
    await started.travel(86_400);
    expect(await fateOf(offer, phone)).toBe('delivered');
  });

  test('fails with 131049 sooner where nothing is read, and never in Europe', async () => {
    const unread = await started.customer();
    const fates = [];
    for (let count = 0; count < 4; count++) fates.push(await fateOf(offer, unread));
    expect(fates).toEqual(['delivered', 'delivered', 'delivered', 131049]);
    for (let count = 0; count < 8; count++) expect(await fateOf(offer, '4915112345678')).toBe('read');
  });

  test('fails with 130472 where the customer is in an experiment', async () => {
    await started.world('PATCH', '/world/settings/marketing', { experimentShare: 1 });
    const phone = await started.customer();
    expect([await fateOf(offer, phone), await fateOf(greeting, phone)]).toEqual([130472, 'delivered']);
    await started.world('PATCH', '/world/settings/marketing', { experimentShare: 0 });
  });

  test('fails with 131048 beyond the people whom the portfolio may reach, until a day has passed', async () => {
    await started.world('PATCH', `/world/businesses/${sample.businessId}`, { tier: 'TIER_250' });
    await started.travel(86_400);
    await started.world('PATCH', '/world/settings/messages', { throughput: false });
    const ids: string[] = [];
    for (let person = 0; person < 260; person++)
      ids.push(await started.sent(greeting, `+${918_000_000_000 + person}`));
    await started.travel(60);
    const fates = ids.map((id) => at(started.statusesOf(id).at(-1), 'errors.0.code') ?? 'read');
    expect(fates.filter((fate) => fate === 'read')).toHaveLength(250);
    expect(fates.slice(250)).toEqual(Array(10).fill(131048));
    expect(await fateOf(greeting, '918000000001')).toBe('read');
    const phone = await started.customer();
    await started.write(phone);
    expect(await fateOf(greeting, phone)).toBe('delivered');
    await started.travel(86_400);
    expect(await fateOf(greeting, '918000009999')).toBe('read');
    await started.world('PATCH', `/world/businesses/${sample.businessId}`, { tier: 'TIER_100K' });
  });

  test('fails with 1026 where the client is too old for it', async () => {
    const phone = await started.customer({ oldClient: true });
    await started.write(phone);
    const parameters = { country: 'IN' };
    const address = {
      type: 'address_message',
      body: { text: 'पता?' },
      action: { name: 'address_message', parameters },
    };
    expect(await fateOf({ type: 'interactive', interactive: address }, phone)).toBe(1026);
    expect(await fateOf(hello, phone)).toBe('delivered');
  });
});
