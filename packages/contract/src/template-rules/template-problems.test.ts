import { describe, expect, test } from 'vitest';
import { templateContent, type TemplateContent } from '../template-content.ts';
import { templateProblems } from './index.ts';

const sample = { sample: 'Asha', fallback: 'there', source: 'contact.name' };
const picture = { mediaId: '0198c0de-0000-7000-8000-000000000001', altText: null };

const content = (given: object): TemplateContent => templateContent.parse(given);

const body = (text = 'Namaste {{first_name}}, your saree is back in stock.') => ({ type: 'BODY', text });
const named = { 'body.first_name': sample };

const codesOf = (given: object, category = 'MARKETING'): string[] =>
  templateProblems(content(given), category).map(({ field, code }) => `${field} ${code}`);

const withBody = (text: string, more: object = {}) => ({ components: [body(text)], ...more });
const withButtons = (...buttons: object[]) => ({
  components: [body('Your order has been packed.'), { type: 'BUTTONS', buttons }],
});

const reply = (text: string) => ({ type: 'QUICK_REPLY', text });
const link = { type: 'URL', text: 'Shop', url: 'https://surat-silks.example/new' };

describe('a template that WhatsApp takes has no problems', () => {
  test.each([
    ['words alone', withBody('Your saree is back in stock.'), 'MARKETING'],
    ['a named variable', { components: [body()], variables: named }, 'UTILITY'],
    [
      'every plain part',
      {
        components: [
          { type: 'HEADER', format: 'IMAGE' },
          body(),
          { type: 'FOOTER', text: 'Reply STOP to opt out' },
          { type: 'BUTTONS', buttons: [reply('Yes'), reply('No'), link] },
        ],
        variables: named,
        media: { header: picture },
      },
      'MARKETING',
    ],
    [
      'a one-time code',
      {
        components: [
          { type: 'BODY', text: '', add_security_recommendation: true },
          { type: 'FOOTER', text: '', code_expiration_minutes: 10 },
          { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
        ],
      },
      'AUTHENTICATION',
    ],
    [
      'an offer for a limited time',
      {
        components: [
          { type: 'HEADER', format: 'IMAGE' },
          { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends tonight', has_expiration: true } },
          body('Use the code below for 25% off every saree.'),
          { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: 'Copy offer code' }, link] },
        ],
        variables: { 'button.0.coupon': { sample: 'RANG25' } },
        media: { header: picture },
      },
      'MARKETING',
    ],
  ])('%s', (_what, given, category) => {
    expect(templateProblems(content(given), category)).toEqual([]);
  });
});

describe('what WhatsApp would refuse is told by its field', () => {
  test.each([
    ['no words', { components: [] }, 'components missing'],
    ['a body of 1,025 characters', withBody('आ'.repeat(1025)), 'components.0.text too_long'],
    ['two empty lines', withBody('One\n\n\nTwo'), 'components.0.text too_many_breaks'],
    ['a lonely brace', withBody('Hello {{name'), 'components.0.text braces'],
    ['a name in capitals', withBody('Hello {{Name}} of Surat dear'), 'components.0.text variable_name'],
    ['a variable first', withBody('{{name}} your order is packed'), 'components.0.text variable_at_edge'],
    [
      'variables side by side',
      withBody('Hello {{a}} {{b}} and good day to all'),
      'components.0.text variables_adjacent',
    ],
    ['more variables than words', withBody('Hi {{a}} or {{b}} now'), 'components.0.text variables_too_many'],
    ['no example', { components: [body()] }, 'variables.body.first_name.sample sample_missing'],
    [
      'a gap in the numbers',
      withBody('Hello {{1}} and {{3}} of our dear old family', { parameterFormat: 'POSITIONAL' }),
      'components.0.text variable_order',
    ],
    [
      'an emoji in the header',
      { components: [{ type: 'HEADER', format: 'TEXT', text: 'Sale 🎉' }, body('Come and see.')] },
      'components.0.text not_plain',
    ],
    [
      'a header without its example',
      { components: [{ type: 'HEADER', format: 'IMAGE' }, body('Come and see.')] },
      'media.header sample_missing',
    ],
    ['quick replies apart', withButtons(reply('Yes'), link, reply('No')), 'components.1.buttons wrong_order'],
    ['three links', withButtons(link, link, link), 'components.1.buttons too_many'],
    [
      'an address that is none',
      withButtons({ ...link, url: 'javascript:alert(1)' }),
      'components.1.buttons.0.url wrong_address',
    ],
    [
      'a variable within an address',
      withButtons({ ...link, url: 'https://a.example/{{1}}/b' }),
      'components.1.buttons.0.url variable_order',
    ],
    [
      'a code button in marketing',
      withButtons({ type: 'OTP', otp_type: 'COPY_CODE' }),
      'components.1.buttons.0.text not_allowed',
    ],
    [
      'a label of its own for a catalog',
      withButtons({ type: 'CATALOG', text: 'Look' }),
      'components.1.buttons.0.text wrong_label',
    ],
    [
      'the same variable twice',
      withBody('Hello {{name}}, and goodbye {{name}} dear friend of ours'),
      'components.0.text variable_twice',
    ],
    [
      'a time to live of a minute in marketing',
      withBody('Come and see.', { messageTtlSeconds: 60 }),
      'messageTtlSeconds wrong_number',
    ],
    [
      'one card',
      {
        components: [
          body('Come and see.'),
          {
            type: 'CAROUSEL',
            cards: [
              {
                components: [
                  { type: 'HEADER', format: 'IMAGE' },
                  { type: 'BUTTONS', buttons: [link] },
                ],
              },
            ],
          },
        ],
      },
      'components.1 wrong_number',
    ],
    [
      'cards that differ',
      {
        components: [
          body('Come and see.'),
          {
            type: 'CAROUSEL',
            cards: ['IMAGE', 'VIDEO'].map((format) => ({
              components: [
                { type: 'HEADER', format },
                { type: 'BUTTONS', buttons: [link] },
              ],
            })),
          },
        ],
      },
      'components.1.cards.1 cards_differ',
    ],
  ])('%s', (_what, given, expected) => {
    expect(codesOf(given)).toContain(expected);
  });

  test('promotion has no place in authentication', () => {
    expect(codesOf(withButtons(link), 'AUTHENTICATION')).toContain('components.1.buttons missing');
  });

  test('an offer needs its category, its picture and its order of buttons', () => {
    const given = {
      components: [
        {
          type: 'LIMITED_TIME_OFFER',
          limited_time_offer: { text: 'Ends tonight, hurry up', has_expiration: true },
        },
        body('Use the code below for 25% off every saree.'),
        { type: 'FOOTER', text: 'Sharma Sarees' },
      ],
    };
    expect(codesOf(given, 'UTILITY')).toEqual([
      'components.0.limited_time_offer.text too_long',
      'components.0 not_allowed',
      'components.2 not_allowed',
      'components.0 needs_other',
      'components.0 wrong_order',
    ]);
  });
});

describe('what could deceive or hurt is never kept', () => {
  test.each([
    ['a turned text', '\u202Emoc.knab'],
    ['a NUL', 'Hello\u0000'],
    ['a line separator', 'Hello\u2028there'],
  ])('%s', (_what, text) => {
    expect(templateContent.safeParse(withBody(text)).success).toBe(false);
  });

  test('marks that Indian scripts need stay', () => {
    expect(content(withBody('क्\u200dष और ക്\u200cഷ')).components).toHaveLength(1);
  });
});
