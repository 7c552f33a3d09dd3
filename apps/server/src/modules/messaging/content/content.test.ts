import { outgoingContent, type OutgoingContent } from '@trikon/contract';
import type { OutgoingContent as MetaContent, OutgoingFile, OutgoingInteractive } from '@trikon/whatsapp';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { openStage, silks, type Stage } from '../../../../test/whatsapp/stage.ts';
import { buildMessage } from './build.ts';
import { filesIn, placesIn } from './files.ts';
import { examples, mediaId } from './test/examples.ts';

/** Our content with Meta's ids in the place of ours. */
type AsSent<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? AsSent<Item>[]
    : string extends keyof T
      ? T
      : 'media' extends keyof T
        ? Omit<T, 'link' | 'media'> & OutgoingFile
        : { [Name in keyof T]: AsSent<T[Name]> };

type Template = Extract<OutgoingContent, { type: 'template' }>['template'];
type Built = AsSent<
  Exclude<OutgoingContent, { type: 'template' }> | { type: 'template'; template: Omit<Template, 'values'> }
>;
type Ours = Extract<OutgoingContent, { type: 'interactive' }>['interactive']['type'];

test('the types are Meta’s, of each kind and no other', () => {
  expectTypeOf<Built>().toExtend<MetaContent>();
  expectTypeOf<OutgoingContent['type']>().toEqualTypeOf<MetaContent['type']>();
  expectTypeOf<Ours>().toEqualTypeOf<OutgoingInteractive['type']>();
});

type Json = Record<string, unknown>;

/** A copy with something else at a path. */
function changed(content: OutgoingContent, path: string, value: unknown): unknown {
  const copy = structuredClone(content) as Json;
  const steps = path.split('.');
  const last = steps.pop()!;
  let at: Json = copy;
  for (const step of steps) at = (at[step] ??= {}) as Json;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

function fieldsRefused(content: unknown): string[] {
  const result = outgoingContent.safeParse(content);
  return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
}

describe('every kind', () => {
  test.each(Object.entries(examples))('%s is taken as it is', (_, content) => {
    expect(outgoingContent.parse(content)).toEqual(content);
  });

  test.each(Object.entries(examples))('%s has no place for what is not known', (_, content) => {
    const { type } = content;
    expect(
      outgoingContent.safeParse(changed(content, `${type === 'contacts' ? 'contacts.0' : type}.surprise`, 1))
        .success,
    ).toBe(false);
  });
});

/** What, where, and how many characters. */
const limits: [string, string, number][] = [
  ['text', 'text.body', 4096],
  ['image', 'image.caption', 1024],
  ['video', 'video.caption', 1024],
  ['document', 'document.caption', 1024],
  ['button', 'interactive.body.text', 1024],
  ['button', 'interactive.footer.text', 60],
  ['button', 'interactive.action.buttons.0.reply.title', 20],
  ['button', 'interactive.action.buttons.0.reply.id', 256],
  ['list', 'interactive.header.text', 60],
  ['list', 'interactive.action.button', 20],
  ['list', 'interactive.action.sections.0.title', 24],
  ['list', 'interactive.action.sections.0.rows.0.id', 200],
  ['list', 'interactive.action.sections.0.rows.0.title', 24],
  ['list', 'interactive.action.sections.0.rows.0.description', 72],
  ['cta_url', 'interactive.action.parameters.display_text', 20],
  ['flow', 'interactive.action.parameters.flow_cta', 20],
  ['carousel', 'interactive.action.cards.1.body.text', 160],
  ['voice_call', 'interactive.action.parameters.display_text', 20],
  ['voice_call', 'interactive.action.parameters.payload', 512],
  ['order_details', 'interactive.action.parameters.order.items.0.name', 60],
  ['order_status', 'interactive.action.parameters.order.description', 120],
  ['template', 'template.components.2.parameters.0.payload', 512],
];

test.each(limits)('%s: %s holds %i characters, whatever they are, and no more', (name, path, max) => {
  const character = fc.constantFrom('a', 'क', '🙏', '√');
  fc.assert(
    fc.property(character, (one) => {
      expect(fieldsRefused(changed(examples[name]!, path, one.repeat(max)))).toEqual([]);
      expect(fieldsRefused(changed(examples[name]!, path, one.repeat(max + 1)))).toEqual([path]);
    }),
    { numRuns: 8 },
  );
});

const button = (id: string, title = id) => ({ type: 'reply', reply: { id, title } });
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `r${at}`, title: `R ${at}` }));
const interactive = 'interactive.action';

/** What, where, a value that WhatsApp refuses, and the field that is named for it. */
const refused: [string, string, unknown, string?][] = [
  ['text', 'text.body', ''],
  ['image', 'image.link', 'http://example.in/1.jpg'],
  ['image', 'image.media', mediaId],
  ['image', 'image.link', undefined, 'image.media'],
  ['location', 'location.latitude', 91],
  ['location', 'location.longitude', '72.83'],
  ['contacts', 'contacts.0.name.first_name', undefined],
  ['contacts', 'contacts.0.birthday', '1999-13-01'],
  [
    'contacts',
    'contacts',
    Array.from({ length: 6 }, () => ({ name: { formatted_name: 'A', first_name: 'A' } })),
  ],
  ['reaction', 'reaction.emoji', 'ok'],
  ['reaction', 'reaction.emoji', '🙏🙏'],
  ['reaction', 'reaction.message_id', 'HBgMOTE5'],
  ['pin', 'pin.expiration_days', 31],
  ['button', `${interactive}.buttons`, []],
  ['button', `${interactive}.buttons`, ['a', 'b', 'c', 'd'].map((id) => button(id))],
  [
    'button',
    `${interactive}.buttons`,
    [button('a', 'x'), button('a', 'y')],
    `${interactive}.buttons.1.reply.id`,
  ],
  [
    'button',
    `${interactive}.buttons`,
    [button('a', 'x'), button('b', 'x')],
    `${interactive}.buttons.1.reply.title`,
  ],
  ['button', 'interactive.header', { type: 'image', image: {} }, 'interactive.header.image.media'],
  [
    'list',
    'interactive.header',
    { type: 'image', image: { link: 'https://a.in' } },
    'interactive.header.type',
  ],
  [
    'list',
    `${interactive}.sections`,
    [
      { title: 'A', rows: rows(6) },
      { title: 'B', rows: rows(6) },
    ],
  ],
  [
    'list',
    `${interactive}.sections.1`,
    { rows: [{ id: 'x', title: 'X' }] },
    `${interactive}.sections.1.title`,
  ],
  ['list', `${interactive}.sections.0.rows`, rows(11)],
  ['cta_url', `${interactive}.parameters.url`, 'javascript:alert(1)'],
  ['flow', `${interactive}.parameters.flow_name`, 'booking', `${interactive}.parameters.flow_id`],
  [
    'flow',
    `${interactive}.parameters.flow_action`,
    'data_exchange',
    `${interactive}.parameters.flow_action_payload`,
  ],
  ['flow', `${interactive}.parameters.flow_action_payload.data`, {}],
  ['product', 'interactive.header', { type: 'text', text: 'x' }, 'interactive'],
  ['product_list', 'interactive.header', undefined],
  [
    'product_list',
    `${interactive}.sections.0.product_items`,
    Array.from({ length: 31 }, () => ({ product_retailer_id: 's' })),
  ],
  ['carousel', `${interactive}.cards.1`, undefined, `${interactive}.cards.1`],
  ['carousel', `${interactive}.cards.1.card_index`, 0],
  ['carousel', `${interactive}.cards.1.body.text`, 'a\nb\nc\nd'],
  ['address_message', `${interactive}.parameters.country`, 'NP'],
  ['voice_call', `${interactive}.parameters.ttl_minutes`, 43_201],
  ['order_details', `${interactive}.parameters.reference_id`, 'order 1'],
  ['order_details', `${interactive}.parameters.total_amount.value`, 20_999],
  ['order_details', `${interactive}.parameters.order.subtotal.value`, 1],
  ['order_details', `${interactive}.parameters.payment_settings`, undefined],
  ['order_details', `${interactive}.parameters.order.items.0.retailer_id`, undefined],
  [
    'order_details',
    `${interactive}.parameters.order.catalog_id`,
    undefined,
    `${interactive}.parameters.order.items.0.country_of_origin`,
  ],
  ['order_status', `${interactive}.parameters.order.status`, 'lost'],
  ['template', 'template.name', 'Order Confirmation'],
  ['template', 'template.values', { a: 'b' }],
  ['template', 'template.components.1.parameters.0.text', 'a\nb'],
  ['template', 'template.components.1.type', 'header', 'template.components.1'],
  ['template', 'template.components.2.index', 10],
];

test.each(refused)('%s: %s is refused by its field', (name, path, value, field = path) => {
  const fields = fieldsRefused(changed(examples[name]!, path, value));
  expect(fields.some((one) => one === field || one.startsWith(`${field}.`))).toBe(true);
});

describe('building', () => {
  const address = { to: '+919876543210' };

  test('puts Meta’s ids where our files are, wherever that is, and leaves the rest as it is', () => {
    for (const content of Object.values(examples)) {
      const ours = structuredClone(content);
      for (const [, place] of placesIn(ours)) {
        delete place.link;
        place.media = mediaId;
      }
      const before = structuredClone(ours);
      expect(filesIn(ours).every((file) => file.mediaId === mediaId)).toBe(true);
      const built = buildMessage(ours, {
        address,
        replyToWamid: 'wamid.A',
        mediaIds: new Map([[mediaId, '42']]),
      });
      expect(ours).toEqual(before);
      expect(JSON.stringify(built)).not.toContain(mediaId);
      expect(JSON.stringify(built).split('"id":"42"').length - 1).toBe([...placesIn(ours)].length);
      expect(outgoingContent.safeParse(ours).success).toBe(true);
    }
    const withoutIds = { type: 'image', image: { media: mediaId } } as const;
    expect(() => buildMessage(withoutIds, { address })).toThrow('at Meta');
  });

  test('knows every message that has a file', () => {
    const bearers = Object.entries(examples).filter(([, content]) => [...placesIn(content)].length === 1);
    expect(bearers.map(([name]) => name)).toEqual([
      'image',
      'video',
      'audio',
      'document',
      'sticker',
      'button',
      'template',
      'template with cards',
    ]);
  });

  test('addresses a number, a user id or a group, and says what it answers', () => {
    const content = examples.text!;
    expect(buildMessage(content, { address, replyToWamid: 'wamid.A', reference: 'v1.x' })).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+919876543210',
      context: { message_id: 'wamid.A' },
      biz_opaque_callback_data: 'v1.x',
      ...content,
    });
    expect(buildMessage(content, { address: { recipient: 'IN.1' } })).toMatchObject({ recipient: 'IN.1' });
    expect(buildMessage(content, { address: { group: 'Y2F' } })).toMatchObject({
      recipient_type: 'group',
      to: 'Y2F',
    });
  });

  test('a reaction names its message as Meta does, and answers nothing', () => {
    const content = examples['reaction taken back']!;
    const built = buildMessage(content, { address, replyToWamid: 'wamid.A' });
    expect(built).toMatchObject({ reaction: { message_id: 'wamid.A', emoji: '' } });
    expect(built).not.toHaveProperty('context');
    expect(() => buildMessage(content, { address })).toThrow('how Meta calls it');
  });

  test('a template whose values are not filled in is never sent', () => {
    const content: OutgoingContent = {
      type: 'template',
      template: { name: 'a', language: { code: 'en' }, values: { '1': 'b', file: { media: mediaId } } },
    };
    expect(outgoingContent.parse(content)).toEqual(content);
    expect(() => buildMessage(content, { address })).toThrow('filled');
  });
});

const notLinked =
  '131009 Check if catalog is linked to the WhatsApp Business Account and the catalog is enabled in the WhatsApp Commerce Settings';

describe('the emulated WhatsApp', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  let customers = 0;
  /** What it complains about; null when it takes the message. */
  async function complaint(content: unknown): Promise<string | null> {
    const to = `+9198${String(10_000_000 + customers++)}`;
    const message = buildMessage(content as OutgoingContent, {
      address: { to },
      replyToWamid: 'wamid.HBgMOTE5',
    });
    const sent = await stage.graph.sendMessage({ numberId: silks.numberId, message });
    if (sent.outcome === 'accepted') return null;
    return 'error' in sent && sent.error ? `${sent.error.code} ${sent.error.details ?? ''}` : sent.outcome;
  }

  /** What a world without that product, Flow, template, message, order or group says of a message that is well made. */
  const missing: Record<string, string> = {
    reaction: '131009 Message wamid.HBgMOTE5 cannot be reacted to.',
    'reaction taken back': '131009 Message wamid.HBgMOTE5 cannot be reacted to.',
    pin: '131009 Messages can only be pinned in groups',
    flow: '131009 Flow with specified ID does not exist or does not belong to your WhatsApp Business Account',
    product: notLinked,
    product_list: notLinked,
    call_permission_request: '138000 Calling is not enabled for this phone number.',
    order_details: '131009 Products not found in FB Catalog',
    order_status: '131009 There is no order with the reference_id order-1001.',
    template: '132001 template name (order_confirmation) does not exist in en_US',
    'template with cards': '132001 template name (diwali) does not exist in hi',
  };

  test.each(Object.entries(examples))('takes %s as we write it', async (name, content) => {
    expect(await complaint(content)).toBe(missing[name] ?? null);
  });

  /** Where we keep to the stricter of Meta's pages, or speak of what Meta finds out later. */
  const stricter = new Set([
    'image.link',
    'template.name',
    'reaction.message_id',
    'image.media',
    'template.values',
    'location.longitude',
  ]);

  test.each(refused.filter(([, path]) => !stricter.has(path)))(
    'refuses %s with a wrong %s, too',
    async (name, path, value) => {
      expect(await complaint(changed(examples[name]!, path, value))).not.toBeNull();
    },
  );
});
