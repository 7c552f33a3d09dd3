import type { SendComponent } from '@trikon/whatsapp';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Template } from '../template.ts';
import { refusalOf } from '../test/refusal-of.ts';
import {
  body,
  card,
  diwaliOffer,
  loginCode,
  newSarees,
  orderShipped,
  withBody,
  withButtons,
  withHeader,
} from '../test/requests.ts';
import {
  action,
  bodyOf,
  bodyWith,
  buttonOf,
  cardsOf,
  coupon,
  headerOf,
  image,
  offerUntil,
  suffix,
  texts,
} from '../test/sends.ts';
import { templateOf } from '../test/template-of.ts';
import { matchTemplate } from './match.ts';

const refused = (template: Template, ...components: SendComponent[]) =>
  refusalOf(() => matchTemplate(template, components));

const shipped = templateOf(orderShipped());

describe('a body', () => {
  test('gets its values in their order', () => {
    expect(matchTemplate(shipped, [bodyWith('Asha', '20417'), suffix('0', '20417')])).toEqual({
      body: 'Hi Asha, your order 20417 has left our warehouse in Pune.',
      buttons: [{ suffix: '20417' }],
    });
  });

  test('without all of its values is refused in Meta’s words', () => {
    expect(refused(shipped, bodyWith('Asha'), suffix(0, '7'))).toEqual({
      code: 132000,
      says: 'body: number of localizable_params (1) does not match the expected number of params (2)',
    });
    expect(refused(shipped, suffix(0, '7'))).toMatchObject({ code: 132000 });
    expect(refused(shipped, bodyWith('a', 'b', 'c'), suffix(0, '7'))).toMatchObject({ code: 132000 });
    expect(refusalOf(() => matchTemplate(shipped))).toMatchObject({ code: 132000 });
  });

  test('shows the fallback of money and dates', () => {
    const values = bodyOf(
      { type: 'currency', currency: { fallback_value: '₹1,499', code: 'INR', amount_1000: 1_499_000 } },
      { type: 'date_time', date_time: { fallback_value: '12 November' } },
    );
    expect(matchTemplate(shipped, [values, suffix(0, '7')]).body).toBe(
      'Hi ₹1,499, your order 12 November has left our warehouse in Pune.',
    );
  });

  test('takes no picture', () => {
    expect(refused(shipped, bodyOf(image('1'), ...texts('7')), suffix(0, '7'))).toMatchObject({
      says: 'body: Format mismatch, expected TEXT, received IMAGE',
    });
  });

  test('may not grow beyond 1024 characters, unless it stands alone', () => {
    const long = 'a'.repeat(1100);
    expect(refused(shipped, bodyWith(long, '7'), suffix(0, '7'))).toMatchObject({ code: 132005 });
    expect(refused(templateOf(withBody('Your note {{1}} was saved.', ['x'])), bodyWith(long))).toBe(
      'accepted',
    );
  });

  test('turns the id of a group into its link', () => {
    const template = templateOf(withBody('Join our group here: {{1}} now, please.', ['x']));
    const values = [bodyOf({ type: 'group_id', group_id: 'g1' })];
    const groupLink = (id: string) => `https://chat.example/${id}`;
    expect(matchTemplate(template, values, { groupLink }).body).toContain('https://chat.example/g1 now');
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
  const by = (...names: string[]) =>
    bodyOf(...names.map((name) => ({ type: 'text' as const, parameter_name: name, text: `<${name}>` })));

  test('are filled by name, in any order', () => {
    expect(matchTemplate(named, [by('order', 'first_name')]).body).toBe(
      'Hi <first_name>, your order <order> has left Pune.',
    );
  });

  test('need their names, and no others', () => {
    expect(refused(named, bodyWith('Asha', '7'))).toEqual({
      code: 100,
      says: 'Parameter name is missing or empty',
    });
    expect(refused(named, by('first_name', 'number'))).toMatchObject({ code: 132012 });
    expect(refused(named, by('first_name'))).toMatchObject({ code: 132000 });
    expect(refused(shipped, by('a', 'b'), suffix(0, '7'))).toMatchObject({ code: 132012 });
  });
});

describe('a header', () => {
  test('of media takes the kind that it was created with', () => {
    const picture = templateOf(withHeader({ format: 'IMAGE', example: { header_handle: ['4::aW'] } }));
    expect(matchTemplate(picture, [headerOf(image('28'))]).header).toEqual({
      kind: 'image',
      media: { id: '28' },
    });
    expect(refused(picture)).toEqual({
      code: 132012,
      says: 'header: Format mismatch, expected IMAGE, received UNKNOWN',
    });
    expect(refused(picture, headerOf({ type: 'video', video: { id: '1' } }))).toMatchObject({
      says: 'header: Format mismatch, expected IMAGE, received VIDEO',
    });
    expect(refused(picture, headerOf(...texts('1')))).toMatchObject({ code: 132012 });
  });

  test.each([
    ['VIDEO', { type: 'video', video: { id: '1' } }, 'UTILITY'],
    ['DOCUMENT', { type: 'document', document: { link: 'https://sharma.example/7.pdf' } }, 'UTILITY'],
    ['GIF', { type: 'gif', gif: { id: '1' } }, 'MARKETING'],
    ['LOCATION', { type: 'location', location: { latitude: 18.52, longitude: 73.85 } }, 'UTILITY'],
  ] as const)('of the kind %s is one of its own', (format, parameter, category) => {
    const template = templateOf(withHeader({ format, example: { header_handle: ['4::aW'] } }, category));
    expect(matchTemplate(template, [headerOf(parameter)]).header?.kind).toBe(parameter.type);
  });

  test('of text has its own value, and at most 60 characters', () => {
    const title = templateOf(
      withHeader({ format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['7'] } }),
    );
    expect(matchTemplate(title, [headerOf(...texts('7'))]).header).toEqual({ kind: 'text', text: 'Order 7' });
    expect(refused(title)).toEqual({
      code: 132000,
      says: 'header: number of localizable_params (0) does not match the expected number of params (1)',
    });
    expect(refused(title, headerOf(...texts('a'.repeat(60))))).toMatchObject({ code: 132005 });
    expect(refused(title, headerOf(image('1')))).toMatchObject({ code: 132012 });
  });

  test('that the template does not have is refused', () => {
    expect(refused(shipped, headerOf(...texts('x')), bodyWith('a', 'b'), suffix(0, '7'))).toMatchObject({
      code: 132012,
    });
  });
});

describe('buttons', () => {
  const shop = templateOf(
    withButtons(
      { type: 'QUICK_REPLY', text: 'Later' },
      { type: 'URL', text: 'Open', url: 'https://sharma.example/{{1}}', example: ['7'] },
      { type: 'URL', text: 'Home', url: 'https://sharma.example' },
      { type: 'COPY_CODE', example: 'DIWALI20' },
      { type: 'FLOW', text: 'Book', flow_id: '1' },
      { type: 'CATALOG' },
      { type: 'VOICE_CALL', text: 'Call now' },
    ),
  );
  const needed = [suffix('1', '7'), coupon(3, 'DIWALI20'), action('flow', 4), action('catalog', 5)];

  test('take what belongs to them; a reply and a call need nothing', () => {
    expect(refused(shop, ...needed)).toBe('accepted');
    const reply = buttonOf('quick_reply', '0', { type: 'payload', payload: 'later' });
    expect(matchTemplate(shop, [...needed, reply]).buttons[0]).toEqual({ payload: 'later' });
    const call: SendComponent = {
      type: 'button',
      sub_type: 'voice_call',
      parameters: [
        { type: 'ttl_minutes', ttl_minutes: 100 },
        { type: 'payload', payload: 'ticket-91' },
      ],
    };
    expect(matchTemplate(shop, [...needed, call]).buttons[6]).toEqual({
      ttlMinutes: 100,
      payload: 'ticket-91',
    });
  });

  test.each([
    [0, 1, 'Url'],
    [1, 3, 'CopyCode'],
    [2, 4, 'Flow'],
    [3, 5, 'Catalog'],
  ])('without value number %i are refused in Meta’s words', (left, index, name) => {
    expect(refused(shop, ...needed.filter((_, at) => at !== left))).toEqual({
      code: 131008,
      says: `buttons: Button at index ${index} of type ${name} requires a parameter`,
    });
  });

  test('are found by their index', () => {
    expect(refused(shop, ...needed, suffix('0', '7'))).toMatchObject({ code: 132012 });
    expect(refused(shop, ...needed, suffix('9', '7'))).toMatchObject({ code: 132018 });
    expect(refused(shop, ...needed, suffix('2', '7'))).toMatchObject({ code: 132018 });
  });

  test('with nothing in them are as good as missing', () => {
    expect(refused(shop, buttonOf('url', 1), ...needed.slice(1))).toMatchObject({ code: 131008 });
    expect(refused(shop, ...needed, buttonOf('quick_reply', 0))).toBe('accepted');
  });
});

test('a one-time code is given twice, and has at most 15 characters', () => {
  const code = templateOf(loginCode());
  expect(refused(code, bodyWith('394021'), suffix('0', '394021'))).toBe('accepted');
  expect(refused(code, bodyWith('394021'))).toMatchObject({ code: 131008 });
  expect(refused(code, suffix('0', '394021'))).toMatchObject({ code: 132000 });
  const long = '1'.repeat(16);
  expect(refused(code, bodyWith(long), suffix('0', long))).toMatchObject({ code: 131009 });
});

test('an offer that expires says when', () => {
  const offer = templateOf(diwaliOffer());
  const rest = [
    headerOf(image('7')),
    bodyWith('Meera', 'DIWALI20'),
    coupon(0, 'DIWALI20'),
    suffix(1, 'DIWALI20'),
  ];
  expect(matchTemplate(offer, [...rest, offerUntil(1_789_000_000_000)])).toMatchObject({
    offerExpiresAt: 1_789_000_000_000,
  });
  expect(refused(offer, ...rest)).toMatchObject({ code: 131008 });
  expect(refused(shipped, bodyWith('a', 'b'), suffix(0, '7'), offerUntil(1))).toMatchObject({ code: 132018 });
});

describe('a carousel', () => {
  const sarees = templateOf(newSarees());
  const kavita = bodyWith('Kavita');
  const picture = (at: number) => image(String(at));

  test('has exactly the cards of its template', () => {
    expect(matchTemplate(sarees, [kavita, cardsOf(picture, 1, 0)]).cards).toMatchObject([
      { header: { media: { id: '0' } }, body: 'Handwoven in Varanasi' },
      { header: { media: { id: '1' } } },
    ]);
    expect(refused(sarees, kavita, cardsOf(picture, 0))).toMatchObject({ code: 132000 });
    expect(refused(sarees, kavita, cardsOf(picture, 0, 1, 2))).toMatchObject({ code: 132000 });
    expect(refused(sarees, kavita, cardsOf(picture, 0, 0))).toMatchObject({ code: 131009 });
    expect(refused(sarees, kavita, cardsOf(picture, 0, 2))).toMatchObject({ code: 131009 });
    expect(
      refused(
        sarees,
        kavita,
        cardsOf(() => ({ type: 'video', video: { id: '1' } }), 0, 1),
      ),
    ).toMatchObject({
      code: 132012,
    });
    expect(refused(sarees, kavita)).toMatchObject({ code: 132000 });
    expect(refused(templateOf(withBody('Shipped.')), cardsOf(picture, 0, 1))).toMatchObject({ code: 132018 });
  });

  test('of products is sent with two to ten', () => {
    const created = card({ format: 'PRODUCT', buttons: [{ type: 'SPM' }] });
    const products = templateOf(newSarees([created, created]));
    const product = (at: number) => ({
      type: 'product' as const,
      product: { product_retailer_id: `sku-${at}` },
    });
    const many = (count: number) => cardsOf(product, ...Array.from({ length: count }, (_, at) => at));
    expect(matchTemplate(products, [kavita, many(10)]).cards?.[9]?.header).toEqual({
      kind: 'product',
      product: { product_retailer_id: 'sku-9' },
    });
    expect(refused(products, kavita, many(1))).toMatchObject({ code: 132000 });
    expect(refused(products, kavita, many(11))).toMatchObject({ code: 132000 });
  });
});

test('an order status goes with its template alone', () => {
  const value = { reference_id: 'order-1001', order: { status: 'shipped' } };
  const status: SendComponent = {
    type: 'order_status',
    parameters: [{ type: 'order_status', order_status: value }],
  };
  const template = templateOf({ ...withBody('Your order has news.'), sub_category: 'order_status' });
  expect(matchTemplate(template, [status]).orderStatus).toEqual(value);
  expect(refused(template)).toMatchObject({ code: 131008 });
  expect(refused(templateOf(withBody('Your order has news.')), status)).toMatchObject({ code: 132018 });
});

test('library templates check what kind each value is', () => {
  const due = templateOf(
    withBody('Hi, an amount of {{1}} is due on {{2}}, please pay it soon.', ['₹1', '1 May']),
    {
      parameterTypes: ['AMOUNT', 'DATE'],
    },
  );
  expect(refused(due, bodyWith('₹1,499.00', '12 November'))).toBe('accepted');
  expect(refused(due, bodyWith('a lot', '12 November'))).toMatchObject({ code: 132018 });
  expect(refused(due, bodyWith('₹1,499', 'soon'))).toMatchObject({ code: 132018 });
});

test('whatever the values are, the body is its text with each variable replaced', () => {
  const word = fc.stringMatching(/^[a-z]{2,6}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 6, maxLength: 6 }),
      (words, values) => {
        const text = `Dear customer of ours, ${words.map((one, at) => `${one} goes well with {{${at + 1}}}`).join(' and ')} today.`;
        const template = templateOf(withBody(text, words));
        const filled = matchTemplate(template, [bodyWith(...values.slice(0, words.length))]);
        expect(filled.body).toBe(
          text.replaceAll(/\{\{(\d)\}\}/g, (_, number) => values[Number(number) - 1] ?? ''),
        );
      },
    ),
  );
});

test('a template that was edited is matched by its new words', () => {
  const edited = {
    ...shipped,
    components: templateOf(orderShipped({ components: [body('Shipped.')] })).components,
  };
  expect(matchTemplate(edited, [])).toEqual({ body: 'Shipped.', buttons: [] });
});
