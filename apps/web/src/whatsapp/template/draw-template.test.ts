import { expect, test } from 'vitest';
import type { ShownValue } from '../format/filled-text.ts';
import { drawTemplate, textOfDrawn, type TemplateToDraw } from './draw-template.ts';

const draw = (template: Partial<TemplateToDraw>, values: Record<string, string> = {}) =>
  drawTemplate({
    category: 'UTILITY',
    language: 'en',
    components: [],
    valueFor: (name): ShownValue | undefined =>
      values[name] === undefined ? undefined : { text: values[name], origin: 'sample' },
    fileFor: () => null,
    ...template,
  });

const codConfirmation = [
  { type: 'HEADER', format: 'TEXT', text: 'Order {{order}}' },
  { type: 'BODY', text: 'Hi {{name}}, pay *{{amount}}* in cash.' },
  { type: 'FOOTER', text: 'Sharma Sarees, Surat' },
  {
    type: 'BUTTONS',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Confirm' },
      { type: 'URL', text: 'Track', url: 'https://sharmasarees.in/t/{{1}}' },
      { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+912612345678' },
    ],
  },
];

test('words, labels and where buttons lead are filled in by the parameters’ names', () => {
  const drawn = draw(
    { components: codConfirmation },
    { 'header.order': 'SS-2481', 'body.name': 'Asha', 'body.amount': '₹4,999', 'button.1.url': 'SS-2481' },
  );
  expect(textOfDrawn(drawn)).toBe(
    'Order SS-2481\nHi Asha, pay *₹4,999* in cash.\nSharma Sarees, Surat\n[Confirm]\n[Track]\n[Call us]',
  );
  expect(drawn.buttons.map(({ kind, leads }) => [kind, leads])).toEqual([
    ['reply', null],
    ['link', 'https://sharmasarees.in/t/SS-2481'],
    ['phone', '+912612345678'],
  ]);
});

test('a one-time code says what WhatsApp prescribes, in its language', () => {
  const components = [
    { type: 'BODY', text: '', add_security_recommendation: true },
    { type: 'FOOTER', text: '', code_expiration_minutes: 10 },
    { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
  ];
  const english = draw({ category: 'AUTHENTICATION', components });
  expect(textOfDrawn(english)).toBe(
    '*394021* is your verification code. For your security, do not share this code.\nThis code expires in 10 minutes.\n[Copy code]',
  );
  const hindi = draw({ category: 'AUTHENTICATION', language: 'hi', components });
  expect(hindi.body?.text).toMatch(/^\*394021\* आपका वेरिफ़िकेशन कोड है/);
  expect(hindi.buttons[0]?.label).toBe('कोड कॉपी करें');
});

test('an offer has its end and its code, and cards their own values', () => {
  const card = (price: string) => ({
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: price },
    ],
  });
  const drawn = draw(
    {
      category: 'MARKETING',
      components: [
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Diwali', has_expiration: true } },
        { type: 'BODY', text: 'Lights' },
        { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: 'Copy offer code' }] },
        { type: 'CAROUSEL', cards: [card('{{price}}'), card('{{price}}')] },
      ],
    },
    { 'button.0.coupon': 'DIWALI25', 'card.1.body.price': '₹2,499' },
  );
  expect(drawn.offer).toEqual({ text: 'Diwali', expires: true, code: 'DIWALI25' });
  expect(drawn.cards.map(({ body }) => body?.marks[0]?.origin)).toEqual(['missing', 'sample']);
  expect(drawn.foldsEarly).toBe(true);
});

test('what Meta adds and nobody here knows is passed over', () => {
  const strange = [
    null,
    7,
    { type: 'BODY', text: 4 },
    { type: 'HEADER', format: 'HOLOGRAM' },
    { type: 'BUTTONS', buttons: 'x' },
  ];
  expect(() => draw({ components: strange })).not.toThrow();
  expect(draw({ components: strange }).header).toBeNull();
});
