import fc from 'fast-check';

export interface AnyTemplate {
  name: string;
  category: string;
  parameterFormat: string;
  components: Record<string, unknown>[];
}

const words = ['silk', 'order', 'Diwali', 'from', 'नमस्ते', 'Surat', '₹499'];

/** Words with variables between them: numbered from 1, each perhaps twice; or named. */
const textWith = (most: number, isNamed: boolean): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([count, around, twice]) => {
      const names = Array.from({ length: count }, (_, at) => (isNamed ? `name_${at}` : String(at + 1)));
      const variables = [...names, ...(twice && names.length > 1 ? names.slice(0, 1) : [])].toReversed();
      return `${around.join(' ')} ${variables.map((name) => `{{${name}}},`).join(' ')} end`;
    });

const headerWith = (isNamed: boolean): fc.Arbitrary<object[]> =>
  fc.oneof(
    fc.constant<object[]>([]),
    textWith(1, isNamed)
      .filter((text) => text.length < 40)
      .map((text): object[] => [{ type: 'HEADER', format: 'TEXT', text }]),
    fc
      .constantFrom('IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION')
      .map((format): object[] => [{ type: 'HEADER', format }]),
  );

const button = fc.oneof(
  fc.constant({ type: 'QUICK_REPLY', text: 'Talk to us' }),
  fc.constant({ type: 'URL', text: 'Track', url: 'https://surat-silks.example/t/{{1}}' }),
  fc.constant({ type: 'URL', text: 'Shop', url: 'https://surat-silks.example/' }),
  fc.constant({ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+912614001234' }),
  fc.constant({ type: 'COPY_CODE', text: 'Copy offer code', example: ['DIWALI25'] }),
  fc.constant({ type: 'VOICE_CALL', text: 'Call us' }),
);

const buttonsOf = (each: fc.Arbitrary<object>, least: number, most: number): fc.Arbitrary<object[]> =>
  fc
    .uniqueArray(each, {
      minLength: least,
      maxLength: most,
      selector: (one) => (one as { type: string }).type,
    })
    .map((buttons) => (buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons }]));

const cardsWith = (isNamed: boolean): fc.Arbitrary<object[]> =>
  fc
    .tuple(
      fc.integer({ min: 2, max: 4 }),
      fc.constantFrom('IMAGE', 'VIDEO'),
      textWith(2, isNamed),
      fc.boolean(),
      buttonsOf(fc.oneof(...[0, 1, 2].map((at) => fc.constant(cardButtons[at]!))), 1, 2),
    )
    .map(([count, format, text, hasBody, buttons]) => [
      {
        type: 'CAROUSEL',
        cards: Array.from({ length: count }, () => ({
          components: [{ type: 'HEADER', format }, ...(hasBody ? [{ type: 'BODY', text }] : []), ...buttons],
        })),
      },
    ]);

const cardButtons = [
  { type: 'QUICK_REPLY', text: 'More like this' },
  { type: 'URL', text: 'Shop', url: 'https://surat-silks.example/p/{{1}}' },
  { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+912614001234' },
];

const offer = fc
  .boolean()
  .map((expires) => [
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Diwali offer', has_expiration: expires } },
  ]);

let made = 0;

const around = (
  category: string,
  isNamed: boolean,
  parts: fc.Arbitrary<object[]>[],
): fc.Arbitrary<AnyTemplate> =>
  fc.tuple(textWith(4, isNamed), ...parts).map(([text, ...others]) => ({
    name: `any_${made++}`,
    category,
    parameterFormat: isNamed ? 'NAMED' : 'POSITIONAL',
    components: [{ type: 'BODY', text }, ...others.flat()] as Record<string, unknown>[],
  }));

const code = fc.constant<AnyTemplate>({
  name: '',
  category: 'AUTHENTICATION',
  parameterFormat: 'POSITIONAL',
  components: [
    { type: 'BODY', text: '*{{1}}* is your verification code.', add_security_recommendation: true },
    { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
  ],
});

/** Any shape of template that Meta may approve and that needs neither a shop nor a flow to exist. */
export const arbitraryTemplate: fc.Arbitrary<AnyTemplate> = fc.boolean().chain((isNamed) =>
  fc.oneof(
    { weight: 5, arbitrary: around('UTILITY', isNamed, [headerWith(isNamed), buttonsOf(button, 0, 4)]) },
    { weight: 3, arbitrary: around('UTILITY', isNamed, [cardsWith(isNamed)]) },
    {
      weight: 2,
      arbitrary: around('UTILITY', isNamed, [headerWith(isNamed), offer, buttonsOf(button, 0, 2)]),
    },
    { weight: 1, arbitrary: code.map((template) => ({ ...template, name: `any_${made++}` })) },
  ),
);
