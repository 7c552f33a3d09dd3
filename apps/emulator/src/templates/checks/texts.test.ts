import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../test/refusal-of.ts';
import { orderShipped, withBody, withHeader } from '../test/requests.ts';
import { readDraft } from './request.ts';
import { checkVariables, variablesIn } from './variables.ts';

const refused = (request: Record<string, unknown>) => refusalOf(() => readDraft(request));

describe('variables of a body', () => {
  test('may not begin or end it', () => {
    expect(refused(withBody('{{1}}, your order is packed and on its way.', ['Asha']))).toMatchObject({
      code: 100,
      subcode: 2388299,
    });
    expect(refused(withBody('Your order is packed and on its way, {{1}} ', ['Asha']))).toMatchObject({
      subcode: 2388299,
    });
    expect(refused(withBody('Your order is packed and on its way, {{1}}.', ['Asha']))).toBe('accepted');
  });

  test('need enough words around them', () => {
    expect(refused(withBody('Hi {{1}} ok', ['Asha']))).toMatchObject({ subcode: 2388293 });
    expect(refused(withBody('Hi {{1}} all ok', ['Asha']))).toBe('accepted');
    expect(refused(withBody('नमस्ते {{1}} जी, आपका ऑर्डर {{2}} भेज दिया गया.', ['Asha', '7']))).toBe('accepted');
  });

  test('are numbered without a gap', () => {
    expect(refused(withBody('Dear {{1}}, order {{3}} has been packed.', ['Asha', '7']))).toMatchObject({
      subcode: 2388072,
    });
    expect(refused(withBody('Dear {{2}}, order {{1}} has been packed.', ['7', 'Asha']))).toBe('accepted');
  });

  test('are numbers or small-letter names, in whole braces', () => {
    for (const wrong of [
      '{{1a}}',
      '{{#1}}',
      '{{$1}}',
      '{{ 1 }}',
      '{{0}}',
      '{{}}',
      '{{1}',
      '{1}}',
      '{{name}}',
    ]) {
      expect(refused(withBody(`Dear ${wrong}, your order has been packed.`, ['x']))).toMatchObject({
        subcode: 2388072,
      });
    }
  });

  test('need an example each', () => {
    const text = 'Dear {{1}}, your order {{2}} has been packed.';
    expect(refused(withBody(text))).toMatchObject({
      subcode: 2388043,
      says: expect.stringContaining('component of type BODY is missing expected field(s) (example)'),
    });
    expect(refused(withBody(text, ['Asha']))).toMatchObject({ subcode: 2388043 });
    expect(refused(withBody(text, ['Asha', ' ']))).toMatchObject({ subcode: 2388043 });
    expect(refused(withBody(text, ['Asha', '7']))).toBe('accepted');
  });

  test('by name need their named examples, and stand once in the template', () => {
    const named = (text: string, ...names: string[]) =>
      orderShipped({
        parameter_format: 'NAMED',
        components: [
          {
            type: 'BODY',
            text,
            example: { body_text_named_params: names.map((name) => ({ param_name: name, example: 'x' })) },
          },
        ],
      });
    expect(refused(named('Dear {{first_name}}, your order has shipped.', 'first_name'))).toBe('accepted');
    expect(refused(named('Dear {{first_name}}, your order has shipped.', 'name'))).toMatchObject({
      subcode: 2388043,
    });
    expect(refused(named('Dear {{First}}, your order has shipped.', 'First'))).toMatchObject({
      subcode: 2388072,
    });
    expect(refused(named('Dear {{a}}, hello again to you {{a}}, shipped today.', 'a'))).toMatchObject({
      subcode: 2388072,
    });
  });
});

test('a gapless numbering is accepted in any order, a gap never', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (count, left) => {
      const numbers = Array.from({ length: count }, (_, at) => at + 1).toReversed();
      const text = (list: number[]) => list.map((number) => `{{${number}}} and`).join(' ');
      expect(checkVariables(text(numbers), 'POSITIONAL', 'bodyFormat')).toHaveLength(count);
      const gapped = numbers.filter((number) => number !== left);
      const refusal = refusalOf(() => checkVariables(text(gapped), 'POSITIONAL', 'bodyFormat'));
      expect(refusal === 'accepted').toBe(left >= count);
    }),
  );
});

test('a variable that stands twice is one variable', () => {
  expect(variablesIn('{{1}} and {{2}} and {{1}}')).toEqual(['1', '2']);
});

test('a body has at most 1024 characters and no three line breaks in a row', () => {
  expect(refused(withBody('a'.repeat(1024)))).toBe('accepted');
  expect(refused(withBody('a'.repeat(1025)))).toMatchObject({ subcode: 2388040 });
  expect(refused(withBody('Packed.\n\nOn its way.'))).toBe('accepted');
  expect(refused(withBody('Packed.\n\n\nOn its way.'))).toMatchObject({ subcode: 2388072 });
});

describe('a header', () => {
  test('of text is plain, short, and has one variable with an example', () => {
    const header = (text: string, more = {}) => withHeader({ format: 'TEXT', text, ...more });
    expect(refused(header('Order update'))).toBe('accepted');
    for (const text of ['Order 📦', 'Order\nupdate', '*Order*', '~Order~', '`Order`', 'an _Order_ update']) {
      expect(refused(header(text))).toMatchObject({ subcode: 2388047 });
    }
    expect(refused(header('a'.repeat(61)))).toMatchObject({ subcode: 2388040 });
    expect(refused(header('{{1}} and {{2}}', { example: { header_text: ['a', 'b'] } }))).toMatchObject({
      subcode: 2388047,
    });
    expect(refused(header('Order {{1}}'))).toMatchObject({ subcode: 2388043 });
    expect(refused(header('Order {{1}}', { example: { header_text: ['7'] } }))).toBe('accepted');
    expect(refused(header('Order {{1}}', { example: { header_text: '7' } }))).toBe('accepted');
  });

  test('of media needs the handle of an example', () => {
    for (const format of ['IMAGE', 'VIDEO', 'DOCUMENT']) {
      expect(refused(withHeader({ format }))).toMatchObject({ subcode: 2388043 });
      expect(refused(withHeader({ format, example: { header_handle: ['4::aW'] } }))).toBe('accepted');
    }
    expect(refused(withHeader({ format: 'LOCATION' }))).toBe('accepted');
    expect(refused(withHeader({ format: 'STICKER' }))).toMatchObject({ code: 100 });
  });

  test('with a GIF is for marketing', () => {
    const gif = { format: 'GIF', example: { header_handle: ['4::aW'] } };
    expect(refused(withHeader(gif))).toMatchObject({ subcode: 2388047 });
    expect(refused(withHeader(gif, 'MARKETING'))).toBe('accepted');
  });
});

test('a footer is short and has no variables', () => {
  const footer = (text: string) =>
    orderShipped({
      components: [
        { type: 'BODY', text: 'Packed today.' },
        { type: 'FOOTER', text },
      ],
    });
  expect(refused(footer('a'.repeat(60)))).toBe('accepted');
  expect(refused(footer('a'.repeat(61)))).toMatchObject({ subcode: 2388040 });
  expect(refused(footer('Yours, {{1}}'))).toMatchObject({ subcode: 2388073 });
});
