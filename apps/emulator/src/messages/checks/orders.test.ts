import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from './read-message.ts';
import { bodies, now, orderMessage } from './test/bodies.ts';
import { fullOrder, order } from './test/orders.ts';
import { refusalOf } from './test/refusal.ts';

type Json = Record<string, unknown>;

const withOrder = (change: Json, total: Json = {}) =>
  refusalOf(orderMessage({ ...order, ...total, order: { ...order.order, ...change } }));
const paidBy = (...payment_settings: unknown[]) => refusalOf(orderMessage({ ...order, payment_settings }));
const amount = (value: number) => ({ value, offset: 100 });
const [fullItem] = fullOrder.order.items;

describe('the sums of an order', () => {
  it('add up', () => {
    expect(withOrder({ subtotal: amount(20001) })).toBe(
      '131009: The subtotal must be the sum of the items: 20000',
    );
    expect(withOrder({ tax: amount(1001) })).toBe(
      '131009: The total amount must be subtotal + tax + shipping - discount: 21001',
    );
    expect(withOrder({ shipping: undefined, discount: undefined })).toBeNull();
    expect(withOrder({ discount: undefined })).toMatch(/: 22000$/);
  });

  it('hold for every order that adds up, and for none that is a paisa off', () => {
    const paise = fc.nat(10_000_000);
    const items = fc.array(
      fc.record({ price: paise, reduced: fc.option(paise), quantity: fc.integer({ min: 1, max: 99 }) }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(items, paise, paise, paise, (items, tax, shipping, discount) => {
        const subtotal = items.reduce((sum, one) => sum + (one.reduced ?? one.price) * one.quantity, 0);
        const total = subtotal + tax + shipping - discount;
        fc.pre(total >= 0);
        const parts = {
          items: items.map((one, index) => ({
            retailer_id: `SKU-${index}`,
            name: 'कुर्ता',
            amount: amount(one.price),
            ...(one.reduced !== null && { sale_amount: amount(one.reduced) }),
            quantity: one.quantity,
          })),
          subtotal: amount(subtotal),
          tax: amount(tax),
          shipping: amount(shipping),
          discount: amount(discount),
        };
        expect(withOrder(parts, { total_amount: amount(total) })).toBeNull();
        expect(withOrder(parts, { total_amount: amount(total + 1) })).toMatch(/^131009: The total amount/);
      }),
    );
  });

  it.each([
    [{ tax: { value: 1000, offset: 1000 } }, '131009: The offset of an amount must be 100'],
    [
      { tax: { value: 10.5, offset: 100 } },
      "100: Param interactive['action']['parameters']['order']['tax']['value'] must be an integer.",
    ],
    [
      { tax: { value: '1000', offset: 100 } },
      "100: Param interactive['action']['parameters']['order']['tax']['value'] must be an integer.",
    ],
    [
      { tax: undefined },
      "100: The parameter interactive['action']['parameters']['order']['tax'] is required.",
    ],
    [
      { status: 'paid' },
      `100: Param interactive['action']['parameters']['order']['status'] must be one of {PENDING} - got "paid".`,
    ],
  ])('are hundredths: %j', (change, refusal) => {
    expect(withOrder(change)).toBe(refusal);
  });
});

describe('an order', () => {
  const reference = (reference_id: string) => refusalOf(orderMessage({ ...order, reference_id }));

  it('has a reference of letters, digits, underscores, dashes and dots', () => {
    for (const sound of ['a', 'INV-1001_2.x', 'x'.repeat(35)]) expect(reference(sound)).toBeNull();
    for (const unsound of ['', 'x'.repeat(36), 'a b', 'ऑर्डर', 'a/b', 'a\n']) {
      expect(reference(unsound)).toMatch(/^131009: reference_id must have 1 to 35 characters/);
    }
  });

  it('leaves five minutes to pay', () => {
    const until = (timestamp: unknown) => withOrder({ expiration: { timestamp, description: 'Soon' } });
    const seconds = now / 1000;
    expect(until(String(seconds + 300))).toBeNull();
    expect(until(seconds + 300)).toBeNull();
    expect(until(String(seconds + 299))).toBe(
      '131009: The expiration timestamp must be at least 300 seconds in the future',
    );
    expect(until(String(now + 300_000))).toBe(
      '131009: The expiration timestamp must be a UTC timestamp in seconds',
    );
  });

  it('says of goods from outside the catalogue where they come from', () => {
    const goods = (change: Json) =>
      refusalOf(
        orderMessage({ ...fullOrder, order: { ...fullOrder.order, items: [{ ...fullItem, ...change }] } }),
      );
    for (const name of ['country_of_origin', 'importer_name', 'importer_address']) {
      expect(goods({ [name]: undefined })).toBe(
        `131008: Without catalog_id every item of the order requires ${name}`,
      );
    }
    expect(goods({ retailer_id: undefined })).toBe('131008: Every item of the order requires retailer_id');
    const image = { link: 'https://example.in/kurta.jpg' };
    expect(goods({ image, retailer_id: undefined })).toBeNull();
    expect(goods({ image })).toBe(
      '131009: An order with item images may have neither catalog_id nor retailer_id',
    );
  });

  it('is in rupees, of physical or digital goods, for beneficiaries in India', () => {
    const varied = (change: Json) => refusalOf(orderMessage({ ...fullOrder, ...change }));
    expect(varied({ currency: 'USD' })).toMatch(/must be one of \{INR\} - got "USD"\.$/);
    expect(varied({ type: 'services' })).toMatch(
      /must be one of \{DIGITAL-GOODS, PHYSICAL-GOODS\} - got "services"\.$/,
    );
    const [beneficiary] = fullOrder.beneficiaries ?? [];
    expect(varied({ beneficiaries: [{ ...beneficiary, postal_code: '5600' }] })).toBe(
      '131009: postal_code must have 6 digits',
    );
    expect(varied({ beneficiaries: [{ ...beneficiary, city: undefined }] })).toMatch(
      /\['beneficiaries'\]\[0\]\['city'\] is required\.$/,
    );
  });

  it('may have the status that Meta writes in two ways', () => {
    const status = (status: string) => ({
      ...bodies['order status'],
      interactive: {
        type: 'order_status',
        body: { text: 'On its way' },
        action: { name: 'review_order', parameters: { reference_id: 'INV-1', order: { status } } },
      },
    });
    expect(readMessage(status('partially-shipped'), now)).toEqual(
      readMessage(status('partially_shipped'), now),
    );
    expect(refusalOf(status('lost'))).toMatch(/\['order'\]\['status'\] must be one of \{CANCELED, /);
  });
});

describe('the ways to pay', () => {
  const gateway = (change: Json) => ({
    type: 'payment_gateway',
    payment_gateway: { type: 'razorpay', configuration_name: 'main-store', ...change },
  });

  it.each([
    [gateway({})],
    [gateway({ type: 'billdesk', billdesk: { additional_info1: 'a', additional_info7: 'b' } })],
    [gateway({ type: 'payu', payu: { udf4: 'a' } })],
    [gateway({ type: 'zaakpay', zaakpay: { extra2: 'a' } })],
    [gateway({ preferred_payment_methods: [{ method: 'gpay' }], enabled_payment_options: ['upi'] })],
    [{ type: 'payment_link', payment_link: { uri: 'https://rzp.io/i/abc123' } }],
    [{ type: 'upi_intent_link', upi_intent_link: { link: 'upi://pay?pa=merchant@bank&pn=Example%20Store' } }],
  ])('are many: %j', (setting) => {
    expect(paidBy(setting)).toBeNull();
  });

  it.each([
    [gateway({ type: 'stripe' }), /must be one of \{BILLDESK, PAYU, RAZORPAY, ZAAKPAY\} - got "stripe"\.$/],
    [gateway({ configuration_name: undefined }), /\['configuration_name'\] is required\.$/],
    [
      gateway({ type: 'payu', payu: { udf5: 'a' } }),
      /^100: Unexpected key "udf5" on param ".*\['payu'\]"\.$/,
    ],
    [gateway({ payu: { udf1: 'a' } }), /^100: Unexpected key "payu"/],
    [gateway({ razorpay: { receipt: 'r'.repeat(41) } }), /must be at most 40 characters long\.$/],
    [
      gateway({ razorpay: { notes: Object.fromEntries(Array.from({ length: 16 }, (_, n) => [n, 'x'])) } }),
      /at most 15 keys$/,
    ],
    [gateway({ razorpay: { notes: { k: 'ह'.repeat(257) } } }), /at most 256 characters$/],
    [
      gateway({ preferred_payment_methods: [{ method: 'cash' }] }),
      /must be one of \{AMAZONPAY, .* - got "cash"\.$/,
    ],
    [
      { type: 'upi_intent_link', upi_intent_link: { link: 'https://pay' } },
      /^131009: The UPI intent link must begin/,
    ],
    [{ type: 'payment_link', payment_link: { uri: 'pay' } }, /is not a valid URI\.$/],
  ])('are no others: %j', (setting, refusal) => {
    expect(paidBy(setting)).toMatch(refusal);
  });

  it('may be named the older way, and have to be named', () => {
    const { payment_settings: _, ...unpaid } = order;
    expect(
      refusalOf(orderMessage({ ...unpaid, payment_type: 'upi', payment_configuration: 'main-store' })),
    ).toBeNull();
    expect(refusalOf(orderMessage(unpaid))).toBe(
      '131008: Either one of payment_settings or payment_configuration must be present',
    );
  });
});
