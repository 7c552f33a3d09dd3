import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, hello, start, type Started } from '../test/started.ts';
import { sample } from '../sample/sample-world.ts';
import { openWindow } from './receive.ts';

let started: Started;
beforeAll(async () => {
  started = await start({}, afterAll);
});

const day = 86_400;

/** Whether a free-form message of now arrives. */
async function arrives(phone: string): Promise<boolean> {
  const id = await started.sent(hello, `+${phone}`);
  await started.travel(5);
  const statuses = started.statusesOf(id);
  expect(statuses.length).toBeGreaterThan(0);
  const failure = at(statuses, '0.errors.0.code');
  expect(failure).toBeOneOf([undefined, 131047]);
  return failure === undefined;
}

describe('the customer service window', () => {
  test('is open for 24 hours from whatever the customer wrote last, to the second', async () => {
    const waits = fc.array(fc.oneof(fc.integer({ min: 1, max: day }), fc.constantFrom(day - 6, day + 1)), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(waits, async (given) => {
        const phone = await started.customer();
        let wroteAt = -Infinity;
        for (const [place, wait] of given.entries()) {
          if (place % 2 === 0) {
            await started.write(phone);
            wroteAt = started.inside.messages.now;
          }
          await started.travel(wait);
          const isOpen = started.inside.messages.now < wroteAt + day * 1000;
          expect(await arrives(phone)).toBe(isOpen);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('is opened by a call too', async () => {
    const phone = await started.customer();
    expect(await arrives(phone)).toBe(false);
    const { emulator, people, messages } = started.inside;
    const number = emulator.directory.numbers.get(sample.numberId);
    if (!number) throw new Error('The shop has no number.');
    openWindow(messages, { number, person: people.get(phone) }, messages.now);
    expect(await arrives(phone)).toBe(true);
  });

  test('is one number’s: it does not open for the business’ other number', async () => {
    const phone = await started.customer();
    await started.write(phone);
    const { body } = await started.ask('POST', `/${sample.secondNumberId}/messages`, {
      messaging_product: 'whatsapp',
      to: `+${phone}`,
      ...hello,
    });
    await started.travel(5);
    expect(at(started.statusesOf(String(at(body, 'messages.0.id'))), '0.errors.0.code')).toBe(131047);
  });

  test('is not opened by reactions of the business, by identity news, or by reading', async () => {
    const phone = await started.customer();
    await started.world('POST', `/world/people/${phone}/new-user-id`);
    expect(await arrives(phone)).toBe(false);
  });
});

describe('free entry', () => {
  async function tapAd(phone: string): Promise<void> {
    const act = (action: object) => started.world('POST', `/world/phones/${phone}/actions`, action);
    const { body } = await started.world('GET', '/world/entries');
    const { body: tapped } = await act({ type: 'tap-ad', ad: at(body, 'ads.0.id') });
    await act({ type: 'send-text', chat: tapped.chat, text: 'नमस्ते!' });
  }

  async function pricingOf(phone: string): Promise<Record<string, unknown>[]> {
    const id = await started.sent(hello, `+${phone}`);
    await started.travel(5);
    return started.statusesOf(id);
  }

  test('lasts 72 hours from an answer within a day of the ad, and the conversation is told', async () => {
    const phone = await started.customer();
    await tapAd(phone);
    await started.travel(3600);
    const [sent, delivered] = await pricingOf(phone);
    const free = { type: 'free_entry_point', category: 'referral_conversion', billable: false };
    expect(sent).toMatchObject({ pricing: free, conversation: { origin: { type: 'referral_conversion' } } });
    expect(delivered).toMatchObject({
      pricing: free,
      conversation: { origin: { type: 'referral_conversion' } },
    });
    const until = Number(at(sent, 'conversation.expiration_timestamp'));
    expect(until).toBe(Math.floor(started.inside.messages.now / 1000 - 5 + 72 * 3600));
    expect(delivered).not.toHaveProperty('conversation.expiration_timestamp');
    await started.travel(70 * 3600);
    await started.write(phone);
    expect((await pricingOf(phone))[0]).toMatchObject({ pricing: free });
    await started.travel(2 * 3600);
    const [late] = await pricingOf(phone);
    expect(late).toMatchObject({ pricing: { type: 'free_customer_service', category: 'service' } });
    expect(late).not.toHaveProperty('conversation');
  });

  test('has a conversation of its own for each customer', async () => {
    const ids = [];
    for (const phone of [await started.customer(), await started.customer()]) {
      await tapAd(phone);
      ids.push(at(await pricingOf(phone), '0.conversation.id'));
    }
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[1]).not.toBe(ids[0]);
  });

  test('does not begin with an answer after a day', async () => {
    const phone = await started.customer();
    await tapAd(phone);
    await started.travel(day + 1);
    await started.write(phone);
    expect((await pricingOf(phone))[0]).toMatchObject({ pricing: { type: 'free_customer_service' } });
  });
});
