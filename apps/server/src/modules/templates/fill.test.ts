import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator } from '@trikon/emulator';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silks, silksNumber } from '../../../test/meta/stage.ts';
import { fillTemplate, type OutgoingTemplate } from './fill.ts';
import { parametersOf } from './parameters.ts';
import type { Parameter } from './slots.ts';
import { exampleTextOf, textOfTemplate } from './text.ts';
import { arbitraryTemplate, type AnyTemplate } from './test/arbitrary-template.ts';
import type { TemplateValue } from './values.ts';

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'trikon-templates-'));
  emulator = await startEmulator({ port: 0, host: '127.0.0.1', folder, seed: 't', rate: 100 });
});
afterAll(async () => {
  await emulator.stop();
  await rm(folder, { recursive: true, force: true });
});

type Kept = Parameters<(typeof emulator)['inside']['templates']['all']['put']>[0];

let made = 0;

/** Approved at the emulator, as Meta would have it. */
function put(template: AnyTemplate): void {
  const { parameterFormat, components, category, name } = template;
  const standing = { status: 'APPROVED', rejectedReason: 'NONE', quality: 'GREEN' } as const;
  emulator.inside.templates.all.put({
    id: String(8_000_000_000 + made++),
    wabaId: silks.wabaId,
    name,
    language: 'en',
    category,
    parameterFormat,
    components,
    ...standing,
    qualitySince: 0,
    createdAt: 0,
    edits: [],
    review: 1,
    pauses: 0,
  } as unknown as Kept);
}

interface Answer {
  error?: { code: number };
}

// Another customer each time, so that nobody has had enough of it.
let customers = 0;

async function send(template: OutgoingTemplate): Promise<number | 'accepted'> {
  const to = `9198${String(10_000_000 + customers++)}`;
  const answer = await fetch(`${emulator.url}/v25.0/${silksNumber}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${silks.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', to, type: 'template', template }),
  });
  const { error } = (await answer.json()) as Answer;
  return error === undefined ? 'accepted' : error.code;
}

const values: Record<Parameter['kind'], TemplateValue> = {
  text: 'Asha',
  code: '394021',
  image: { link: 'https://surat-silks.example/saree.jpg' },
  video: { link: 'https://surat-silks.example/saree.mp4' },
  document: { link: 'https://surat-silks.example/bill.pdf', filename: 'bill.pdf' },
  gif: { link: 'https://surat-silks.example/saree.mp4' },
  location: { latitude: 21.17, longitude: 72.83, name: 'Surat Silks', address: 'Ring Road' },
  product: { product_retailer_id: 'SS-SAREE-1', catalog_id: '1' },
  url_suffix: 'SS-10482',
  coupon_code: 'DIWALI25',
  payload: 'TRACK:1',
  flow: 'a token',
  catalog: 'SS-SAREE-1',
  products: {
    thumbnail_product_retailer_id: 'SS-SAREE-1',
    sections: [{ title: 'Silk', product_items: [{ product_retailer_id: 'SS-SAREE-1' }] }],
  },
  order: {},
  call_minutes: 100,
  time: 1_893_456_000_000,
};

const valuesFor = (template: AnyTemplate): Record<string, TemplateValue> =>
  Object.fromEntries(parametersOf(template).map(({ name, kind }) => [name, values[kind]]));

function filled(template: AnyTemplate, given: Record<string, TemplateValue>): OutgoingTemplate {
  const result = fillTemplate({ ...template, language: 'en' }, given);
  if ('missing' in result) throw new Error(JSON.stringify(result));
  return result.template;
}

/** One value less, wherever it stands. */
function without(template: OutgoingTemplate, place: number): OutgoingTemplate | null {
  const copy = structuredClone(template);
  let at = 0;
  const cut = (components: unknown[]): boolean =>
    (components as { parameters?: unknown[]; cards?: { components: unknown[] }[] }[]).some((component) => {
      for (let each = 0; each < (component.parameters?.length ?? 0); each++)
        if (at++ === place) return component.parameters!.splice(each, 1).length > 0;
      return component.cards?.some((card) => cut(card.components)) ?? false;
    });
  return cut(copy.components ?? []) ? copy : null;
}

test('whatever template Meta may approve, what is filled in is taken, and one value less is refused', async () => {
  const codes = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(arbitraryTemplate, async (template) => {
      put(template);
      const message = filled(template, requiredOnly(template));
      expect(await send(message), JSON.stringify(message)).toBe('accepted');
      expect(await send(filled(template, valuesFor(template)))).toBe('accepted');
      for (let place = 0; ; place++) {
        const less = without(message, place);
        if (less === null) break;
        const code = await send(less);
        codes.add(code);
        expect(code, JSON.stringify(less)).not.toBe('accepted');
      }
    }),
    { numRuns: 150 },
  );
  // Counts, kinds and buttons: the whole of Meta's refusals was met.
  expect([...codes]).toEqual(expect.arrayContaining([132_000, 132_012, 131_008]));
});

const bill = {
  name: 'bill',
  language: 'en',
  category: 'UTILITY',
  parameterFormat: 'NAMED',
  components: [{ type: 'BODY', text: 'Please pay {{sum}} by {{day}}. Thank you.' }],
};

test.each([
  ['en', 100_000, 'Please pay ₹1,00,000 by 31 Dec 2026. Thank you.'],
  ['hi', 100_000, 'Please pay ₹1,00,000 by 31 दिसंबर 2026. Thank you.'],
  ['mr', 1_25_00_000.5, 'Please pay ₹1,25,00,000.50 by 31 डिसेंबर, 2026. Thank you.'],
  ['bn', -999, 'Please pay -₹999 by 31 ডিসেম্বর, 2026. Thank you.'],
  ['en_US', 1000, 'Please pay ₹1,000 by Dec 31, 2026. Thank you.'],
])('an amount and a day are written as people write them in %s', (language, amount, said) => {
  const template = { ...bill, language };
  const sum = { amount, currency: 'INR' };
  const day = { date: '2026-12-31' };
  for (const given of [day, '2026-12-31']) {
    const handed = { 'body.sum': sum, 'body.day': given };
    const result = fillTemplate(template, handed);
    const [component] = ('template' in result ? result.template.components : []) as {
      parameters: { text: string; parameter_name: string }[];
    }[];
    const told = Object.fromEntries(component!.parameters.map((each) => [each.parameter_name, each.text]));
    expect(`Please pay ${told['sum']} by ${told['day']}. Thank you.`).toBe(said);
    expect(textOfTemplate(template, handed)).toBe(said);
  }
});

test('an order number, an address and a day that does not exist stay as they were given', () => {
  const link = {
    type: 'BUTTONS',
    buttons: [{ type: 'URL', text: 'Pay', url: 'https://silks.example/{{1}}' }],
  };
  const template = { ...bill, components: [...bill.components, link] };
  const result = fillTemplate(template, {
    'body.sum': '100000',
    'body.day': '2026-02-31',
    'button.0.url': '2026-12-31',
  });
  expect(JSON.stringify(result)).toContain('"100000"');
  expect(JSON.stringify(result)).toContain('"2026-02-31"');
  expect(JSON.stringify(result)).toContain('"2026-12-31"');
  expect(fillTemplate(bill, { 'body.sum': { amount: 1 }, 'body.day': '1 May' })).toEqual({
    missing: [],
    wrong: [{ name: 'body.sum', why: 'wrong_kind' }],
  });
});

test('what is missing is told by name, each one of it', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTemplate, async (template) => {
      const all = requiredOnly(template);
      for (const name of Object.keys(all)) {
        const { [name]: _, ...rest } = all;
        expect(fillTemplate({ ...template, language: 'en' }, rest)).toEqual({ missing: [name], wrong: [] });
        const fallbacks = { [name]: all[name] };
        expect(
          fillTemplate({ ...template, language: 'en' }, { ...rest, [name]: ' ' }, { fallbacks }),
        ).toEqual({
          template: filled(template, all),
        });
      }
    }),
    { numRuns: 60 },
  );
});

const requiredOnly = (template: AnyTemplate): Record<string, TemplateValue> =>
  Object.fromEntries(
    parametersOf(template)
      .filter(({ required }) => required)
      .map(({ name, kind }) => [name, values[kind]]),
  );

const order = (text: string, more: Record<string, unknown>[] = []): AnyTemplate => ({
  name: `order_${made++}`,
  category: 'UTILITY',
  parameterFormat: 'POSITIONAL',
  components: [{ type: 'BODY', text }, ...more],
});

test('values go to their own places, in whatever order the words name them', () => {
  const template = order('Order {{2}} for {{1}} is ready, {{1}}.');
  const given = { 'body.1': 'Asha', 'body.2': 'SS-7' };
  expect(filled(template, given).components).toEqual([
    {
      type: 'body',
      parameters: [
        { type: 'text', text: 'Asha' },
        { type: 'text', text: 'SS-7' },
      ],
    },
  ]);
  expect(textOfTemplate(template, given)).toBe('Order SS-7 for Asha is ready, Asha.');
});

test('values keep to one line in the words of a template, whatever stood in them', async () => {
  const template = order('Dear {{1}}, it is on its way.');
  put(template);
  await fc.assert(
    fc.asyncProperty(
      fc.string({
        unit: fc.constantFrom('a', ' ', '\n', '\t', '\r', '    ', 'ॐ', '👍', '\u2028', '{{2}}', '\u0000'),
        minLength: 1,
        maxLength: 30,
      }),
      async (text) => {
        const result = fillTemplate({ ...template, language: 'en' }, { 'body.1': text });
        if ('missing' in result) expect(text.replaceAll('\u0000', '').trim()).toBe('');
        else expect(await send(result.template), JSON.stringify(result)).toBe('accepted');
      },
    ),
    { numRuns: 150 },
  );
});

test('what would be too long for Meta is told by the name of the value, or of the text that outgrew', () => {
  const template = order(`Dear {{1}}, ${'silk '.repeat(190)}{{2}} is here.`, [
    { type: 'FOOTER', text: 'Surat' },
  ]);
  const fill = (one: string, two: string) =>
    fillTemplate({ ...template, language: 'en' }, { 'body.1': one, 'body.2': two });
  expect(fill('x'.repeat(1025), 'y')).toEqual({ missing: [], wrong: [{ name: 'body.1', why: 'too_long' }] });
  expect(fill('x'.repeat(60), 'y'.repeat(60))).toEqual({
    missing: [],
    wrong: [{ name: 'body', why: 'too_long' }],
  });
  expect(fill('Asha', 'It')).toHaveProperty('template');
});

test.each([
  ['a text', 'header.image', 'a saree'],
  ['an address of no website', 'header.image', { link: 'file:///etc/passwd' }],
  ['two files at once', 'header.image', { id: '1', link: 'https://surat-silks.example/a.jpg' }],
  ['an object', 'body.1', { text: 'Asha' }],
])('%s for the wrong kind of parameter is refused by its name', (_, name, value) => {
  const image = { type: 'HEADER', format: 'IMAGE' };
  const template = order('Dear {{1}}, thank you.', [image]);
  const given = { ...valuesFor(template), [name]: value };
  expect(fillTemplate({ ...template, language: 'en' }, given)).toEqual({
    missing: [],
    wrong: [{ name, why: 'wrong_kind' }],
  });
});

test('a product carousel has as many cards as there are products', async () => {
  const card = {
    components: [
      { type: 'HEADER', format: 'PRODUCT' },
      { type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
    ],
  };
  const template = {
    ...order('New sarees', [{ type: 'CAROUSEL', cards: [card, card] }]),
    category: 'MARKETING',
  };
  const given = Object.fromEntries(
    [0, 1, 2, 3, 4].map((at) => [`card.${at}.header.product`, values.product]),
  );
  const [carousel] = filled(template, given).components!;
  expect(carousel).toHaveProperty('cards.length', 5);
});

test('buttons that have to be in the message are there when nothing is said of them', () => {
  const buttons = [
    { type: 'FLOW', text: 'Book' },
    { type: 'CATALOG', text: 'View catalog' },
    { type: 'QUICK_REPLY', text: 'Later' },
  ];
  const { components } = filled(order('Come in', [{ type: 'BUTTONS', buttons }]), {
    'button.0.flow': 'token',
  });
  const action = (value: object) => [{ type: 'action', action: value }];
  expect(components).toEqual([
    { type: 'button', sub_type: 'flow', index: '0', parameters: action({ flow_token: 'token' }) },
    { type: 'button', sub_type: 'catalog', index: '1', parameters: action({}) },
  ]);
});

test('a one-time code is given once, stands in the message twice, and never in its words', () => {
  const template: AnyTemplate = {
    ...order('*{{1}}* is your verification code.', [
      {
        type: 'BUTTONS',
        buttons: [{ type: 'URL', text: 'Copy code', url: 'https://www.whatsapp.com/otp/{{1}}' }],
      },
    ]),
    category: 'AUTHENTICATION',
  };
  expect(parametersOf(template).map(({ name }) => name)).toEqual(['code']);
  expect(JSON.stringify(filled(template, { code: 394021 })).match(/"394021"/g)).toHaveLength(2);
  expect(textOfTemplate(template, { code: '394021' })).toBe('*••••••* is your verification code.');
  expect(fillTemplate({ ...template, language: 'en' }, { code: '1234567890123456' })).toMatchObject({
    wrong: [{ name: 'code', why: 'too_long' }],
  });
});

test('the words of a template are shown with its values, its fallbacks, or the names of what it lacks', () => {
  const template: AnyTemplate = {
    ...order('Dear {{name}}, your order {{order}} comes on {{day}}.', [
      { type: 'HEADER', format: 'TEXT', text: 'From {{shop}}' },
      { type: 'FOOTER', text: 'Surat Silks' },
    ]),
    parameterFormat: 'NAMED',
  };
  const given = { 'header.shop': 'us', 'body.name': 'Asha\n' };
  expect(textOfTemplate(template, given, { fallbacks: { 'body.name': 'friend', 'body.order': 7 } })).toBe(
    'From us\nDear Asha, your order 7 comes on {{day}}.\nSurat Silks',
  );
});

test('Meta’s examples fill the words in, in each form in which it gives them', () => {
  const body = {
    type: 'BODY',
    text: 'Dear {{1}}, use {{2}}.',
    example: { body_text: [['Asha', 'DIWALI10']] },
  };
  const header = { type: 'HEADER', format: 'TEXT', text: '{{1}} sale', example: { header_text: ['Silk'] } };
  expect(exampleTextOf({ ...order(''), components: [header, body] })).toBe(
    'Silk sale\nDear Asha, use DIWALI10.',
  );
  const named = {
    type: 'BODY',
    text: 'Dear {{name}}',
    example: { body_text_named_params: [{ param_name: 'name', example: 'Asha' }] },
  };
  expect(exampleTextOf({ ...order(''), parameterFormat: 'NAMED', components: [named] })).toBe('Dear Asha');
});

test('a template of parts that nobody knows yet is read as far as it goes', () => {
  const strange = [
    null,
    7,
    'BODY',
    { type: 'HOLOGRAM' },
    { type: 'BODY' },
    { type: 'BUTTONS', buttons: 'none' },
  ];
  const template = { category: 'MARKETING', parameterFormat: 'RUNES', components: strange };
  expect(parametersOf(template)).toEqual([]);
  expect(textOfTemplate(template, {})).toBe('');
  const buttons = [{ type: 'TELEPORT', text: 'Go' }, null, { type: 'URL', url: 'https://a.example/{{1}}' }];
  expect(parametersOf({ ...template, components: [{ type: 'buttons', buttons }] })).toMatchObject([
    { name: 'button.2.url' },
  ]);
});
