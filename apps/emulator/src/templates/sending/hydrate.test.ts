import type { SendComponent } from '@trikon/whatsapp';
import { expect, test } from 'vitest';
import { androidApp, body, diwaliOffer, loginCode, newSarees, orderShipped } from '../test/requests.ts';
import { action, bodyWith, cardsOf, coupon, headerOf, image, offerUntil, suffix } from '../test/sends.ts';
import { templateOf } from '../test/template-of.ts';
import type { Template } from '../template.ts';
import { hydrate } from './hydrate.ts';
import { matchTemplate } from './match.ts';

const shown = (template: Template, components: SendComponent[]) =>
  hydrate(template, matchTemplate(template, components));

test('a customer sees the values in place of the variables', () => {
  const components = [bodyWith('Asha', '20417'), suffix(0, 'a$&b')];
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
  expect(shown(template, [bodyWith('{{2}}', 'Pune')]).body).toBe('From {{2}} to Pune, a long way.');
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
  const order = { reference_id: 'order-1' };
  const card = shown(template, [action('flow', 1), action('order_details', 4, { order_details: order })]);
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
  const components = [bodyWith('394021'), suffix('0', '394021')];
  expect(shown(template, components)).toMatchObject({
    body: '*394021* is your verification code. For your security, do not share this code.',
    footer: 'This code expires in 10 minutes.',
    buttons: [{ kind: 'one-time-code', code: '394021', otp: { supported_apps: [androidApp] } }],
  });
});

test('an offer has its coupon and its end', () => {
  const components = [
    headerOf(image('7')),
    bodyWith('Meera', 'DIWALI20'),
    offerUntil(9),
    coupon(0, 'DIWALI20'),
    suffix(1, 'DIWALI20'),
  ];
  expect(shown(templateOf(diwaliOffer()), components)).toMatchObject({
    header: { kind: 'image', media: { id: '7' } },
    offer: { text: 'Diwali offer', expiresAt: 9 },
    buttons: [{ kind: 'copy-code', code: 'DIWALI20' }, { url: 'https://sharma.example/?code=DIWALI20' }],
  });
});

test('each card of a carousel has its own picture and buttons', () => {
  const components = [bodyWith('Kavita'), cardsOf((at) => image(String(at)), 0, 1)];
  expect(shown(templateOf(newSarees()), components).cards).toMatchObject([
    { header: { media: { id: '0' } }, body: 'Handwoven in Varanasi', buttons: [{ key: '0.0' }] },
    { header: { media: { id: '1' } }, buttons: [{ key: '1.0', payload: 'More like this' }] },
  ]);
});
