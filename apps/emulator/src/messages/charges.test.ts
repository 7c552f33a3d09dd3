import { describe, expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import { asha, at, hello, start, type Started } from '../test/started.ts';
import type { JsonObject } from '../world/json.ts';

const greeting: JsonObject = {
  type: 'template',
  template: { name: 'hello_world', language: { code: 'en_US' } },
};

const offer: JsonObject = {
  type: 'template',
  template: {
    name: 'festive_offer',
    language: { code: 'en' },
    components: [{ type: 'body', parameters: ['Asha', 'DIWALI10'].map((text) => ({ type: 'text', text })) }],
  },
};

const code: JsonObject = {
  type: 'template',
  template: {
    name: 'login_code',
    language: { code: 'en' },
    components: [
      { type: 'body', parameters: [{ type: 'text', text: '481920' }] },
      { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '481920' }] },
    ],
  },
};

async function chargeOf(started: Started, message: JsonObject, to = asha): Promise<string> {
  const id = await started.sent(message, `+${to}`);
  await started.travel(3);
  const [first] = started.statusesOf(id);
  const failure = at(first, 'errors.0.code');
  return failure === undefined
    ? `${String(at(first, 'pricing.category'))} ${String(at(first, 'pricing.type'))}`
    : `failed ${JSON.stringify(failure)}`;
}

describe('prices change at midnight of the account', () => {
  test('in India on 1 October 2026', async () => {
    const started = await start({ now: Date.parse('2026-09-30T23:59:30+05:30') });
    await started.world('PATCH', '/world/settings/pricing', { freeServiceMessages: 0 });
    await started.write();
    expect(await chargeOf(started, hello)).toBe('service free_customer_service');
    expect(await chargeOf(started, greeting)).toBe('utility free_customer_service');
    expect(await chargeOf(started, offer)).toBe('marketing regular');
    await started.travel(30);
    expect(await chargeOf(started, hello)).toBe('service regular');
    expect(await chargeOf(started, greeting)).toBe('utility regular');
    expect(await chargeOf(started, greeting, '919800000001')).toBe('utility regular');
  });

  test('in California half a day later', async () => {
    const started = await start({ now: Date.parse('2026-10-01T12:00:00+05:30') });
    started.inside.emulator.directory.wabas.change(sample.wabaId, { timezone: 'America/Los_Angeles' });
    await started.write();
    expect(await chargeOf(started, greeting)).toBe('utility free_customer_service');
    await started.travel(1800 + 3600);
    expect(await chargeOf(started, greeting)).toBe('utility regular');
  });
});

describe('free replies', () => {
  test('are a thousand for each number and month of the account, and none before October 2026 count', async () => {
    const started = await start({ now: Date.parse('2026-09-30T23:59:50+05:30') });
    await started.world('PATCH', '/world/settings/pricing', { freeServiceMessages: 3 });
    await started.write();
    for (let reply = 0; reply < 2; reply++)
      expect(await chargeOf(started, hello)).toContain('free_customer_service');
    await started.travel(10);
    const replies = [];
    for (let reply = 0; reply < 5; reply++) replies.push(await chargeOf(started, hello));
    const free = 'service free_customer_service';
    expect(replies).toEqual([free, free, free, 'service regular', 'service regular']);
    await started.travel(31 * 86_400 - 60);
    await started.write();
    expect(await chargeOf(started, hello)).toBe('service regular');
    await started.travel(60);
    expect(await chargeOf(started, hello)).toBe('service free_customer_service');
  });

  test('are a thousand unless the world says otherwise', async () => {
    const started = await start();
    const { body } = await started.world('GET', '/world/settings');
    expect(body.pricing).toEqual({ freeServiceMessages: 1000 });
  });

  test('are not used up by reactions, by templates, or by what fails', async () => {
    const started = await start();
    await started.world('PATCH', '/world/settings/pricing', { freeServiceMessages: 1 });
    const theirs = await started.write();
    await started.sent({ type: 'reaction', reaction: { message_id: theirs, emoji: '👍' } });
    await chargeOf(started, greeting);
    expect(await chargeOf(started, hello, '919800000009')).toBe('failed 131047');
    expect(await chargeOf(started, hello)).toBe('service free_customer_service');
    expect(await chargeOf(started, hello)).toBe('service regular');
  });
});

describe('without a way to pay', () => {
  test('only what is free is delivered, and the rest fails with 131042 after it was accepted', async () => {
    const started = await start();
    await started.world('PATCH', '/world/settings/pricing', { freeServiceMessages: 2 });
    await started.world('PATCH', `/world/accounts/${sample.wabaId}`, { hasPaymentMethod: false });
    await started.write();
    expect(await chargeOf(started, greeting)).toBe('failed 131042');
    const burst = await Promise.all(Array.from({ length: 4 }, () => started.sent(hello)));
    await started.travel(10);
    const ends = burst.map((id) => started.statusesOf(id).at(-1)?.status);
    expect(ends.filter((status) => status === 'delivered')).toHaveLength(2);
    expect(ends.filter((status) => status === 'failed')).toHaveLength(2);
    await started.world('PATCH', `/world/accounts/${sample.wabaId}`, { hasPaymentMethod: true });
    expect(await chargeOf(started, hello)).toBe('service regular');
  });

  test('before October 2026 replies and utilities inside of the window were free, and so are delivered', async () => {
    const started = await start({ now: Date.parse('2026-09-15T12:00:00+05:30') });
    await started.world('PATCH', `/world/accounts/${sample.wabaId}`, { hasPaymentMethod: false });
    await started.world('PATCH', '/world/settings/pricing', { freeServiceMessages: 0 });
    await started.write();
    expect(await chargeOf(started, hello)).toBe('service free_customer_service');
    expect(await chargeOf(started, greeting)).toBe('utility free_customer_service');
    expect(await chargeOf(started, offer)).toBe('failed 131042');
  });
});

describe('a price stands', () => {
  test('on sent and on the first of delivered and read, and on nothing else', async () => {
    const started = await start();
    await started.world('PATCH', `/world/people/${asha}`, {
      reading: 'fast',
      habits: { deliverSeconds: [0, 0], readSeconds: [0, 0] },
    });
    await started.write();
    const id = await started.sent(hello);
    await started.travel(5);
    expect(started.statusesOf(id).map((status) => [status.status, 'pricing' in status])).toEqual([
      ['sent', true],
      ['delivered', true],
      ['read', false],
    ]);
  });

  test('for authentication abroad, once the account pays it', async () => {
    const started = await start();
    const body = { primaryLocation: 'AE', internationalFrom: '2026-10-06T00:00:00+05:30' };
    await started.world('PATCH', `/world/accounts/${sample.wabaId}`, body);
    expect(await chargeOf(started, code)).toBe('authentication regular');
    await started.travel(86_400);
    expect(await chargeOf(started, code)).toBe('authentication_international regular');
    expect(await chargeOf(started, code, '12125550123')).toBe('authentication regular');
  });

  test('for marketing by its own API', async () => {
    const started = await start();
    await started.world('PATCH', `/world/accounts/${sample.wabaId}`, { marketingTerms: 'signed' });
    const { body } = await started.ask('POST', `/${sample.numberId}/marketing_messages`, {
      messaging_product: 'whatsapp',
      to: `+${asha}`,
      ...offer,
    });
    await started.travel(3);
    const [sent] = started.statusesOf(String(at(body, 'messages.0.id')));
    expect(sent).toMatchObject({ pricing: { category: 'marketing_lite', type: 'regular', billable: true } });
  });
});
