import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAtMost } from './characters.ts';
import { bodies, interactive, interactiveOf, orderMessage } from './test/bodies.ts';
import { fullOrder, order } from './test/orders.ts';
import { refusalOf } from './test/refusal.ts';

type Json = Record<string, unknown>;

const varied = (name: keyof typeof bodies, change: Json): Json =>
  interactive({ ...interactiveOf(name), ...change });
const buttons = (reply: Json) =>
  varied('reply buttons', {
    action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'A', ...reply } }] },
  });
const list = (row: Json, section: Json = {}, action: Json = {}) =>
  varied('list', {
    action: { button: 'Go', sections: [{ rows: [{ id: 'a', title: 'A', ...row }], ...section }], ...action },
  });
const parameters = (name: keyof typeof bodies, change: Json) => {
  const action = interactiveOf(name)['action'] as Json;
  return varied(name, {
    action: { ...action, parameters: { ...(action['parameters'] as Json), ...change } },
  });
};
const template = (component: Json) => ({
  ...bodies['one-time password'],
  template: { name: 'a', language: { code: 'en' }, components: [component] },
});
const gateway = (change: Json) =>
  orderMessage({
    ...order,
    payment_settings: [
      { type: 'payment_gateway', payment_gateway: { type: 'payu', configuration_name: 'a', ...change } },
    ],
  });
const item = (change: Json) => {
  const { items, ...rest } = fullOrder.order;
  return orderMessage({ ...fullOrder, order: { ...rest, items: [{ ...items[0], ...change }] } });
};
const expiring = (description: string) =>
  orderMessage({
    ...order,
    order: { ...order.order, expiration: { timestamp: '1791600000', description } },
  });

const byGraph = (path: string) => (max: number) =>
  `100: Param ${path} must be at most ${max} characters long.`;
const byLength =
  (what: string, min = 1) =>
  (max: number) =>
    `131009: ${what} length invalid. Min length: ${min}, Max length: ${max}`;
const tooLong = (what: string) => (max: number) => `131009: ${what} is too long. Max length is ${max}`;

/** What it is, where it stands, how long it may be, and what Graph says beyond. */
const limits: [string, (text: string) => unknown, number, (max: number) => string][] = [
  ['text', (body) => ({ ...bodies.text, text: { body } }), 4096, byGraph("text['body']")],
  [
    'text of Direct Send',
    (body) => ({ ...bodies['utility text by Direct Send'], text: { body } }),
    1024,
    byGraph("text['body']"),
  ],
  [
    'opaque callback data',
    (text) => ({ ...bodies.text, biz_opaque_callback_data: text }),
    512,
    byGraph('biz_opaque_callback_data'),
  ],
  [
    'caption',
    (caption) => ({ ...bodies.image, image: { id: '1', caption } }),
    1024,
    byGraph("image['caption']"),
  ],
  ['interactive body', (text) => varied('list', { body: { text } }), 1024, byLength('Body text')],
  ['footer', (text) => varied('list', { footer: { text } }), 60, byLength('Footer text', 0)],
  ['header', (text) => varied('list', { header: { type: 'text', text } }), 60, byLength('Header text')],
  ['button id', (id) => buttons({ id }), 256, byLength('Button id')],
  ['button title', (title) => buttons({ title }), 20, byLength('Button title')],
  ['list button', (button) => list({}, {}, { button }), 20, tooLong('Button label')],
  ['row id', (id) => list({ id }), 200, tooLong('Row id')],
  ['row title', (title) => list({ title }), 24, tooLong('Row title')],
  ['row description', (description) => list({ description }), 72, tooLong('Row description')],
  ['section title', (title) => list({}, { title }), 24, tooLong('Section title')],
  ['url button', (display_text) => parameters('url button', { display_text }), 20, byLength('Button title')],
  ['flow button', (flow_cta) => parameters('flow', { flow_cta }), 30, byLength('Flow CTA')],
  [
    'call payload',
    (payload) => parameters('call button', { payload }),
    512,
    byGraph("interactive['action']['parameters']['payload']"),
  ],
  ['item name', (name) => item({ name }), 60, byGraph(orderPath("['items'][0]['name']"))],
  [
    'gateway configuration',
    (configuration_name) => gateway({ configuration_name }),
    60,
    byGraph(settingPath("['configuration_name']")),
  ],
  ['PayU field', (udf1) => gateway({ payu: { udf1 } }), 255, byGraph(settingPath("['payu']['udf1']"))],
  ['expiration', expiring, 120, byGraph(orderPath("['expiration']['description']"))],
  [
    'coupon code',
    (coupon_code) =>
      template({
        type: 'button',
        sub_type: 'copy_code',
        index: 0,
        parameters: [{ type: 'coupon_code', coupon_code }],
      }),
    15,
    byGraph("template['components'][0]['parameters'][0]['coupon_code']"),
  ],
];

function orderPath(rest: string): string {
  return `interactive['action']['parameters']['order']${rest}`;
}

function settingPath(rest: string): string {
  return `interactive['action']['parameters']['payment_settings'][0]['payment_gateway']${rest}`;
}

const alphabets = ['a', 'ह', 'ि', '🎉', '𝒜'];
const letter = fc.constantFrom(...alphabets);

describe('the length of a text', () => {
  it('counts code points: letters and vowel signs of Hindi and a single emoji are one each, a family is seven', () => {
    expect(isAtMost('नमस्ते', 6)).toBe(true);
    expect(isAtMost('नमस्ते', 5)).toBe(false);
    expect(isAtMost('🎉', 1)).toBe(true);
    expect(isAtMost('👨‍👩‍👧‍👦', 7)).toBe(true);
    expect(isAtMost('👨‍👩‍👧‍👦', 6)).toBe(false);
  });

  it('is the number of code points, whatever the text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('\ud83c', '\udf89', 'a', '🎉')).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anything, fc.nat(30), (text, max) => {
        expect(isAtMost(text, max)).toBe(Array.from(text).length <= max);
      }),
    );
  });

  it.each(limits)('of a %s ends at its limit', (_, bodyWith, max, said) => {
    for (const one of alphabets) {
      expect(refusalOf(bodyWith(one.repeat(max)))).toBeNull();
      expect(refusalOf(bodyWith(one.repeat(max + 1)))).toBe(said(max));
    }
    const mixed = (min: number, max: number) =>
      fc
        .tuple(letter, letter, fc.integer({ min, max }), fc.nat())
        .map(
          ([one, other, length, split]) =>
            one.repeat(split % length) + other.repeat(length - (split % length)),
        );
    fc.assert(fc.property(mixed(1, max), (text) => refusalOf(bodyWith(text)) === null));
    fc.assert(fc.property(mixed(max + 1, 3 * max), (text) => refusalOf(bodyWith(text)) === said(max)));
  });
});

describe('the number of things', () => {
  const many = <T>(count: number, one: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => one(index));
  const row = (index: number) => ({ id: `r${index}`, title: `Row ${index}` });
  const counts: [string, (count: number) => unknown, number, number, string][] = [
    [
      'buttons',
      (count) =>
        varied('reply buttons', {
          action: {
            buttons: many(count, (n) => ({ type: 'reply', reply: { id: `b${n}`, title: `B ${n}` } })),
          },
        }),
      1,
      3,
      'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3',
    ],
    [
      'sections',
      (count) =>
        varied('list', {
          action: { button: 'Go', sections: many(count, (n) => ({ title: `S ${n}`, rows: [row(n)] })) },
        }),
      1,
      10,
      'Invalid sections count. Min allowed sections: 1, Max allowed sections: 10',
    ],
    [
      'rows',
      (count) =>
        varied('list', {
          action: {
            button: 'Go',
            sections: [
              { title: 'A', rows: many(count - 1, row) },
              { title: 'B', rows: [{ id: 'last', title: 'Last' }] },
            ],
          },
        }),
      2,
      10,
      'Total row count exceed max allowed count: 10',
    ],
    [
      'products',
      (count) =>
        varied('product list', {
          action: {
            catalog_id: '1',
            sections: [{ product_items: many(count, (n) => ({ product_retailer_id: `SKU-${n}` })) }],
          },
        }),
      1,
      30,
      'Total product count exceed max allowed count: 30',
    ],
    [
      'cards',
      (count) =>
        varied('product carousel', {
          action: {
            cards: many(count, (card_index) => ({
              card_index: Math.min(card_index, 9),
              type: 'product',
              action: { catalog_id: '1', product_retailer_id: `SKU-${card_index}` },
            })),
          },
        }),
      2,
      10,
      'Invalid cards count. Min allowed cards: 2, Max allowed cards: 10',
    ],
  ];

  it.each(counts)('of %s keeps to both bounds', (_, bodyOfCount, min, max, details) => {
    for (let count = min; count <= max; count++) expect(refusalOf(bodyOfCount(count))).toBeNull();
    expect(refusalOf(bodyOfCount(max + 1))).toBe(`131009: ${details}`);
    if (min === 1 && details.includes('Min')) expect(refusalOf(bodyOfCount(0))).toBe(`131009: ${details}`);
  });

  it('of contact cards is at most five, and of days of a pin thirty', () => {
    const card = bodies.contacts['contacts'] as unknown[];
    const cards = (count: number) => ({ ...bodies.contacts, contacts: many(count, () => card[0]) });
    expect([1, 5].map((count) => refusalOf(cards(count)))).toEqual([null, null]);
    expect(refusalOf(cards(0))).toBe('100: Param contacts must have at least 1 elements.');
    expect(refusalOf(cards(6))).toBe('100: Param contacts must have at most 5 elements.');
    const pin = (expiration_days: number) => ({
      ...bodies['pin in a group'],
      pin: { type: 'pin', message_id: 'wamid.1', expiration_days },
    });
    expect([1, 30].map((days) => refusalOf(pin(days)))).toEqual([null, null]);
    expect(refusalOf(pin(31))).toBe("100: Param pin['expiration_days'] must be less than or equal to 30.");
    expect(refusalOf(pin(0))).toBe("100: Param pin['expiration_days'] must be greater than or equal to 1.");
  });

  it('of minutes of a call button is between 1 and 43200', () => {
    const lasting = (ttl_minutes: number) => refusalOf(parameters('call button', { ttl_minutes }));
    expect([lasting(1), lasting(43_200)]).toEqual([null, null]);
    expect([lasting(0), lasting(43_201)]).not.toContain(null);
  });
});
