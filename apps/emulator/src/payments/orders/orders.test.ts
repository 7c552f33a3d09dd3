import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asha, openStall, type Stall } from '../../commerce/test/stall.ts';
import type { Message } from '../../messages/message.ts';
import { sample } from '../../sample/sample-world.ts';
import type { JsonObject } from '../../world/json.ts';
import { askToPay, orderDetails, razorpay, tellStatus, upiLink } from '../test/orders.ts';

let stall: Stall;

beforeEach(() => {
  stall = openStall();
});

afterEach(() => stall.close());

const view = (message: Message) =>
  stall.payments.desk.order(message, (message.content.interactive as { action: JsonObject }).action);

const orderView = async (given: Parameters<typeof askToPay>[0] = {}) =>
  view(stall.sent(await stall.send(askToPay(given))));

const bodyOf = async (interactive: JsonObject, to?: string) => (await stall.send(interactive, to)).body;

describe('order details', () => {
  test('open an order that the customer sees with its sums and ways to pay', async () => {
    expect(await orderView()).toEqual({
      reference: 'INV-1001-1',
      status: 'pending',
      payment: 'unpaid',
      items: [
        {
          name: 'Banarasi Silk Saree – Maroon',
          quantity: 2,
          price: { minor: 749_900, currency: 'INR' },
          fullPrice: { minor: 899_900, currency: 'INR' },
          picture: '/world/pictures/saree-7b1e3b-d9a441.svg',
        },
      ],
      subtotal: { minor: 1_499_800, currency: 'INR' },
      tax: { minor: 75_000, currency: 'INR' },
      discount: { minor: 50_000, currency: 'INR' },
      total: { minor: 1_524_800, currency: 'INR' },
      methods: [
        { kind: 'upi', app: 'gpay', name: 'Google Pay' },
        { kind: 'upi', app: 'phonepe', name: 'PhonePe' },
        { kind: 'upi', app: 'paytm', name: 'Paytm' },
        { kind: 'upi', app: 'bhim', name: 'BHIM' },
        { kind: 'card', name: 'Credit or debit card' },
        { kind: 'netbanking', name: 'Net banking' },
        { kind: 'wallet', name: 'Wallet' },
      ],
    });
  });

  test('say by which apps, and whether in the browser too', async () => {
    const upi = razorpay({
      preferred_payment_methods: [{ method: 'cred' }],
      enabled_payment_options: ['upi'],
    });
    const { methods } = await orderView({ settings: [upi] });
    expect(methods.map(({ name }) => name)).toEqual(['CRED', 'Google Pay', 'PhonePe', 'Paytm', 'BHIM']);
    const web = razorpay({ enabled_payment_options: ['web'] });
    const inBrowser = await orderView({ reference: 'INV-2', settings: [web] });
    expect(inBrowser.methods.map(({ kind }) => kind)).toEqual(['card', 'netbanking', 'wallet']);
    const link = { type: 'payment_link', payment_link: { uri: 'https://rzp.io/i/abc123' } };
    expect((await orderView({ reference: 'INV-3', settings: [link] })).methods).toEqual([
      { kind: 'link', name: 'Payment link', url: 'https://rzp.io/i/abc123' },
    ]);
  });

  test('may name a configuration in the older way', async () => {
    const older = { payment_settings: undefined, payment_type: 'upi' };
    const upi = await orderView({ more: { ...older, payment_configuration: 'surat-silks-upi' } });
    expect(new Set(upi.methods.map(({ kind }) => kind))).toEqual(new Set(['upi']));
    const more = { ...older, payment_configuration: 'surat-silks-razorpay' };
    const gateway = await orderView({ reference: 'INV-2', more });
    expect(gateway.methods).toHaveLength(7);
  });

  test('with a configuration that is not there go through, but nobody can pay', async () => {
    for (const [at, name] of ['nothing', 'surat-silks-upi'].entries()) {
      const settings = [razorpay({ configuration_name: name })];
      expect((await orderView({ reference: `INV-${at}`, settings })).methods).toEqual([]);
    }
  });

  test('wait for a configuration to be connected', async () => {
    const { ledger, configurations } = stall.payments;
    const made = { wabaId: sample.wabaId, name: 'new-store', provider: 'razorpay' as const };
    const configuration = configurations.create(made);
    const settings = [razorpay({ configuration_name: 'new-store' })];
    const message = stall.sent(await stall.send(askToPay({ settings })));
    expect(view(message).methods).toEqual([]);
    configurations.connect(configuration);
    expect(ledger.configuration(sample.wabaId, 'new-store')).toMatchObject({ status: 'Needs_Testing' });
    expect(view(message).methods).toHaveLength(7);
  });

  test('have a reference that the account never used before, whichever number sends', async () => {
    await stall.send(askToPay());
    expect(await bodyOf(askToPay())).toMatchObject({ code: 131009 });
    const { body } = await stall.ask('POST', `/${sample.secondNumberId}/messages`, {
      body: { messaging_product: 'whatsapp', to: `+${asha}`, type: 'interactive', interactive: askToPay() },
    });
    expect(body).toMatchObject({ code: 131009 });
    expect(await stall.send(askToPay({ reference: 'INV-1001-2' }))).toMatchObject({ status: 200 });
    expect(await stall.send(askToPay({ reference: 'inv-1001-1' }))).toMatchObject({ status: 200 });
  });

  test('are refused without the terms, and say where they are', async () => {
    stall.payments.acceptTerms(sample.wabaId, false);
    expect(await bodyOf(askToPay())).toMatchObject({
      code: 134011,
      error_data: { details: expect.stringContaining('https://business.facebook.com/') },
    });
    expect(stall.payments.ledger.orders.size).toBe(0);
  });

  test('are for India: numbers of businesses, and of customers', async () => {
    const { numbers } = stall.emulator.directory;
    numbers.change(sample.numberId, { country: 'US' });
    expect(await bodyOf(askToPay())).toMatchObject({ code: 131005 });
    numbers.change(sample.numberId, { country: 'IN' });
    const message = stall.sent(await stall.send(askToPay(), '14155552671'));
    await stall.travel(1);
    expect(stall.messages.all.get(message.id)).toMatchObject({ status: 'failed' });
  });

  test('name goods of the catalog that is connected', async () => {
    const [item] = orderDetails().order.items;
    const items = [{ ...item, retailer_id: 'SKU-1' }];
    expect(await bodyOf(askToPay({ order: { items } }))).toMatchObject({
      code: 131009,
      error_data: { details: 'Products not found in FB Catalog' },
    });
    const known = { ...item, amount: { value: 0, offset: 100 }, sale_amount: undefined };
    const mixed = [item as JsonObject, { ...known, retailer_id: 'SKU-1' }];
    expect(await bodyOf(askToPay({ order: { items: mixed } }))).toMatchObject({ code: 131009 });
    expect(await bodyOf(askToPay({ order: { catalog_id: '1' } }))).toMatchObject({ code: 131009 });
  });

  test('carry a UPI link that can be followed and asks for the same sum', async () => {
    const total = orderDetails().total_amount.value / 100;
    const fine = upiLink(`pa=suratsilks@okbank&pn=Surat%20Silks&am=${total.toFixed(2)}&cu=INR&tr=INV-1001-1`);
    expect(await stall.send(askToPay({ settings: [fine] }))).toMatchObject({ status: 200 });
    for (const query of ['pn=Shop', 'pa=suratsilks@okbank&am=1.00', 'pa=suratsilks@okbank&cu=USD'])
      expect(await bodyOf(askToPay({ reference: 'INV-2', settings: [upiLink(query)] })), query).toMatchObject(
        {
          code: 131009,
        },
      );
  });

  test('may come by a template’s button', async () => {
    const order_details = orderDetails();
    const button = {
      type: 'button',
      sub_type: 'order_details',
      index: 0,
      parameters: [{ type: 'action', action: { order_details } }],
    };
    const message = stall.sent(await stall.sendTemplate([button]));
    expect(stall.payments.ledger.orderOfMessage.get(message.id)).toMatchObject({ reference: 'INV-1001-1' });
    const seen = stall.payments.desk.order(message, { name: 'review_and_pay', parameters: order_details });
    expect(seen).toMatchObject({ payment: 'unpaid', total: { minor: 1_524_800 } });
    expect((await stall.sendTemplate([button])).body).toMatchObject({ code: 131009 });
  });

  test('expire in the world’s time', async () => {
    const expiration = { timestamp: String(Math.floor(stall.messages.now / 1000) + 600) };
    const message = stall.sent(await stall.send(askToPay({ order: { expiration } })));
    expect(view(message)).toMatchObject({
      payment: 'unpaid',
      expiresAt: Number(expiration.timestamp) * 1000,
    });
    await stall.travel(600);
    expect(view(message)).toMatchObject({ payment: 'expired' });
  });
});

describe('an update of an order', () => {
  const order = () => stall.payments.ledger.order(sample.wabaId, 'INV-1001-1');
  const tell = async (status: string, description?: string): Promise<Message> => {
    const message = stall.sent(await stall.send(tellStatus(status, { ...(description && { description }) })));
    await stall.travel(2);
    return stall.messages.all.get(message.id) ?? message;
  };

  beforeEach(() => stall.send(askToPay()));

  test('moves it on once it was sent', async () => {
    const shipped = await tell('shipped', 'Delhivery AWB 123');
    expect(order()).toMatchObject({ status: 'shipped', note: 'Delhivery AWB 123' });
    await tell('completed');
    expect(order()).toMatchObject({ status: 'completed' });
    expect(order()?.note).toBeUndefined();
    expect(view(shipped)).toMatchObject({
      status: 'shipped',
      note: 'Delhivery AWB 123',
      total: { minor: 1_524_800 },
    });
  });

  test('that is not allowed is accepted and fails with 2046', async () => {
    await tell('completed');
    const late = await tell('processing');
    expect(late).toMatchObject({ status: 'failed', failure: { code: 2046 } });
    expect(order()).toMatchObject({ status: 'completed' });
    const statuses = (await stall.told('messages')).flatMap(({ statuses: all }) => all as JsonObject[]);
    const ofLate = statuses.filter((one) => one?.id === late.id);
    expect(ofLate).toMatchObject([
      {
        status: 'failed',
        errors: [{ code: 2046, error_data: { details: 'New order status was not correctly transitioned.' } }],
      },
    ]);
  });

  test('is judged by the updates before it, though they were not sent yet', async () => {
    await stall.send(tellStatus('canceled'));
    const { id } = stall.sent(await stall.send(tellStatus('shipped')));
    await stall.travel(2);
    expect(stall.messages.all.get(id)).toMatchObject({ failure: { code: 2046 } });
    expect(order()).toMatchObject({ status: 'canceled' });
  });

  test('that fails for another reason changes nothing', async () => {
    await tell('completed');
    await stall.travel(25 * 3600);
    expect(await tell('processing')).toMatchObject({ status: 'failed', failure: { code: 131047 } });
    stall.payments.ledger.orders.change(order()?.id ?? '', { status: 'shipped', announced: 'shipped' });
    expect(await tell('canceled')).toMatchObject({ status: 'failed', failure: { code: 131047 } });
    expect(order()).toMatchObject({ status: 'shipped', announced: 'shipped' });
  });

  test('may come by a template, after the window too', async () => {
    await stall.travel(25 * 3600);
    const order_status = { reference_id: 'INV-1001-1', order: { status: 'shipped' } };
    const component = { type: 'order_status', parameters: [{ type: 'order_status', order_status }] };
    expect(await stall.sendTemplate([component])).toMatchObject({ status: 200 });
    await stall.travel(2);
    expect(order()).toMatchObject({ status: 'shipped' });
  });

  test('of an order that was never sent is refused', async () => {
    expect(await bodyOf(tellStatus('shipped', { reference: 'INV-9' }))).toMatchObject({ code: 131009 });
  });
});
