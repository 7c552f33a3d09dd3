import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../test/refusal-of.ts';
import { body, orderShipped, withButtons } from '../test/requests.ts';
import { readDraft } from './request.ts';

const refused = (request: Record<string, unknown>) => refusalOf(() => readDraft(request));
const wrong = { code: 100, subcode: 2388060 };
const quick = (text: string) => ({ type: 'QUICK_REPLY', text });
const url = { type: 'URL', text: 'Track', url: 'https://sharma.example/t' };
const phone = { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+912212345678' };

test('labels are plain, of at most 25 characters', () => {
  expect(refused(withButtons(quick('a'.repeat(25))))).toBe('accepted');
  expect(refused(withButtons(quick('a'.repeat(26))))).toMatchObject({ subcode: 2388040 });
  for (const text of ['Yes 👍', 'Hi {{1}}', 'two\nlines', '*Yes*']) {
    expect(refused(withButtons(quick(text)))).toMatchObject(wrong);
  }
  expect(refused(withButtons({ type: 'QUICK_REPLY' }))).toMatchObject({ subcode: 2388043 });
});

test('there are at most ten, and of most kinds one', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => quick(`Choice ${at}`));
  expect(refused(withButtons(...many(10)))).toBe('accepted');
  expect(refused(withButtons(...many(11)))).toMatchObject(wrong);
  expect(refused(withButtons(url, url))).toBe('accepted');
  expect(refused(withButtons(url, url, url))).toMatchObject(wrong);
  expect(refused(withButtons(phone, phone))).toMatchObject(wrong);
  expect(refused(withButtons())).toMatchObject({ subcode: 2388043 });
});

test('quick replies stand together, first or last', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }), (pattern) => {
      const others = [url, url, phone, { type: 'COPY_CODE', example: 'DIWALI20' }];
      fc.pre(pattern.filter((isQuick) => !isQuick).length <= others.length);
      const buttons = pattern.map((isQuick, at) => (isQuick ? quick(`Choice ${at}`) : (others.pop() ?? url)));
      const word = pattern.map((isQuick) => (isQuick ? 'q' : 'o')).join('');
      expect(refused(withButtons(...buttons)) === 'accepted').toBe(/^(q*o*|o*q*)$/.test(word));
    }),
  );
});

describe('an address', () => {
  const link = (address: string, more = {}) => withButtons({ ...url, url: address, ...more });

  test('is one of the web, with at most one variable at its end, and then an example', () => {
    expect(refused(link('https://sharma.example/t/{{1}}', { example: ['20417'] }))).toBe('accepted');
    expect(refused(link('https://sharma.example/t/{{1}}', { example: 'https://sharma.example/t/7' }))).toBe(
      'accepted',
    );
    expect(refused(link('https://sharma.example/t/{{1}}'))).toMatchObject({ subcode: 2388043 });
    expect(refused(link('https://sharma.example/{{1}}/t', { example: ['7'] }))).toMatchObject(wrong);
    expect(refused(link('https://sharma.example/{{1}}{{1}}', { example: ['7'] }))).toMatchObject(wrong);
    expect(refused(link('https://sharma.example/{{2}}', { example: ['7'] }))).toMatchObject(wrong);
    expect(refused(link('https://sharma.example/{{id}}', { example: ['7'] }))).toMatchObject(wrong);
  });

  test('of another kind is refused', () => {
    for (const address of [
      'javascript:alert(1)',
      'sharma.example',
      'ftp://sharma.example/x',
      'https://',
      'x y',
    ]) {
      expect(refused(link(address))).toMatchObject(wrong);
    }
    expect(refused(link(`https://sharma.example/${'a'.repeat(2000)}`))).toMatchObject({ subcode: 2388040 });
  });
});

test('a phone number is one', () => {
  const call = (phone_number: unknown) => withButtons({ ...phone, phone_number });
  expect(refused(call('+91 22 1234 5678'))).toBe('accepted');
  expect(refused(call('1'.repeat(21)))).toMatchObject({ subcode: 2388040 });
  expect(refused(call('call us'))).toMatchObject(wrong);
  expect(refused(call(undefined))).toMatchObject({ subcode: 2388043 });
});

test('a coupon code has at most 15 characters, and the label is WhatsApp’s own', () => {
  const coupon = (example: unknown, more = {}) => withButtons({ type: 'COPY_CODE', example, ...more });
  expect(readDraft(coupon('DIWALI20')).components[1]).toEqual({
    type: 'BUTTONS',
    buttons: [{ type: 'COPY_CODE', text: 'Copy offer code', example: ['DIWALI20'] }],
  });
  expect(refused(coupon(['DIWALI20']))).toBe('accepted');
  expect(refused(coupon('a'.repeat(16)))).toMatchObject({ subcode: 2388040 });
  expect(refused(coupon(undefined))).toMatchObject({ subcode: 2388043 });
  expect(refused(coupon('DIWALI20', { text: 'Take it' }))).toMatchObject(wrong);
});

test('a flow is named in one way', () => {
  const flow = (more: object) => withButtons({ type: 'FLOW', text: 'Book', ...more });
  expect(readDraft(flow({ flow_id: 1234567890 })).components[1]).toMatchObject({
    buttons: [{ flow_id: '1234567890', flow_action: 'navigate' }],
  });
  expect(refused(flow({ flow_name: 'visit', flow_action: 'data_exchange' }))).toBe('accepted');
  expect(refused(flow({}))).toMatchObject({ subcode: 2388043 });
  expect(refused(flow({ flow_id: '1', flow_name: 'visit' }))).toMatchObject({ subcode: 2388043 });
  expect(refused(flow({ flow_id: '1', flow_action: 'jump' }))).toMatchObject({ code: 100 });
});

test('a call button lasts between a day and thirty days', () => {
  const call = (more: object) => withButtons({ type: 'VOICE_CALL', text: 'Call now', ...more });
  expect(refused(call({}))).toBe('accepted');
  expect(refused(call({ ttl_minutes: 1440 }))).toBe('accepted');
  expect(refused(call({ ttl_minutes: 1439 }))).toMatchObject({ code: 100 });
  expect(refused(call({ text: 'a'.repeat(21) }))).toMatchObject({ subcode: 2388040 });
});

test('buttons of the shop have their fixed labels and their headers', () => {
  const shop = (button: object, header?: object, category = 'MARKETING') =>
    orderShipped({
      category,
      components: [
        ...(header ? [{ type: 'HEADER', ...header }] : []),
        body('See our sarees.'),
        { type: 'BUTTONS', buttons: [button] },
      ],
    });
  const title = { format: 'TEXT', text: 'Sarees' };
  expect(refused(shop({ type: 'CATALOG', text: 'View catalog' }))).toBe('accepted');
  expect(refused(shop({ type: 'CATALOG', text: 'Buy' }))).toMatchObject(wrong);
  expect(refused(shop({ type: 'MPM', text: 'View items' }, title))).toBe('accepted');
  expect(refused(shop({ type: 'MPM', text: 'View items' }))).toMatchObject({ subcode: 2388047 });
  expect(refused(shop({ type: 'SPM', text: 'View' }, { format: 'PRODUCT' }))).toBe('accepted');
  expect(refused(shop({ type: 'SPM', text: 'View' }))).toMatchObject({ subcode: 2388047 });
  expect(refused(shop({ type: 'ORDER_DETAILS' }))).toMatchObject({ code: 100 });
  expect(refused(shop({ type: 'ORDER_DETAILS' }, undefined, 'UTILITY'))).toBe('accepted');
  expect(refused({ ...shop({ type: 'ORDER_DETAILS' }), display_format: 'order_details' })).toBe('accepted');
});

test('kinds that Meta only lists cannot be created', () => {
  for (const type of ['APP', 'POSTBACK', 'REMINDER', 'OTP', 'SEND_LOCATION', undefined]) {
    expect(refused(withButtons({ type, text: 'Go' }))).toMatchObject({ code: 100 });
  }
});
