import { describe, expect, test } from 'vitest';
import { refusalOf } from '../test/refusal-of.ts';
import { diwaliOffer, loginCode, orderShipped, withBody } from '../test/requests.ts';
import { readDraft } from './request.ts';

const refused = (request: Record<string, unknown>) => refusalOf(() => readDraft(request));
const loginCodeWith = (change: Record<string, unknown>) => loginCode(undefined, change);

test('a request that Meta takes becomes a draft with everything that was asked for', () => {
  const draft = readDraft(
    orderShipped({ message_send_ttl_seconds: 3600, cta_url_link_tracking_opted_out: 'true' }),
  );
  expect(draft).toMatchObject({
    name: 'order_shipped',
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL',
    ttlSeconds: 3600,
    trackingOptedOut: true,
  });
  expect(draft.components.map(({ type }) => type)).toEqual(['BODY', 'FOOTER', 'BUTTONS']);
});

test('small letters are read like capitals', () => {
  const draft = readDraft({
    name: 'welcome',
    language: 'en_IN',
    category: 'utility',
    parameter_format: 'named',
    components: [
      {
        type: 'body',
        text: 'Welcome {{first_name}}, your account is ready.',
        example: { body_text_named_params: [{ param_name: 'first_name', example: 'Asha' }] },
      },
    ],
  });
  expect(draft).toMatchObject({
    category: 'UTILITY',
    parameterFormat: 'NAMED',
    components: [{ type: 'BODY' }],
  });
});

test('a form sends its components as JSON text', () => {
  const request = orderShipped();
  expect(readDraft({ ...request, components: JSON.stringify(request.components) }).components).toHaveLength(
    3,
  );
});

describe('a request without a part that every template has is refused with its name', () => {
  test.each(['name', 'language', 'category', 'components'])('%s', (part) => {
    expect(refused(orderShipped({ [part]: undefined }))).toEqual({
      code: 100,
      says: `The parameter ${part} is required.`,
    });
  });
});

test('a name has small letters, digits and underscores, and at most 512 characters', () => {
  expect(refused(orderShipped({ name: 'Order Shipped' }))).toMatchObject({ code: 100, subcode: 2388046 });
  expect(refused(orderShipped({ name: 'ऑर्डर' }))).toMatchObject({ subcode: 2388046 });
  expect(refused(orderShipped({ name: 'a'.repeat(513) }))).toMatchObject({ subcode: 2388040 });
  expect(refused(orderShipped({ name: 'a'.repeat(512) }))).toBe('accepted');
});

test('Indian languages are those that Meta has: Hindi yes, Odia no', () => {
  for (const language of ['hi', 'bn', 'ta', 'te', 'kn', 'ml', 'mr', 'gu', 'pa', 'ur', 'en_IN']) {
    expect(refused(orderShipped({ language }))).toBe('accepted');
  }
  for (const language of ['or', 'as', 'ne', 'pa_IN', 'hi_IN', 'EN', '']) {
    expect(refused(orderShipped({ language }))).toMatchObject({ code: 100 });
  }
});

test('an unknown category is told which there are', () => {
  expect(refused(orderShipped({ category: 'TRANSACTIONAL' }))).toMatchObject({
    says: 'Param category must be one of {AUTHENTICATION, MARKETING, UTILITY} - got "TRANSACTIONAL".',
  });
});

describe('the time to live has a range for each category', () => {
  test.each([
    ['utility', orderShipped, [30, 43_200, -1], [29, 43_201, 0]],
    ['marketing', diwaliOffer, [43_200, 2_592_000], [43_199, 2_592_001, -1]],
    ['authentication', loginCodeWith, [30, 900, -1], [29, 901]],
  ] as const)('%s', (_, request, allowed, forbidden) => {
    for (const seconds of allowed) {
      expect(refused(request({ message_send_ttl_seconds: seconds }))).toBe('accepted');
    }
    for (const seconds of forbidden) {
      expect(refused(request({ message_send_ttl_seconds: seconds }))).toMatchObject({ code: 100 });
    }
  });
});

test('creative features are for marketing alone', () => {
  const degrees_of_freedom_spec = { creative_features_spec: { image_touchups: { enroll_status: 'opt_in' } } };
  expect(readDraft(diwaliOffer({ degrees_of_freedom_spec })).creativeFeatures).toEqual({
    creative_features_spec: { image_touchups: { enroll_status: 'OPT_IN' } },
  });
  expect(refused(orderShipped({ degrees_of_freedom_spec }))).toMatchObject({ code: 100 });
});

test('things of the wrong kind are refused, not followed', () => {
  for (const components of [5, 'x', {}, [null], [[]], ['BODY'], [{ type: 7 }], [{ type: 'BODY', text: 7 }]]) {
    expect(refused(orderShipped({ components }))).toMatchObject({ code: 100 });
  }
  expect(refused(withBody('   '))).toMatchObject({ subcode: 2388043 });
});
