import { describe, expect, it } from 'vitest';
import { readMessage } from './read-message.ts';
import { now } from './test/bodies.ts';
import { order } from './test/orders.ts';
import { refusalOf } from './test/refusal.ts';

type Json = Record<string, unknown>;

const template = (change: Json) => ({
  messaging_product: 'whatsapp',
  to: '+919876543210',
  type: 'template',
  template: { name: 'order_update', language: { code: 'hi' }, ...change },
});
const components = (...components: unknown[]) => template({ components });
const body = (...parameters: unknown[]) => components({ type: 'body', parameters });
const header = (...parameters: unknown[]) => components({ type: 'header', parameters });
const button = (sub_type: string, ...parameters: unknown[]) =>
  components({ type: 'button', sub_type, index: '0', parameters });

describe('a template that is sent', () => {
  it.each([
    [{}, null],
    [{ components: [] }, null],
    [{ name: undefined }, "100: The parameter template['name'] is required."],
    [{ language: undefined }, "100: The parameter template['language'] is required."],
    [{ language: 'hi' }, "100: Param template['language'] must be a JSON object."],
    [{ language: {} }, "100: The parameter template['language']['code'] is required."],
    [
      { language: { code: 'hi', policystring: 'x' } },
      `100: Unexpected key "policystring" on param "template['language']".`,
    ],
    [
      { language: { code: 'hi', policy: 'fallback' } },
      `100: Param template['language']['policy'] must be one of {DETERMINISTIC} - got "fallback".`,
    ],
    [{ parameters: [] }, '100: Unexpected key "parameters" on param "template".'],
    [{ components: {} }, "100: Param template['components'] must be an array."],
    [
      { components: [{ type: 'footer' }] },
      `100: Param template['components'][0]['type'] must be one of {BODY, BUTTON, CAROUSEL, HEADER, LIMITED_TIME_OFFER, ORDER_STATUS} - got "footer".`,
    ],
    [
      { components: [{ type: 'body' }] },
      "100: The parameter template['components'][0]['parameters'] is required.",
    ],
  ])('with %j', (change, refusal) => {
    expect(refusalOf(template(change))).toBe(refusal);
  });

  it('names kinds in either case, and places of buttons as text or number', () => {
    const loud = components(
      { type: 'BODY', parameters: [{ type: 'TEXT', text: 'Asha' }] },
      { type: 'BUTTON', sub_type: 'URL', index: '3', parameters: [{ type: 'text', text: 'x' }] },
    );
    expect(readMessage(loud, now)).toMatchObject({
      template: {
        components: [
          { type: 'body', parameters: [{ type: 'text', text: 'Asha' }] },
          { type: 'button', sub_type: 'url', index: 3 },
        ],
      },
    });
  });

  it('may leave out that a text is a text', () => {
    expect(readMessage(body({ text: 'Asha' }), now)).toMatchObject({
      template: { components: [{ parameters: [{ type: 'text', text: 'Asha' }] }] },
    });
  });

  it('has every part once', () => {
    const part = { type: 'body', parameters: [] };
    const url = { type: 'button', sub_type: 'url', index: 0, parameters: [] };
    expect(refusalOf(components(part, part))).toBe('100: There can be at most 1 body component');
    expect(refusalOf(components(url, { ...url, index: '0' }))).toBe(
      '100: There can be at most 1 button at index 0',
    );
    expect(refusalOf(components(url, { ...url, index: 1 }))).toBeNull();
  });
});

it('may leave out by null what it may leave out, and name a namespace, as older clients do', () => {
  const language = { code: 'en', policy: null };
  const sent = { name: 'hello_world', namespace: 'ab12', language, components: null };
  const message = { messaging_product: 'whatsapp', to: '919876543210', type: 'template', template: sent };
  expect(readMessage(message, 0)).toMatchObject({
    template: { name: 'hello_world', namespace: 'ab12', language: { code: 'en' } },
  });
});

describe('a parameter of a template', () => {
  it.each([
    [{ type: 'text' }, "100: Parameter 'text' is mandatory for component parameter type 'text'"],
    [
      { type: 'text', text: '' },
      "100: Parameter 'text' is mandatory for component parameter type 'text' and cannot be empty",
    ],
    [
      { type: 'text', text: null },
      "100: Param template['components'][0]['parameters'][0]['text'] must be a string.",
    ],
    [
      { type: 'text', text: 7 },
      "100: Param template['components'][0]['parameters'][0]['text'] must be a string.",
    ],
    [
      { type: 'text', text: 'a', foo: 1 },
      `100: Unexpected key "foo" on param "template['components'][0]['parameters'][0]".`,
    ],
    [{}, "100: The parameter template['components'][0]['parameters'][0]['type'] is required."],
    ['Asha', "100: Param template['components'][0]['parameters'][0] must be a JSON object."],
    [{ type: 'currency' }, "100: Parameter 'currency' is mandatory for component parameter type 'currency'"],
    [
      { type: 'currency', currency: { fallback_value: '₹1', code: 'INR' } },
      "100: The parameter template['components'][0]['parameters'][0]['currency']['amount_1000'] is required.",
    ],
    [
      { type: 'image', image: { id: '1' } },
      `100: Param template['components'][0]['parameters'][0]['type'] must be one of {CURRENCY, DATE_TIME, GROUP_ID, TEXT} - got "image".`,
    ],
  ])('of the body is refused when it is %j', (parameter, refusal) => {
    expect(refusalOf(body(parameter))).toBe(refusal);
  });

  it.each(['a\nb', 'a\tb', 'a\rb', 'a     b'])('does not break the text that it stands in: %j', (text) => {
    expect(refusalOf(body({ type: 'text', text }))).toBe(
      '132018: Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
    );
  });

  it('may have four spaces in a row', () => {
    expect(refusalOf(body({ type: 'text', text: 'a    b' }))).toBeNull();
  });

  it.each([
    [{ type: 'image' }, "100: Parameter 'image' is mandatory for component parameter type 'image'"],
    [{ type: 'image', image: {} }, '132018: Either one of media ID or link must be present'],
    [
      { type: 'image', image: { id: '1', link: 'https://example.in/1' } },
      '132018: Only one of media ID or link may be present',
    ],
    [
      { type: 'image', image: { id: 'https://example.in/1' } },
      "100: Param template['components'][0]['parameters'][0]['image']['id'] is not a valid whatsapp business account media attachment ID",
    ],
    [
      { type: 'image', image: { id: '1', filename: 'a' } },
      `100: Unexpected key "filename" on param "template['components'][0]['parameters'][0]['image']".`,
    ],
    [
      { type: 'location', location: { longitude: 1 } },
      "100: The parameter template['components'][0]['parameters'][0]['location']['latitude'] is required.",
    ],
    [
      { type: 'product', product: { catalog_id: '1' } },
      "100: The parameter template['components'][0]['parameters'][0]['product']['product_retailer_id'] is required.",
    ],
    [{ type: 'gif', gif: { link: 'https://example.in/1.mp4' } }, null],
  ])('of the header: %j', (parameter, refusal) => {
    expect(refusalOf(header(parameter))).toBe(refusal);
  });

  it('of the header stands alone', () => {
    const text = { type: 'text', text: 'a' };
    expect(refusalOf(header(text, text))).toBe(
      "100: Param template['components'][0]['parameters'] must have at most 1 elements.",
    );
  });
});

describe('a button of a template', () => {
  it.each([
    [
      'a kind of its own',
      components({ type: 'button', index: 0, parameters: [] }),
      "100: The parameter template['components'][0]['sub_type'] is required.",
    ],
    [
      'a kind that Meta knows',
      button('phone'),
      /^100: Param template\['components'\]\[0\]\['sub_type'\] must be one of \{CATALOG, COPY_CODE, /,
    ],
    [
      'a place',
      components({ type: 'button', sub_type: 'url', parameters: [] }),
      "100: The parameter template['components'][0]['index'] is required.",
    ],
    [
      'a place in the template',
      components({ type: 'button', sub_type: 'url', index: 10, parameters: [] }),
      "100: Param template['components'][0]['index'] must be less than or equal to 9.",
    ],
    [
      'a place that is a number',
      components({ type: 'button', sub_type: 'url', index: 'first', parameters: [] }),
      "100: Param template['components'][0]['index'] must be an integer.",
    ],
    [
      'the parameter of its kind',
      button('url', { type: 'payload', payload: 'x' }),
      `100: Param template['components'][0]['parameters'][0]['type'] must be one of {TEXT} - got "payload".`,
    ],
    [
      'one parameter',
      button('url', { type: 'text', text: 'a' }, { type: 'text', text: 'b' }),
      "100: Param template['components'][0]['parameters'] must have at most 1 elements.",
    ],
    [
      'products under a multi-product button',
      button('mpm', { type: 'action', action: { thumbnail_product_retailer_id: 'x' } }),
      "100: The parameter template['components'][0]['parameters'][0]['action']['sections'] is required.",
    ],
    [
      'an order that adds up',
      button('order_details', {
        type: 'action',
        action: { order_details: { ...order, total_amount: { value: 1, offset: 100 } } },
      }),
      '131009: The total amount must be subtotal + tax + shipping - discount: 21000',
    ],
  ])('has %s', (_, sent, refusal) => {
    expect(refusalOf(sent)).toEqual(typeof refusal === 'string' ? refusal : expect.stringMatching(refusal));
  });
});

describe('a carousel of a template', () => {
  const cards = (...cards: unknown[]) => components({ type: 'carousel', cards });

  it.each([
    [cards(), "100: Param template['components'][0]['cards'] must have at least 1 elements."],
    [
      cards({ components: [] }),
      "100: The parameter template['components'][0]['cards'][0]['card_index'] is required.",
    ],
    [
      cards({ card_index: 0, components: [{ type: 'carousel', cards: [] }] }),
      `100: Param template['components'][0]['cards'][0]['components'][0]['type'] must be one of {BODY, BUTTON, HEADER} - got "carousel".`,
    ],
    [cards({ card_index: '0', components: [] }), null],
  ])('is refused or taken: %j', (sent, refusal) => {
    expect(refusalOf(sent)).toBe(refusal);
  });
});
