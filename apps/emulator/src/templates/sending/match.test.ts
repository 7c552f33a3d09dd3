import { describe, expect, test } from 'vitest';
import { refusalOf } from '../test/refusal-of.ts';
import {
  body,
  card,
  diwaliOffer,
  loginCode,
  newSarees,
  orderShipped,
  withBody,
  withHeader,
} from '../test/requests.ts';
import { templateOf } from '../test/template-of.ts';
import type { Template } from '../template.ts';
import { matchTemplate } from './match.ts';

const text = (...values: string[]) => values.map((value) => ({ type: 'text', text: value }));
const bodyOf = (...values: string[]) => ({ type: 'body', parameters: text(...values) });
const button = (sub_type: string, index: unknown, ...parameters: object[]) => ({
  type: 'button',
  sub_type,
  index,
  parameters,
});
const suffix = (index: unknown, value: string) => button('url', index, { type: 'text', text: value });
const refused = (template: Template, ...components: unknown[]) =>
  refusalOf(() => matchTemplate(template, components));

const shipped = templateOf(orderShipped());

describe('a body', () => {
  test('gets its values in their order', () => {
    expect(matchTemplate(shipped, [bodyOf('Asha', '20417'), suffix('0', '20417')])).toEqual({
      body: 'Hi Asha, your order 20417 has left our warehouse in Pune.',
      buttons: [{ suffix: '20417' }],
    });
  });

  test('without all of its values is refused in Meta’s words', () => {
    expect(refused(shipped, bodyOf('Asha'), suffix(0, '7'))).toEqual({
      code: 132000,
      says: 'body: number of localizable_params (1) does not match the expected number of params (2)',
    });
    expect(refused(shipped, suffix(0, '7'))).toMatchObject({ code: 132000 });
    expect(refused(shipped, bodyOf('a', 'b', 'c'), suffix(0, '7'))).toMatchObject({ code: 132000 });
  });

  test('shows the fallback of money and dates', () => {
    const parameters = [
      { type: 'currency', currency: { fallback_value: '₹1,499', code: 'INR', amount_1000: 1_499_000 } },
      { type: 'date_time', date_time: { fallback_value: '12 November' } },
    ];
    expect(matchTemplate(shipped, [{ type: 'body', parameters }, suffix(0, '7')]).body).toBe(
      'Hi ₹1,499, your order 12 November has left our warehouse in Pune.',
    );
  });

  test('takes no line breaks, tabs or more than four spaces', () => {
    for (const value of ['two\nlines', 'a\tb', 'a     b']) {
      expect(refused(shipped, bodyOf(value, '7'), suffix(0, '7'))).toMatchObject({ code: 132018 });
    }
    expect(refused(shipped, bodyOf('a    b', '7'), suffix(0, '7'))).toBe('accepted');
  });

  test('takes no empty value, and no picture', () => {
    expect(refused(shipped, bodyOf('', '7'), suffix(0, '7'))).toEqual({
      code: 131008,
      says: 'Parameter of type text is missing text value',
    });
    const picture = { type: 'body', parameters: [{ type: 'image', image: { id: '1' } }, ...text('7')] };
    expect(refused(shipped, picture, suffix(0, '7'))).toMatchObject({ code: 132012 });
  });

  test('may not grow beyond 1024 characters, unless it stands alone', () => {
    const long = 'a'.repeat(1100);
    expect(refused(shipped, bodyOf(long, '7'), suffix(0, '7'))).toMatchObject({ code: 132005 });
    expect(refused(templateOf(withBody('Your note {{1}} was saved.', ['x'])), bodyOf(long))).toBe('accepted');
  });

  test('turns the id of a group into its link', () => {
    const template = templateOf(withBody('Join our group here: {{1}} now, please.', ['x']));
    const component = { type: 'body', parameters: [{ type: 'group_id', group_id: 'g1' }] };
    const groupLink = (id: string) => `https://chat.example/${id}`;
    expect(matchTemplate(template, [component], { groupLink }).body).toContain('https://chat.example/g1 now');
  });
});

describe('named variables', () => {
  const named = templateOf(
    orderShipped({
      parameter_format: 'NAMED',
      components: [
        {
          type: 'BODY',
          text: 'Hi {{first_name}}, your order {{order}} has left Pune.',
          example: {
            body_text_named_params: [
              { param_name: 'first_name', example: 'Asha' },
              { param_name: 'order', example: '7' },
            ],
          },
        },
      ],
    }),
  );
  const by = (...names: string[]) => ({
    type: 'body',
    parameters: names.map((name) => ({ type: 'text', parameter_name: name, text: `<${name}>` })),
  });

  test('are filled by name, in any order', () => {
    expect(matchTemplate(named, [by('order', 'first_name')]).body).toBe(
      'Hi <first_name>, your order <order> has left Pune.',
    );
  });

  test('need their names, and no others', () => {
    expect(refused(named, bodyOf('Asha', '7'))).toEqual({
      code: 100,
      says: 'Parameter name is missing or empty',
    });
    expect(refused(named, by('first_name', 'number'))).toMatchObject({ code: 132012 });
    expect(refused(named, by('first_name'))).toMatchObject({ code: 132000 });
    expect(refused(shipped, by('a', 'b'), suffix(0, '7'))).toMatchObject({ code: 132012 });
  });
});

describe('a header', () => {
  const image = templateOf(withHeader({ format: 'IMAGE', example: { header_handle: ['4::aW'] } }));
  const header = (...parameters: object[]) => ({ type: 'header', parameters });

  test('of media takes the kind that it was created with', () => {
    expect(matchTemplate(image, [header({ type: 'image', image: { id: 2871834006348767 } })]).header).toEqual(
      {
        kind: 'image',
        media: { id: '2871834006348767' },
      },
    );
    expect(refused(image)).toEqual({
      code: 132012,
      says: 'header: Format mismatch, expected IMAGE, received UNKNOWN',
    });
    expect(refused(image, header({ type: 'video', video: { id: '1' } }))).toMatchObject({
      says: 'header: Format mismatch, expected IMAGE, received VIDEO',
    });
    expect(refused(image, header({ type: 'image', image: {} }))).toMatchObject({ code: 131008 });
    expect(
      refused(image, header({ type: 'image', image: { id: '1', link: 'https://x.example/a.jpg' } })),
    ).toMatchObject({
      code: 131009,
    });
  });

  test('of text has its own value, and at most 60 characters', () => {
    const title = templateOf(
      withHeader({ format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['7'] } }),
    );
    expect(matchTemplate(title, [header(...text('7'))]).header).toEqual({ kind: 'text', text: 'Order 7' });
    expect(refused(title)).toEqual({
      code: 132000,
      says: 'header: number of localizable_params (0) does not match the expected number of params (1)',
    });
    expect(refused(title, header(...text('a'.repeat(60))))).toMatchObject({ code: 132005 });
    expect(refused(title, header({ type: 'image', image: { id: '1' } }))).toMatchObject({ code: 132012 });
  });

  test('of a place has its coordinates', () => {
    const place = templateOf(withHeader({ format: 'LOCATION' }));
    const at = (location: object) => header({ type: 'location', location });
    expect(matchTemplate(place, [at({ latitude: '18.52', longitude: 73.85, name: 'Pune' })]).header).toEqual({
      kind: 'location',
      location: { latitude: 18.52, longitude: 73.85, name: 'Pune' },
    });
    expect(refused(place, at({ latitude: 18 }))).toMatchObject({ code: 131008 });
    expect(refused(place, at({ latitude: 91, longitude: 0 }))).toMatchObject({ code: 131009 });
  });

  test('that the template does not have is refused', () => {
    expect(refused(shipped, header(...text('x')), bodyOf('a', 'b'), suffix(0, '7'))).toMatchObject({
      code: 132012,
    });
  });
});

describe('buttons', () => {
  const shop = templateOf(
    orderShipped({
      components: [
        body('Choose what suits you.'),
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Later' },
            { type: 'URL', text: 'Open', url: 'https://sharma.example/{{1}}', example: ['7'] },
            { type: 'URL', text: 'Home', url: 'https://sharma.example' },
            { type: 'COPY_CODE', example: 'DIWALI20' },
            { type: 'FLOW', text: 'Book', flow_id: '1' },
            { type: 'CATALOG' },
            { type: 'VOICE_CALL', text: 'Call now' },
          ],
        },
      ],
    }),
  );
  const needed = [
    suffix('1', '7'),
    button('copy_code', 3, { type: 'coupon_code', coupon_code: 'DIWALI20' }),
    button('flow', '4', { type: 'action', action: { flow_token: 't' } }),
    button('catalog', '5', { type: 'action', action: {} }),
  ];

  test('take what belongs to them; a reply and a call need nothing', () => {
    expect(refused(shop, ...needed)).toBe('accepted');
    expect(refused(shop, ...needed, button('quick_reply', '0', { type: 'payload', payload: 'later' }))).toBe(
      'accepted',
    );
    const call = {
      type: 'button',
      sub_type: 'voice_call',
      parameters: [{ type: 'ttl_minutes', ttl_minutes: 100 }],
    };
    expect(matchTemplate(shop, [...needed, call]).buttons[6]).toEqual({ ttlMinutes: 100 });
  });

  test.each([
    [0, 'Url'],
    [1, 'CopyCode'],
    [2, 'Flow'],
    [3, 'Catalog'],
  ])('without value number %i are refused in Meta’s words', (left, name) => {
    const [index] = [1, 3, 4, 5].slice(left);
    expect(refused(shop, ...needed.filter((_, at) => at !== left))).toEqual({
      code: 131008,
      says: `buttons: Button at index ${index} of type ${name} requires a parameter`,
    });
  });

  test('are found by their index', () => {
    expect(refused(shop, ...needed, suffix('0', '7'))).toMatchObject({ code: 132012 });
    expect(refused(shop, ...needed, suffix('9', '7'))).toMatchObject({ code: 132018 });
    expect(refused(shop, ...needed, suffix('x', '7'))).toMatchObject({ code: 131009 });
    expect(refused(shop, ...needed, suffix(undefined, '7'))).toMatchObject({ code: 131008 });
    expect(refused(shop, ...needed, suffix('1', '7'))).toMatchObject({ code: 132018 });
    expect(refused(shop, ...needed, suffix('2', '7'))).toMatchObject({ code: 132018 });
  });

  test('have short codes and payloads', () => {
    const long = button('copy_code', 3, { type: 'coupon_code', coupon_code: 'a'.repeat(16) });
    expect(refused(shop, ...needed.filter((_, at) => at !== 1), long)).toMatchObject({ code: 131009 });
    const payload = button('quick_reply', 0, { type: 'payload', payload: 'a'.repeat(129) });
    expect(refused(shop, ...needed, payload)).toMatchObject({ code: 131009 });
  });

  test('of many products have sections with products', () => {
    const products = templateOf(
      orderShipped({
        components: [
          { type: 'HEADER', format: 'TEXT', text: 'Sarees' },
          body('Still interested?'),
          { type: 'BUTTONS', buttons: [{ type: 'MPM' }] },
        ],
      }),
    );
    const item = { product_retailer_id: 'sku-1' };
    const mpm = (sections: unknown) =>
      button('mpm', 0, { type: 'action', action: { thumbnail_product_retailer_id: 'sku-1', sections } });
    const title = 'Silk';
    const many = (count: number, one: object) => Array.from({ length: count }, () => one);
    expect(refused(products, mpm([{ title, product_items: [item] }]))).toBe('accepted');
    expect(refused(products, mpm([]))).toMatchObject({ code: 131008 });
    expect(refused(products, mpm([{ title, product_items: many(31, item) }]))).toMatchObject({
      code: 131009,
    });
    expect(refused(products, mpm(many(11, { title, product_items: [item] })))).toMatchObject({
      code: 131009,
    });
    expect(
      refused(products, mpm([{ product_items: [item] }, { title, product_items: [item] }])),
    ).toMatchObject({
      code: 131008,
    });
  });
});

test('a one-time code is given twice, and has at most 15 characters', () => {
  const code = templateOf(loginCode());
  expect(refused(code, bodyOf('394021'), suffix('0', '394021'))).toBe('accepted');
  expect(refused(code, bodyOf('394021'))).toMatchObject({ code: 131008 });
  expect(refused(code, suffix('0', '394021'))).toMatchObject({ code: 132000 });
  const long = '1'.repeat(16);
  expect(refused(code, bodyOf(long), suffix('0', long))).toMatchObject({ code: 131009 });
});

test('an offer that expires says when', () => {
  const offer = templateOf(diwaliOffer());
  const rest = [
    { type: 'header', parameters: [{ type: 'image', image: { link: 'https://sharma.example/d.jpg' } }] },
    bodyOf('Meera', 'DIWALI20'),
    button('copy_code', 0, { type: 'coupon_code', coupon_code: 'DIWALI20' }),
    suffix(1, 'DIWALI20'),
  ];
  const until = (limited_time_offer: object) => ({
    type: 'limited_time_offer',
    parameters: [{ type: 'limited_time_offer', limited_time_offer }],
  });
  expect(matchTemplate(offer, [...rest, until({ expiration_time_ms: 1_789_000_000_000 })])).toMatchObject({
    offerExpiresAt: 1_789_000_000_000,
  });
  expect(refused(offer, ...rest)).toMatchObject({ code: 131008 });
  expect(refused(shipped, bodyOf('a', 'b'), suffix(0, '7'), until({ expiration_time_ms: 1 }))).toMatchObject({
    code: 132018,
  });
});

describe('a carousel', () => {
  const sarees = templateOf(newSarees());
  const filled = (card_index: unknown, type = 'image') => ({
    card_index,
    components: [
      { type: 'header', parameters: [{ type, [type]: { id: '1', product_retailer_id: 'sku-1' } }] },
    ],
  });
  const carousel = (...cards: object[]) => [bodyOf('Kavita'), { type: 'carousel', cards }];

  test('has exactly the cards of its template', () => {
    expect(matchTemplate(sarees, carousel(filled(1), filled('0'))).cards).toHaveLength(2);
    expect(refused(sarees, ...carousel(filled(0)))).toMatchObject({ code: 132000 });
    expect(refused(sarees, ...carousel(filled(0), filled(1), filled(2)))).toMatchObject({ code: 132000 });
    expect(refused(sarees, ...carousel(filled(0), filled(0)))).toMatchObject({ code: 131009 });
    expect(refused(sarees, ...carousel(filled(0), filled(2)))).toMatchObject({ code: 131009 });
    expect(refused(sarees, ...carousel(filled(0), filled(1, 'video')))).toMatchObject({ code: 132012 });
    expect(refused(sarees, bodyOf('Kavita'))).toMatchObject({ code: 132000 });
  });

  test('of products is sent with two to ten', () => {
    const product = card({ format: 'PRODUCT', buttons: [{ type: 'SPM' }] });
    const products = templateOf(newSarees([product, product]));
    const cards = (count: number) => Array.from({ length: count }, (_, at) => filled(at, 'product'));
    expect(matchTemplate(products, carousel(...cards(10))).cards?.[9]?.header).toEqual({
      kind: 'product',
      product: { product_retailer_id: 'sku-1' },
    });
    expect(refused(products, ...carousel(...cards(1)))).toMatchObject({ code: 132000 });
    expect(refused(products, ...carousel(...cards(11)))).toMatchObject({ code: 132000 });
  });
});

test('an order status goes with its template alone', () => {
  const status = (order_status: unknown) => ({
    type: 'order_status',
    parameters: [{ type: 'order_status', order_status }],
  });
  const template = templateOf({ ...withBody('Your order has news.'), sub_category: 'order_status' });
  const value = { reference_id: 'order-1001', order: { status: 'shipped' } };
  expect(matchTemplate(template, [status(value)]).orderStatus).toEqual(value);
  expect(refused(template)).toMatchObject({ code: 131008 });
  expect(refused(templateOf(withBody('Your order has news.')), status(value))).toMatchObject({
    code: 132018,
  });
});

test('library templates check what kind each value is', () => {
  const due = templateOf(
    withBody('Hi, an amount of {{1}} is due on {{2}}, please pay it soon.', ['₹1', '1 May']),
    {
      parameterTypes: ['AMOUNT', 'DATE'],
    },
  );
  expect(refused(due, bodyOf('₹1,499.00', '12 November'))).toBe('accepted');
  expect(refused(due, bodyOf('a lot', '12 November'))).toMatchObject({ code: 132018 });
  expect(refused(due, bodyOf('₹1,499', 'soon'))).toMatchObject({ code: 132018 });
});

test('whatever is sent is either matched or refused', () => {
  for (const components of [
    5,
    'x',
    {},
    [null],
    [5],
    [{}],
    [{ type: 'body', parameters: 5 }],
    [{ type: 'button' }],
  ]) {
    expect(refusalOf(() => matchTemplate(shipped, components))).toMatchObject({ code: expect.any(Number) });
  }
});
