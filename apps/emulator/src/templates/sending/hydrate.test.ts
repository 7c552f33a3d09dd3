import { expect, test } from 'vitest';
import { androidApp, body, diwaliOffer, loginCode, newSarees, orderShipped } from '../test/requests.ts';
import { templateOf } from '../test/template-of.ts';
import type { Template } from '../template.ts';
import { hydrate } from './hydrate.ts';
import { matchTemplate } from './match.ts';

const text = (...values: string[]) => values.map((value) => ({ type: 'text', text: value }));
const shown = (template: Template, components: unknown[]) =>
  hydrate(template, matchTemplate(template, components));

test('a customer sees the values in place of the variables', () => {
  const components = [
    { type: 'body', parameters: text('Asha', '20417') },
    { type: 'button', sub_type: 'url', index: 0, parameters: text('a$&b') },
  ];
  expect(shown(templateOf(orderShipped()), components)).toEqual({
    body: 'Hi Asha, your order 20417 has left our warehouse in Pune.',
    footer: 'Sharma Sarees, Pune',
    buttons: [{ key: '0', text: 'Track', kind: 'url', url: 'https://sharma.example/t/a$&b', preview: false }],
  });
});

test('a value that looks like a variable stays as it is', () => {
  const template = templateOf(
    orderShipped({ components: [body('From {{1}} to {{2}}, a long way.', ['a', 'b'])] }),
  );
  const components = [{ type: 'body', parameters: text('{{2}}', 'Pune') }];
  expect(shown(template, components).body).toBe('From {{2}} to Pune, a long way.');
});

test('a reply without a payload sends its label, a flow without a token the word unused', () => {
  const template = templateOf(
    orderShipped({
      components: [
        body('Choose what suits you.'),
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Later' },
            { type: 'FLOW', text: 'Book', flow_id: '1' },
            { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+912212345678' },
            { type: 'VOICE_CALL', text: 'Call us', ttl_minutes: 1440 },
            { type: 'ORDER_DETAILS' },
            { type: 'REQUEST_CONTACT_INFO' },
          ],
        },
        { type: 'CALL_PERMISSION_REQUEST' },
      ],
    }),
  );
  const action = (sub_type: string, index: number, value: object) => ({
    type: 'button',
    sub_type,
    index,
    parameters: [{ type: 'action', action: value }],
  });
  const order = { reference_id: 'order-1' };
  const card = shown(template, [action('flow', 1, {}), action('order_details', 4, { order_details: order })]);
  expect(card).toMatchObject({ asksForCalls: true });
  expect(card.buttons).toMatchObject([
    { kind: 'reply', payload: 'Later' },
    { kind: 'flow', token: 'unused', flow: { flow_id: '1' } },
    { kind: 'phone', phone: '+912212345678' },
    { kind: 'call', ttlMinutes: 1440 },
    { kind: 'pay', order },
    { kind: 'contact' },
  ]);
});

test('a one-time code comes with what its button does', () => {
  const template = templateOf(loginCode({ otp_type: 'ONE_TAP', supported_apps: [androidApp] }));
  const components = [
    { type: 'body', parameters: text('394021') },
    { type: 'button', sub_type: 'url', index: '0', parameters: text('394021') },
  ];
  expect(shown(template, components)).toMatchObject({
    body: '*394021* is your verification code. For your security, do not share this code.',
    footer: 'This code expires in 10 minutes.',
    buttons: [{ kind: 'one-time-code', code: '394021', otp: { supported_apps: [androidApp] } }],
  });
});

test('an offer has its coupon and its end', () => {
  const components = [
    { type: 'header', parameters: [{ type: 'image', image: { id: '7' } }] },
    { type: 'body', parameters: text('Meera', 'DIWALI20') },
    {
      type: 'limited_time_offer',
      parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 9 } }],
    },
    {
      type: 'button',
      sub_type: 'copy_code',
      index: 0,
      parameters: [{ type: 'coupon_code', coupon_code: 'DIWALI20' }],
    },
    { type: 'button', sub_type: 'url', index: 1, parameters: text('DIWALI20') },
  ];
  expect(shown(templateOf(diwaliOffer()), components)).toMatchObject({
    header: { kind: 'image', media: { id: '7' } },
    offer: { text: 'Diwali offer', expiresAt: 9 },
    buttons: [{ kind: 'copy-code', code: 'DIWALI20' }, { url: 'https://sharma.example/?code=DIWALI20' }],
  });
});

test('each card of a carousel has its own picture and buttons', () => {
  const cards = [0, 1].map((card_index) => ({
    card_index,
    components: [{ type: 'header', parameters: [{ type: 'image', image: { id: `${card_index}` } }] }],
  }));
  const components = [
    { type: 'body', parameters: text('Kavita') },
    { type: 'carousel', cards },
  ];
  expect(shown(templateOf(newSarees()), components).cards).toMatchObject([
    { header: { media: { id: '0' } }, body: 'Handwoven in Varanasi', buttons: [{ key: '0.0' }] },
    { header: { media: { id: '1' } }, buttons: [{ key: '1.0', payload: 'More like this' }] },
  ]);
});
