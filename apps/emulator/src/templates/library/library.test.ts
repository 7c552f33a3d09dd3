import { describe, expect, test } from 'vitest';
import { rejectionOf, rightCategory } from '../review/review.ts';
import { matchTemplate } from '../sending/match.ts';
import { refusalOf } from '../test/refusal-of.ts';
import { orderShipped } from '../test/requests.ts';
import { bodyWith, suffix } from '../test/sends.ts';
import { templateOf } from '../test/template-of.ts';
import { draftFromLibrary, searchLibrary } from './library.ts';

const inputs = [
  {
    type: 'URL',
    url: { base_url: 'https://sharma.example/{{1}}', url_suffix_example: 'https://sharma.example/7' },
  },
  { type: 'PHONE_NUMBER', phone_number: '+912212345678' },
];
const request = (library_template_name: string, more = {}) => ({
  name: 'my_template',
  language: 'en_US',
  category: 'UTILITY',
  library_template_name,
  library_template_button_inputs: inputs,
  ...more,
});

describe('every template of the library', () => {
  test.each(searchLibrary({}).map((item) => [item.name, item.language, item] as const))(
    '%s in %s',
    (name, language, item) => {
      const draft = draftFromLibrary(request(name, { language }));
      expect(draft).toMatchObject({ libraryName: name, language, category: item.category });
      expect(rejectionOf(draft)).toBeNull();
      expect(rightCategory(draft)).toBe(item.category);
      const template = templateOf(orderShipped(), draft);
      const buttons =
        item.category === 'AUTHENTICATION' ? ['URL'] : (item.buttons ?? []).map(({ type }) => type);
      const components = [
        bodyWith(...(item.body_params ?? [])),
        ...buttons.flatMap((type, index) => (type === 'URL' ? [suffix(index, '7')] : [])),
      ];
      expect(refusalOf(() => matchTemplate(template, components))).toBe('accepted');
    },
  );
});

test('a search looks at names and texts, and every filter narrows it', () => {
  expect(searchLibrary({}).length).toBeGreaterThan(70);
  expect(searchLibrary({ search: 'refund', language: 'en' }).map(({ name }) => name)).toEqual([
    'order_cancelled_1',
    'return_confirmation_1',
  ]);
  expect(searchLibrary({ topic: 'PAYMENTS', industry: 'FINANCIAL_SERVICES', language: 'hi' })).toHaveLength(
    6,
  );
  expect(searchLibrary({ usecase: 'fraud_alert,low_balance_warning', language: 'en' })).toHaveLength(2);
  expect(searchLibrary({ topic: 'NONSENSE' })).toEqual([]);
});

test('a template of the library takes the addresses and numbers of the business', () => {
  expect(draftFromLibrary(request('delivery_failed_1')).components.at(-1)).toEqual({
    type: 'BUTTONS',
    buttons: [
      {
        type: 'URL',
        text: 'Choose a time',
        url: 'https://sharma.example/{{1}}',
        example: ['https://sharma.example/7'],
      },
      { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+912212345678' },
    ],
  });
});

test('without what its buttons need, in a language it lacks, or unknown, it is refused', () => {
  const refused = (name: string, more = {}) => refusalOf(() => draftFromLibrary(request(name, more)));
  expect(refused('delivery_failed_1', { library_template_button_inputs: [] })).toMatchObject({
    subcode: 2388043,
  });
  expect(refused('delivery_failed_1', { language: 'ta' })).toMatchObject({ code: 100 });
  expect(refused('nothing_1')).toMatchObject({ code: 100 });
  expect(
    refused('order_delay_1', { library_template_body_inputs: { add_learn_more_link: true } }),
  ).toMatchObject({
    code: 100,
  });
});

test('a code from the library chooses its advice and its end', () => {
  const library_template_body_inputs = { add_security_recommendation: true, code_expiration_minutes: 5 };
  const draft = draftFromLibrary(
    request('verify_code_1', {
      library_template_body_inputs,
      library_template_button_inputs: [{ type: 'OTP', otp_type: 'COPY_CODE' }],
    }),
  );
  expect(draft.components).toMatchObject([
    { add_security_recommendation: true },
    { text: 'This code expires in 5 minutes.' },
    { buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
  ]);
});
