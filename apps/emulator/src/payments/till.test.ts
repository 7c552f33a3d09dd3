import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asha, openStall, type Stall } from '../commerce/test/stall.ts';
import { WorldRefusal } from '../door/world-door.ts';
import type { Message } from '../messages/message.ts';
import type { PayOutcome } from '../phones/actions.ts';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';
import { askToPay, razorpay, tellStatus, upiLink } from './test/orders.ts';

let stall: Stall;

beforeEach(() => {
  stall = openStall();
});

afterEach(() => stall.close());

const ask = async (given: Parameters<typeof askToPay>[0] = {}): Promise<Message> =>
  stall.sent(await stall.send(askToPay(given)));

function pay(message: Message, outcome: PayOutcome, method = 'upi'): void {
  const number = stall.emulator.directory.numbers.get(message.numberId);
  if (!number) throw new Error('The number is gone.');
  const person = stall.messages.people.get(asha);
  stall.payments.desk.pay({ number, person, message, outcome, method });
}

interface PaymentNews extends JsonObject {
  status: string;
  payment: JsonObject & { transaction: JsonObject };
}

async function news(): Promise<PaymentNews[]> {
  const all = await stall.told('messages');
  return all
    .flatMap(({ statuses }) => (statuses ?? []) as PaymentNews[])
    .filter(({ type }) => type === 'payment');
}

const lookUp = async (reference = 'INV-1001-1', configuration = 'surat-silks-razorpay') =>
  (await stall.ask('GET', `/${sample.numberId}/payments/${configuration}/${reference}`)).body;

const lines = (): unknown[] =>
  [...stall.messages.all.values()]
    .filter(({ type }) => type === 'payment')
    .map(({ content }) => content.payment);

const refund = (value: unknown, more: JsonObject = {}) =>
  stall.ask('POST', `/${sample.numberId}/payments_refund`, {
    body: {
      reference_id: 'INV-1001-1',
      payment_config_id: 'surat-silks-razorpay',
      amount: { currency: 'INR', value: value as string, offset: '100' },
      ...more,
    },
  });

describe('a payment that comes through', () => {
  test('is told as captured, with what the gateway was given', async () => {
    pay(await ask(), 'success');
    const [status, ...others] = await news();
    expect(others).toEqual([]);
    const at = Math.floor(stall.messages.now / 1000);
    expect(status).toEqual({
      id: expect.stringMatching(/^wamid\./),
      recipient_id: asha,
      recipient_user_id: expect.any(String),
      type: 'payment',
      status: 'captured',
      timestamp: String(at),
      payment: {
        reference_id: 'INV-1001-1',
        amount: { value: 1_524_800, offset: 100 },
        currency: 'INR',
        transaction: {
          id: expect.stringMatching(/^order_\w{14}$/),
          pg_transaction_id: expect.stringMatching(/^pay_\w{14}$/),
          type: 'razorpay',
          status: 'success',
          created_timestamp: at,
          updated_timestamp: at,
          method: { type: 'upi' },
        },
        receipt: 'INV-1001',
        notes: { shop: 'Surat Silks' },
      },
    });
  });

  test('is looked up with the same ids, and seen in the chat', async () => {
    const message = await ask();
    expect(await lookUp()).toEqual({
      payments: [
        {
          reference_id: 'INV-1001-1',
          status: 'pending',
          currency: 'INR',
          amount: { value: 1_524_800, offset: 100 },
          total_amount: { value: 1_524_800, offset: 100 },
          receipt: 'INV-1001',
          notes: { shop: 'Surat Silks' },
        },
      ],
    });
    pay(message, 'success', 'card');
    const [told] = await news();
    expect(await lookUp()).toMatchObject({
      payments: [{ status: 'captured', transactions: [told?.payment.transaction] }],
    });
    expect(lines()).toEqual([
      { outcome: 'paid', amount: { minor: 1_524_800, currency: 'INR' }, reference: 'INV-1001-1' },
    ]);
  });

  test('comes once', async () => {
    const message = await ask();
    pay(message, 'success');
    expect(() => pay(message, 'success')).toThrow('The order is paid.');
    expect(await news()).toHaveLength(1);
  });

  test('makes a configuration active that was never tested', async () => {
    const { ledger, configurations } = stall.payments;
    const configuration = ledger.configuration(sample.wabaId, 'surat-silks-razorpay');
    if (configuration) configurations.setStatus(configuration, 'Needs_Testing');
    pay(await ask(), 'success');
    const told = await stall.told('payment_configuration_update');
    expect(told.map(({ status }) => status)).toEqual(['Needs Testing', 'Active']);
  });

  test('is known to nobody but the bank when it goes by UPI or by a link', async () => {
    const link = { type: 'payment_link', payment_link: { uri: 'https://rzp.io/i/abc123' } };
    pay(await ask({ settings: [upiLink('pa=suratsilks@okbank')] }), 'success');
    pay(await ask({ reference: 'INV-2', settings: [link] }), 'success', 'link');
    expect(await news()).toEqual([]);
    expect(lines()).toHaveLength(2);
    expect(await lookUp()).toMatchObject({ code: 131009 });
  });
});

describe('a payment that fails', () => {
  test('leaves the order to be paid, says why, and can be tried again', async () => {
    const message = await ask();
    pay(message, 'failed', 'card');
    pay(message, 'success', 'upi');
    expect(await news()).toMatchObject([
      {
        status: 'pending',
        payment: {
          transaction: { status: 'failed', error: { code: 'BAD_REQUEST_ERROR', reason: 'card_declined' } },
        },
      },
      { status: 'captured', payment: { transaction: { status: 'success', method: { type: 'upi' } } } },
    ]);
    expect(await lookUp()).toMatchObject({
      payments: [{ status: 'captured', transactions: [{ status: 'failed' }, { status: 'success' }] }],
    });
    expect(lines()).toMatchObject([{ outcome: 'failed' }, { outcome: 'paid' }]);
  });

  test('is told as failed where the world is set so', async () => {
    stall.emulator.world.settings.change('payments', { afterFailure: 'failed' });
    pay(await ask(), 'failed');
    expect(await news()).toMatchObject([{ status: 'failed' }]);
  });

  test('fails by itself when UPI is asked for more than five lakh', async () => {
    pay(await ask({ price: 25_000_001 }), 'success');
    expect(await news()).toMatchObject([
      { payment: { transaction: { status: 'failed', error: { reason: 'transaction_limit_exceeded' } } } },
    ]);
    pay(await ask({ reference: 'INV-2', price: 25_000_001 }), 'success', 'netbanking');
    expect(await news()).toHaveLength(2);
    expect((await news())[1]).toMatchObject({ status: 'captured' });
  });
});

describe('a payment that takes its time', () => {
  test('is pending first, and comes through after a while', async () => {
    const message = await ask();
    pay(message, 'pending');
    expect(await news()).toMatchObject([
      { status: 'pending', payment: { transaction: { status: 'pending' } } },
    ]);
    expect(() => pay(message, 'success')).toThrow('A payment is under way.');
    expect(lines()).toEqual([]);
    await stall.travel(30);
    const told = await news();
    expect(told.map(({ status }) => status)).toEqual(['pending', 'captured']);
    expect(told[0]?.payment.transaction.id).toBe(told[1]?.payment.transaction.id);
  });

  test('may be ended otherwise', async () => {
    stall.emulator.world.settings.change('payments', { pendingEnds: 'failed', settleSeconds: 5 });
    pay(await ask(), 'pending');
    await stall.travel(5);
    expect((await news()).map(({ payment }) => payment.transaction.status)).toEqual(['pending', 'failed']);
    const second = await ask({ reference: 'INV-2' });
    pay(second, 'pending');
    const order = stall.payments.ledger.orderOfMessage.get(second.id);
    stall.payments.till.settle(order?.id ?? '', order?.attempts[0]?.id ?? '', 'success');
    await stall.travel(60);
    expect((await news()).map(({ status }) => status)).toEqual(['pending', 'pending', 'pending', 'captured']);
  });

  test('survives a snapshot', async () => {
    pay(await ask(), 'pending');
    const { world } = stall.emulator;
    world.restore(new Map(world.parts().map(({ name, values }) => [name, structuredClone([...values])])));
    await stall.travel(30);
    expect((await news()).at(-1)).toMatchObject({ status: 'captured' });
  });
});

describe('nobody pays', () => {
  test('when they think better of it', async () => {
    pay(await ask(), 'abandoned');
    expect(await news()).toEqual([]);
    expect(await lookUp()).not.toMatchObject({ payments: [{ transactions: expect.anything() }] });
  });

  test('what was canceled, what expired, and what nobody would get', async () => {
    const canceled = await ask();
    await stall.send(tellStatus('canceled'));
    await stall.travel(1);
    expect(() => pay(canceled, 'success')).toThrow('The order was canceled.');
    const expiration = { timestamp: String(Math.floor(stall.messages.now / 1000) + 300) };
    const late = await ask({ reference: 'INV-2', order: { expiration } });
    await stall.travel(301);
    expect(() => pay(late, 'success')).toThrow('The time to pay is over.');
    const lost = await ask({ reference: 'INV-3', settings: [razorpay({ configuration_name: 'nothing' })] });
    expect(() => pay(lost, 'success')).toThrow(WorldRefusal);
  });

  test('in a way that the order does not take', async () => {
    const upiOnly = await ask({ settings: [razorpay({ enabled_payment_options: ['upi'] })] });
    for (const method of ['card', 'link', 'cash'])
      expect(() => pay(upiOnly, 'success', method)).toThrow(WorldRefusal);
  });

  test('for a message that asks for nothing', async () => {
    await ask();
    const update = stall.sent(await stall.send(tellStatus('shipped')));
    expect(() => pay(update, 'success')).toThrow('There is nothing to pay.');
  });

  test('an order that is canceled after it was paid: that fails with 2047', async () => {
    for (const [at, outcome] of (['success', 'pending'] as const).entries()) {
      const reference = `INV-${at}`;
      pay(await ask({ reference }), outcome);
      const update = stall.sent(await stall.send(tellStatus('canceled', { reference })));
      await stall.travel(1);
      expect(stall.messages.all.get(update.id)).toMatchObject({ status: 'failed', failure: { code: 2047 } });
      expect(stall.payments.ledger.order(sample.wabaId, reference)).toMatchObject({ status: 'pending' });
    }
  });
});

describe('each gateway', () => {
  test('speaks with its own ids and gives back what it was given', async () => {
    const extras = {
      payu: { udf1: 'diwali' },
      zaakpay: { extra1: 'diwali' },
      billdesk: { additional_info1: 'diwali' },
    };
    for (const [gateway, given] of Object.entries(extras)) {
      stall.payments.ledger.configurations.put({
        id: `${sample.wabaId} ${gateway}`,
        wabaId: sample.wabaId,
        name: gateway,
        provider: gateway as 'payu',
        status: 'Active',
        createdAt: 0,
        updatedAt: 0,
      });
      const setting = { type: gateway, configuration_name: gateway, [gateway]: given };
      const settings = [{ type: 'payment_gateway', payment_gateway: setting }];
      pay(await ask({ reference: gateway, settings }), 'failed', 'wallet');
      expect((await news()).at(-1)).toMatchObject({
        payment: { ...given, transaction: { type: gateway, error: { code: 'PAYMENT_FAILED' } } },
      });
    }
    const ids = (await news()).map(({ payment }) => payment.transaction.id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('a refund', () => {
  beforeEach(async () => pay(await ask(), 'success'));

  test('is pending first, and told once the gateway did it', async () => {
    const { status, body } = await refund('100000', { speed: 'normal' });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^rfnd_/),
      status: 'pending',
      speed_processed: 'normal',
    });
    await stall.travel(60);
    expect((await news()).at(-1)).toMatchObject({
      status: 'captured',
      payment: {
        refunds: [
          {
            id: body.id,
            amount: { value: 100_000, offset: 100 },
            speed_processed: 'normal',
            status: 'success',
          },
        ],
      },
    });
    expect(await lookUp()).toMatchObject({
      payments: [{ transactions: [{ refunds: [{ id: body.id, status: 'success' }] }] }],
    });
    expect(lines().at(-1)).toMatchObject({ outcome: 'refunded', amount: { minor: 100_000 } });
  });

  test('at once is done at once', async () => {
    expect((await refund('100', { speed: 'instant' })).body).toMatchObject({
      status: 'completed',
      speed_processed: 'instant',
    });
    expect(await news()).toHaveLength(2);
  });

  test('that fails at the gateway gives the money free again', async () => {
    stall.emulator.world.settings.change('payments', { refundsEnd: 'failed' });
    expect((await refund('1524800', { speed: 'instant' })).body).toMatchObject({ status: 'failed' });
    expect(lines()).toHaveLength(1);
    expect(await refund('1524800')).toMatchObject({ status: 200 });
  });

  test('never gives back more than was paid, however it is divided', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 800_000 }), { maxLength: 8 }), async (parts) => {
        const { orders, order } = {
          orders: stall.payments.ledger.orders,
          order: `${sample.wabaId} INV-1001-1`,
        };
        const [paid] = orders.get(order)?.attempts ?? [];
        if (paid) orders.change(order, { attempts: [{ ...paid, refunds: [] }] });
        let left = 1_524_800;
        for (const part of parts) {
          const { status } = await refund(String(part));
          expect(status).toBe(part <= left ? 200 : 400);
          if (part <= left) left -= part;
        }
      }),
      { numRuns: 25 },
    );
  });

  test('is refused with wrong sums, names and speeds', async () => {
    for (const value of ['0', '-1', '1.5', '', 'many', '1524801', null, { a: 1 }])
      expect(await refund(value), JSON.stringify(value)).toMatchObject({ status: 400 });
    const wrong: JsonObject[] = [
      { speed: 'fast' },
      { reference_id: 'INV-9' },
      { payment_config_id: 'surat-silks-upi' },
      { payment_config_id: undefined },
      { amount: '100' },
      { amount: { currency: 'USD', value: '100', offset: '100' } },
      { amount: { currency: 'INR', value: '100', offset: '10' } },
    ];
    for (const more of wrong)
      expect(await refund('100', more), JSON.stringify(more)).toMatchObject({ status: 400 });
    expect(await refund(100, {})).toMatchObject({ status: 200 });
  });

  test('needs a payment', async () => {
    await ask({ reference: 'INV-2' });
    expect(await refund('100', { reference_id: 'INV-2' })).toMatchObject({ body: { code: 131009 } });
  });
});

test('a payment is looked up by its own number, configuration and business alone', async () => {
  pay(await ask(), 'success');
  const path = 'payments/surat-silks-razorpay/INV-1001-1';
  expect(await stall.ask('GET', `/${sample.secondNumberId}/${path}`)).toMatchObject({
    body: { code: 131009 },
  });
  expect(await lookUp('INV-1001-1', 'other')).toMatchObject({ code: 131009 });
  expect(await lookUp('INV-9')).toMatchObject({ code: 131009 });
  const token = sample.clinicToken;
  expect(await stall.ask('GET', `/${sample.numberId}/${path}`, { token })).toMatchObject({
    body: { code: 200 },
  });
});
