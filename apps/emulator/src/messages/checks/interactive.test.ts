import { describe, expect, it } from 'vitest';
import { type bodies, interactive, interactiveOf } from './test/bodies.ts';
import { refusalOf } from './test/refusal.ts';

type Json = Record<string, unknown>;

const changed = (name: keyof typeof bodies, change: Json) =>
  refusalOf(interactive({ ...interactiveOf(name), ...change }));
const parametersOf = (name: keyof typeof bodies, change: Json) => {
  const action = interactiveOf(name)['action'] as Json;
  return changed(name, {
    action: { ...action, parameters: { ...(action['parameters'] as Json), ...change } },
  });
};
const header = { type: 'text', text: 'Diwali' };

describe('an interactive message', () => {
  it.each([
    [
      { type: 'poll' },
      /^100: Param interactive\['type'\] must be one of \{ADDRESS_MESSAGE, .*VOICE_CALL\} - got "poll"\.$/,
    ],
    [{}, /^100: The parameter interactive\['type'\] is required\.$/],
    [
      { ...interactiveOf('list'), body: undefined },
      /^100: The parameter interactive\['body'\] is required\.$/,
    ],
    [
      { ...interactiveOf('list'), body: {} },
      /^100: The parameter interactive\['body'\]\['text'\] is required\.$/,
    ],
    [
      { ...interactiveOf('list'), body: { text: '' } },
      /^131009: Body text length invalid. Min length: 1, Max length: 1024$/,
    ],
    [
      { ...interactiveOf('list'), action: undefined },
      /^100: The parameter interactive\['action'\] is required\.$/,
    ],
    [
      { ...interactiveOf('list'), templateId: 7 },
      /^100: Unexpected key "templateId" on param "interactive"\.$/,
    ],
  ])('is refused when it is %j', (content, refusal) => {
    expect(refusalOf(interactive(content))).toMatch(refusal);
  });

  it('may name kinds in upper case all the way down', () => {
    expect(
      changed('reply buttons', { type: 'BUTTON', header: { type: 'TEXT', text: 'Booking' } }),
    ).toBeNull();
  });

  it('says what its header lacks', () => {
    expect(changed('reply buttons', { header: { type: 'text' } })).toBe(
      '131009: Text cannot be null for header type text',
    );
    expect(changed('url button', { header: { type: 'image' } })).toBe(
      '131009: Image cannot be null for header type image',
    );
    expect(changed('reply buttons', { header: { type: 'gif' } })).toMatch(
      /^100: Param interactive\['header'\]\['type'\]/,
    );
    expect(changed('reply buttons', { header: { type: 'image', image: {} } })).toBe(
      '131008: Either one of media ID or link must be present',
    );
  });

  it('has a header only where there is a place for one', () => {
    for (const name of ['reply buttons', 'url button', 'flow', 'order details', 'address request'] as const) {
      expect(changed(name, { header: { type: 'image', image: { id: '1' } } })).toBeNull();
    }
    for (const name of ['list', 'product list'] as const) {
      expect(changed(name, { header })).toBeNull();
      expect(changed(name, { header: { type: 'image', image: { id: '1' } } })).toBe(
        `100: Param interactive['header']['type'] must be one of {TEXT} - got "image".`,
      );
    }
    const without = [
      'product',
      'catalogue',
      'location request',
      'call permission request',
      'call button',
      'contact info request',
      'media carousel',
      'order status',
    ] as const;
    for (const name of without) {
      expect(changed(name, { header })).toMatch(
        /^131009: Header is not supported for interactive messages of type /,
      );
    }
    expect(changed('product list', { header: undefined })).toBe(
      "100: The parameter interactive['header'] is required.",
    );
  });

  it('has no footer when it asks for a call or is a carousel', () => {
    for (const name of ['call permission request', 'media carousel'] as const) {
      expect(changed(name, { footer: { text: 'Trikon' } })).toMatch(/^131009: Footer is not supported/);
    }
  });
});

describe('reply buttons', () => {
  const withButtons = (...buttons: unknown[]) => changed('reply buttons', { action: { buttons } });
  const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });

  it('differ in id and title', () => {
    expect(withButtons(button('a', 'Yes'), button('a', 'No'))).toBe('131009: Button ids must be unique');
    expect(withButtons(button('a', 'Yes'), button('b', 'Yes'))).toBe('131009: Button titles must be unique');
  });

  it('have both', () => {
    expect(withButtons(button('a', ''))).toBe(
      '131009: Button title length invalid. Min length: 1, Max length: 20',
    );
    expect(withButtons({ type: 'reply', reply: { title: 'Yes' } })).toBe(
      "100: The parameter interactive['action']['buttons'][0]['reply']['id'] is required.",
    );
    expect(withButtons({ type: 'url', reply: { id: 'a', title: 'Yes' } })).toBe(
      `100: Param interactive['action']['buttons'][0]['type'] must be one of {REPLY} - got "url".`,
    );
  });
});

describe('a list', () => {
  const withSections = (...sections: unknown[]) => changed('list', { action: { button: 'Slots', sections } });
  const row = { id: 'a', title: '17:00' };

  it.each([
    [[{ rows: [row] }], null],
    [
      [{ title: 'Today', rows: [row] }, { rows: [{ ...row, id: 'b' }] }],
      '131008: Section title is required when there is more than one section',
    ],
    [[{ rows: [row, row] }], '131009: Row ids must be unique'],
    [[{ rows: [] }], '131009: Every section needs at least one row'],
    [[{ rows: [{ id: 'a', title: '' }] }], '131009: Row title cannot be empty'],
    [[{ rows: [{ ...row, description: '' }] }], null],
    [
      [{ rows: [{ ...row, action: 'x' }] }],
      `100: Unexpected key "action" on param "interactive['action']['sections'][0]['rows'][0]".`,
    ],
  ])('with %j', (sections, refusal) => {
    expect(withSections(...sections)).toBe(refusal);
  });
});

describe('a button with an address', () => {
  it('leads to the web', () => {
    expect(parametersOf('url button', { url: 'example.in' })).toBe(
      "100: Param interactive['action']['parameters']['url'] is not a valid URI.",
    );
    expect(parametersOf('url button', { payment_link_preview: true })).toBeNull();
  });
});

describe('a flow', () => {
  it.each([
    [
      { flow_message_version: '2' },
      `100: Param interactive['action']['parameters']['flow_message_version'] must be one of {3} - got "2".`,
    ],
    [{ flow_id: undefined }, '131008: Either one of flow_id or flow_name must be present'],
    [{ flow_name: 'booking' }, '131009: Only one of flow_id or flow_name may be present'],
    [{ flow_id: undefined, flow_name: 'booking' }, null],
    [
      { flow_action_payload: { screen: 'FIRST', data: {} } },
      '131009: flow_action_payload data must be dynamic_object',
    ],
    [
      { flow_action_payload: { screen: 'FIRST', data: 'x' } },
      '131009: flow_action_payload data must be dynamic_object',
    ],
    [
      { flow_action: 'data_exchange' },
      '131009: flow_action_payload is not allowed with flow_action data_exchange',
    ],
    [{ flow_action: 'data_exchange', flow_action_payload: undefined }, null],
    [
      { mode: 'beta' },
      `100: Param interactive['action']['parameters']['mode'] must be one of {DRAFT, PUBLISHED} - got "beta".`,
    ],
  ])('with %j', (change, refusal) => {
    expect(parametersOf('flow', change)).toBe(refusal);
  });
});

describe('products', () => {
  it('come from a catalogue', () => {
    expect(changed('product', { action: { catalog_id: '1' } })).toBe(
      "100: The parameter interactive['action']['product_retailer_id'] is required.",
    );
    expect(changed('product list', { action: { catalog_id: '1', sections: [{ product_items: [] }] } })).toBe(
      '131009: Every section needs at least one product',
    );
    expect(changed('catalogue', { action: { name: 'catalog_message' } })).toBeNull();
  });
});

describe('a carousel', () => {
  const cards = (name: 'media carousel' | 'carousel of quick replies' | 'product carousel') =>
    (interactiveOf(name)['action'] as { cards: Json[] }).cards;
  const withCards = (...cards: unknown[]) => changed('media carousel', { action: { cards } });
  const [first, second] = cards('media carousel');

  it.each([
    [
      'of two kinds',
      [first, cards('product carousel')[1]],
      /^131009: All cards must have the same type of buttons/,
    ],
    [
      'with other buttons',
      [first, cards('carousel of quick replies')[1]],
      /^131009: All cards must have the same type/,
    ],
    ['with an index twice', [first, { ...second, card_index: 0 }], /^131009: Card indexes must be unique$/],
    [
      'with a gap',
      [first, { ...second, card_index: 5 }],
      /^131009: Card indexes must count from 0 without a gap$/,
    ],
    [
      'with three line breaks',
      [first, { ...second, body: { text: 'a\nb\nc\nd' } }],
      /^131009: Card body text may have at most 2/,
    ],
    [
      'with a long card',
      [first, { ...second, body: { text: 'a'.repeat(161) } }],
      /^131009: Body text length invalid. Min length: 1, Max length: 160$/,
    ],
    [
      'with a card of no kind',
      [first, { ...second, type: undefined }],
      /^100: The parameter interactive\['action'\]\['cards'\]\[1\]\['type'\] is required\.$/,
    ],
    [
      'with a header of text',
      [first, { ...second, header }],
      /^100: Param .*\['header'\]\['type'\] must be one of \{IMAGE, VIDEO\}/,
    ],
  ])('is refused %s', (_, cards, refusal) => {
    expect(withCards(...cards)).toMatch(refusal);
  });

  it('may have two line breaks on a card, and its indexes as text', () => {
    expect(withCards(first, { ...second, card_index: '1', body: { text: 'a\nb\nc' } })).toBeNull();
  });
});

describe('requests', () => {
  it('name their action', () => {
    expect(changed('location request', { action: { name: 'send' } })).toBe(
      `100: Param interactive['action']['name'] must be one of {SEND_LOCATION} - got "send".`,
    );
    expect(changed('call permission request', { body: undefined })).toBeNull();
    expect(changed('call button', { action: { name: 'voice_call' } })).toBeNull();
  });

  it('for an address stay in India', () => {
    expect(parametersOf('address request', { country: 'SG' })).toMatch(/must be one of \{IN\} - got "SG"\.$/);
    expect(parametersOf('address request', { values: { zip: '400063' } })).toBe(
      `100: Unexpected key "zip" on param "interactive['action']['parameters']['values']".`,
    );
  });
});
