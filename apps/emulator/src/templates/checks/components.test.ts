import { describe, expect, test } from 'vitest';
import { refusalOf } from '../test/refusal-of.ts';
import { androidApp, body, card, diwaliOffer, loginCode, newSarees, orderShipped } from '../test/requests.ts';
import { readDraft } from './request.ts';

const refused = (request: Record<string, unknown>) => refusalOf(() => readDraft(request));
const cards = (count: number, change = {}) => Array.from({ length: count }, () => card(change));
const without = (request: Record<string, unknown>, type: string) => ({
  ...request,
  components: (request.components as { type: string }[]).filter((part) => part.type !== type),
});

test('a template has a body, and each component once', () => {
  expect(refused(without(orderShipped(), 'BODY'))).toMatchObject({ subcode: 2388043 });
  expect(refused(orderShipped({ components: [body('Packed.'), body('Shipped.')] }))).toMatchObject({
    code: 100,
  });
});

test('a request for permission to call is a component of its own', () => {
  const request = orderShipped({
    components: [body('May we call you?'), { type: 'call_permission_request' }],
  });
  expect(readDraft(request).components).toContainEqual({ type: 'CALL_PERMISSION_REQUEST' });
});

describe('a carousel', () => {
  test('has two to ten cards that are alike', () => {
    expect(refused(newSarees(cards(2)))).toBe('accepted');
    expect(refused(newSarees(cards(10)))).toBe('accepted');
    expect(refused(newSarees(cards(1)))).toMatchObject({ code: 100 });
    expect(refused(newSarees(cards(11)))).toMatchObject({ code: 100 });
    expect(refused(newSarees([card(), card({ format: 'VIDEO' })]))).toMatchObject({ code: 100 });
    expect(
      refused(
        newSarees([
          card(),
          card({ buttons: [{ type: 'URL', text: 'Shop', url: 'https://sharma.example' }] }),
        ]),
      ),
    ).toMatchObject({ code: 100 });
  });

  test('has short bodies and one or two buttons on each card', () => {
    const button = (text: string) => ({ type: 'QUICK_REPLY', text });
    expect(refused(newSarees(cards(2, { body: 'a'.repeat(160) })))).toBe('accepted');
    expect(refused(newSarees(cards(2, { body: 'a'.repeat(161) })))).toMatchObject({ subcode: 2388040 });
    expect(refused(newSarees(cards(2, { buttons: [button('a'), button('b')] })))).toBe('accepted');
    expect(refused(newSarees(cards(2, { buttons: [button('a'), button('b'), button('c')] })))).toMatchObject({
      subcode: 2388060,
    });
    expect(refused(newSarees(cards(2, { buttons: [] })))).toMatchObject({ code: 100 });
    expect(refused(newSarees(cards(2, { format: 'DOCUMENT' })))).toMatchObject({ code: 100 });
  });

  test('of products is created with exactly two cards', () => {
    const product = { format: 'PRODUCT', buttons: [{ type: 'SPM', text: 'View' }] };
    expect(refused(newSarees(cards(2, product)))).toBe('accepted');
    expect(refused(newSarees(cards(3, product)))).toMatchObject({ code: 100 });
  });

  test('stands under the body alone', () => {
    const request = newSarees();
    const components = [...(request.components as object[]), { type: 'FOOTER', text: 'Sharma Sarees' }];
    expect(refused({ ...request, components })).toMatchObject({ code: 100 });
  });
});

describe('a limited-time offer', () => {
  test('is accepted in its full form', () => {
    expect(refused(diwaliOffer())).toBe('accepted');
  });

  test('is for marketing, without a footer', () => {
    expect(refused(diwaliOffer({ category: 'UTILITY' }))).toMatchObject({ code: 100 });
    const components = [...(diwaliOffer().components as object[]), { type: 'FOOTER', text: 'Sharma Sarees' }];
    expect(refused(diwaliOffer({ components }))).toMatchObject({ code: 100 });
  });

  test('has its coupon first, and needs one when it expires', () => {
    expect(refused(without(diwaliOffer(), 'BUTTONS'))).toMatchObject({ code: 100 });
    const shop = { type: 'URL', text: 'Shop', url: 'https://sharma.example' };
    const offer = (has_expiration: boolean, ...buttons: object[]) =>
      diwaliOffer({
        components: [
          { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Diwali', has_expiration } },
          body('All silk sarees now for less.'),
          { type: 'BUTTONS', buttons },
        ],
      });
    expect(refused(offer(true, shop))).toMatchObject({ code: 100 });
    expect(refused(offer(false, shop))).toBe('accepted');
    expect(refused(offer(true, shop, { type: 'COPY_CODE', example: 'D' }))).toMatchObject({ code: 100 });
  });

  test('has 16 characters for its title and 600 for its body', () => {
    const offer = (text: string, long: string) =>
      diwaliOffer({
        components: (diwaliOffer().components as { type: string }[]).map((part) => {
          if (part.type === 'BODY') return body(long);
          return part.type === 'LIMITED_TIME_OFFER'
            ? { ...part, limited_time_offer: { text, has_expiration: true } }
            : part;
        }),
      });
    expect(refused(offer('a'.repeat(16), 'a'.repeat(600)))).toBe('accepted');
    expect(refused(offer('a'.repeat(17), 'a'.repeat(600)))).toMatchObject({ subcode: 2388040 });
    expect(refused(offer('a'.repeat(16), 'a'.repeat(601)))).toMatchObject({ subcode: 2388040 });
  });
});

describe('an authentication template', () => {
  test('gets Meta’s texts in its language', () => {
    expect(readDraft(loginCode()).components).toEqual([
      {
        type: 'BODY',
        text: '*{{1}}* is your verification code. For your security, do not share this code.',
        add_security_recommendation: true,
        example: { body_text: [['123456']] },
      },
      { type: 'FOOTER', text: 'This code expires in 10 minutes.', code_expiration_minutes: 10 },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
    ]);
    expect(readDraft(loginCode(undefined, { language: 'hi' })).components[0]).toMatchObject({
      text: expect.stringContaining('वेरिफ़िकेशन कोड'),
    });
  });

  test('with one tap names one to five apps, each with its hash', () => {
    const oneTap = (supported_apps: unknown) => loginCode({ otp_type: 'ONE_TAP', supported_apps });
    expect(refused(oneTap([androidApp]))).toBe('accepted');
    expect(refused(oneTap(Array(6).fill(androidApp)))).toMatchObject({ code: 100 });
    expect(refused(oneTap([]))).toMatchObject({ code: 100 });
    expect(refused(oneTap(undefined))).toMatchObject({ subcode: 2388043 });
    expect(refused(oneTap([{ ...androidApp, package_name: 'sharma' }]))).toMatchObject({ subcode: 2388060 });
    expect(refused(oneTap([{ ...androidApp, signature_hash: 'K8a/AINcGX' }]))).toMatchObject({
      subcode: 2388060,
    });
    expect(refused(loginCode({ otp_type: 'one_tap', ...androidApp }))).toBe('accepted');
  });

  test('with zero taps needs its terms accepted', () => {
    const zeroTap = (more: object) =>
      loginCode({ otp_type: 'ZERO_TAP', supported_apps: [androidApp], ...more });
    expect(refused(zeroTap({ zero_tap_terms_accepted: true }))).toBe('accepted');
    expect(refused(zeroTap({ zero_tap_terms_accepted: false }))).toMatchObject({ code: 100 });
    expect(refused(zeroTap({}))).toMatchObject({ subcode: 2388043 });
  });

  test('has no texts of its own, and nothing but a body, an expiry and its button', () => {
    const parts = loginCode().components as { type: string }[];
    const changed = (type: string, more: object) =>
      loginCode(undefined, {
        components: parts.map((part) => (part.type === type ? { ...part, ...more } : part)),
      });
    expect(refused(changed('BODY', { text: 'Your code is {{1}}.' }))).toMatchObject({ code: 100 });
    expect(refused(changed('FOOTER', { code_expiration_minutes: 91 }))).toMatchObject({ code: 100 });
    expect(refused(changed('FOOTER', { code_expiration_minutes: 0 }))).toMatchObject({ code: 100 });
    expect(refused(without(loginCode(), 'BUTTONS'))).toMatchObject({ subcode: 2388043 });
    expect(refused(loginCode(undefined, { components: [...parts, { type: 'HEADER' }] }))).toMatchObject({
      code: 100,
    });
  });
});
