import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asha, at, hello, start, type Started } from '../test/started.ts';
import { sample } from '../sample/sample-world.ts';

const rank = ['sent', 'delivered', 'read', 'played'];

/** Statuses come forward only, each at most once; after a failure comes nothing. */
function expectForward(statuses: readonly string[]): void {
  const ranks = statuses.filter((status) => status !== 'failed').map((status) => rank.indexOf(status));
  expect(ranks).toEqual([...new Set(ranks)].toSorted((one, other) => one - other));
  expect(statuses.indexOf('failed')).toBeOneOf([-1, statuses.length - 1]);
}

const named = (started: Started, id: string): string[] =>
  started.statusesOf(id).map(({ status }) => String(status));

type Act = (started: Started, phone: string, ids: string[]) => unknown;

const phoneAct =
  (type: string): Act =>
  ({ world }, phone) =>
    world('POST', `/world/phones/${phone}/actions`, { type, chat: sample.numberId });

const patch =
  (change: object): Act =>
  ({ world }, phone) =>
    world('PATCH', `/world/people/${phone}`, change);

const acts: Record<string, Act> = {
  send: async ({ sent }, phone, ids) => ids.push(await sent(hello, `+${phone}`)),
  write: ({ write }, phone) => write(phone).catch(() => 'not while it is offline or blocks'),
  'a moment': ({ travel }) => travel(0.3),
  'some time': ({ travel }) => travel(20),
  'a month': ({ travel }) => travel(31 * 86_400),
  offline: patch({ online: false }),
  online: patch({ online: true }),
  'no receipts': patch({ receipts: false }),
  receipts: patch({ receipts: true }),
  'reads fast': patch({ reading: 'fast' }),
  block: phoneAct('block'),
  unblock: phoneAct('unblock'),
  open: phoneAct('open-chat'),
  ...Object.fromEntries(
    (['sent', 'delivered', 'read', 'played', 'failed'] as const).map((step): [string, Act] => [
      `a stray ${step}`,
      ({ inside }, _, ids) => {
        for (const id of ids) inside.progress.take(id, step);
      },
    ]),
  ),
};

describe('statuses', () => {
  test('only move forward and come once, in whatever order things happen', async () => {
    const started = await start();
    await started.world('PATCH', '/world/settings/messages', { pairRate: false });
    let next = 919_810_000_000;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 4, maxLength: 25 }),
        async (names) => {
          const phone = String(next++);
          await started.world('POST', '/world/people', { phone, name: 'Somebody' });
          await started.write(phone);
          const ids: string[] = [];
          for (const name of ['send', ...names]) {
            await acts[name]?.(started, phone, ids);
            await started.inside.emulator.world.settle();
          }
          await started.travel(60);
          for (const id of ids) expectForward(named(started, id));
        },
      ),
      { numRuns: 25 },
    );
  });

  test('of an ordinary message are sent, delivered and read, each a moment after the other', async () => {
    const started = await start();
    const id = await started.sent(hello, '919800000001');
    await started.write();
    const other = await started.sent(hello);
    await started.travel(10);
    expect(named(started, id)).toEqual(['failed']);
    expect(named(started, other)).toEqual(['sent', 'delivered']);
    await acts.open?.(started, asha, []);
    await started.travel(0);
    expect(named(started, other)).toEqual(['sent', 'delivered', 'read']);
  });

  test('of a message to a phone that is off end with sent, and go on when it comes back', async () => {
    const started = await start();
    await started.write();
    await acts.offline?.(started, asha, []);
    const id = await started.sent(hello);
    await started.travel(86_000);
    expect(named(started, id)).toEqual(['sent']);
    await acts.online?.(started, asha, []);
    await started.travel(0);
    expect(named(started, id)).toEqual(['sent', 'delivered']);
  });

  test('of a message to who blocked the business end with sent, also when the block came on its way', async () => {
    const started = await start();
    await started.write();
    const before = await started.sent(hello);
    await started.travel(0.26);
    await acts.block?.(started, asha, []);
    const after = await started.sent(hello);
    await started.travel(60);
    await acts.open?.(started, asha, []);
    await acts.unblock?.(started, asha, []);
    await acts.open?.(started, asha, []);
    await started.travel(60);
    expect([named(started, before), named(started, after)]).toEqual([['sent'], ['sent']]);
  });

  test('tell of no reading where receipts are off, yet of the arrival', async () => {
    const started = await start();
    await started.write();
    await acts['no receipts']?.(started, asha, []);
    const id = await started.sent(hello);
    await started.travel(0.26);
    await acts.open?.(started, asha, []);
    await started.travel(60);
    expect(named(started, id)).toEqual(['sent', 'delivered']);
    expect(started.inside.messages.all.get(id)?.status).toBe('read');
  });

  test('leave the arrival out when the chat is open, and the price stands on the reading then', async () => {
    const started = await start();
    await started.write();
    const id = await started.sent(hello);
    await started.travel(0.26);
    await acts.open?.(started, asha, []);
    await started.travel(60);
    expect(started.statusesOf(id).map(({ status, pricing }) => [status, pricing !== undefined])).toEqual([
      ['sent', true],
      ['read', true],
    ]);
  });

  test('of a reaction are sent alone, whatever the customer does', async () => {
    const started = await start();
    const target = await started.write();
    const id = await started.sent({ type: 'reaction', reaction: { message_id: target, emoji: '🙏' } });
    await started.travel(5);
    await acts.open?.(started, asha, []);
    await started.travel(5);
    expect(named(started, id)).toEqual(['sent']);
    expect(started.statusesOf(id)[0]).not.toHaveProperty('pricing');
  });

  test('say who it was, and give back what the business put in', async () => {
    const started = await start();
    await started.write();
    const id = await started.sent({ ...hello, biz_opaque_callback_data: 'conv_42:msg_7' });
    await started.travel(2);
    const [first, second] = started.statusesOf(id);
    for (const status of [first, second])
      expect(status).toMatchObject({
        id,
        recipient_id: asha,
        recipient_user_id: started.inside.people.userIdOf(sample.businessId, started.inside.people.get(asha)),
        biz_opaque_callback_data: 'conv_42:msg_7',
        pricing: {
          billable: false,
          pricing_model: 'PMP',
          type: 'free_customer_service',
          category: 'service',
        },
      });
    const change = started.heard.find(({ value }) => at(value, 'statuses.0.status') === 'delivered');
    expect(change?.value).toMatchObject({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '912614001234', phone_number_id: sample.numberId },
      contacts: [{ profile: { name: 'Asha Patil' }, wa_id: asha }],
    });
  });
});

describe('a message that is not delivered in time', () => {
  test('lapses without a word', async () => {
    const started = await start();
    await started.write();
    await acts.offline?.(started, asha, []);
    const id = await started.sent(hello);
    await started.travel(30 * 86_400 + 1);
    expect(started.inside.messages.all.get(id)?.waiting).toBeUndefined();
    await acts.online?.(started, asha, []);
    await started.travel(60);
    expect(named(started, id)).toEqual(['sent']);
  });

  test('lapses after ten minutes where it carries a code', async () => {
    const started = await start();
    const code = {
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
    await acts.offline?.(started, asha, []);
    const late = await started.sent(code);
    await started.travel(601);
    const timely = await started.sent(code);
    await started.travel(590);
    await acts.online?.(started, asha, []);
    await started.travel(60);
    expect([named(started, late), named(started, timely)]).toEqual([['sent'], ['sent', 'delivered']]);
  });
});

describe('the crowd', () => {
  test('gets what waited for it once it comes online', async () => {
    const started = await start();
    await started.world('PATCH', '/world/settings/crowd', { offlineShare: 1 });
    const id = await started.sent(
      { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } },
      '+919800000002',
    );
    await started.travel(60);
    expect(named(started, id)).toEqual(['sent']);
    await started.world('PATCH', '/world/settings/crowd', { offlineShare: 0 });
    await started.travel(60);
    expect(named(started, id)).toEqual(['sent', 'delivered', 'read']);
  });
});
