import { describe, expect, it } from 'vitest';
import { readMarketingMessage, readMessage, readReceipt } from './read-message.ts';
import { bodies, now, to } from './test/bodies.ts';
import { refusalOf } from './test/refusal.ts';

const text = { messaging_product: 'whatsapp', to, type: 'text', text: { body: 'Namaste' } };
const group = { ...text, recipient_type: 'group', to: 'Y2FwaV9ncm91cDox' };

describe('a message to be sent', () => {
  it.each(Object.entries(bodies))('is taken as it is: %s', (_, body) => {
    expect(readMessage(body, now)).toEqual({ recipient_type: 'individual', ...body });
  });

  it('is a text to one person where it does not say otherwise', () => {
    const { type: _, ...body } = text;
    expect(readMessage(body, now)).toEqual({ ...text, recipient_type: 'individual' });
  });

  it('keeps nothing that Graph does not know, and no content of another type', () => {
    const body = { ...text, access_token: 'EAAG', preview_url: true, image: { id: 'x' }, context: null };
    expect(readMessage(body, now)).toEqual({ ...text, recipient_type: 'individual' });
  });

  it('may name kinds in upper case', () => {
    const body = { ...text, messaging_product: 'WhatsApp', recipient_type: 'INDIVIDUAL', type: 'TEXT' };
    expect(readMessage(body, now)).toEqual({ ...text, recipient_type: 'individual' });
  });

  it('may hold its content as JSON text, which a text of the customer’s never is', () => {
    const contacts = [{ name: { formatted_name: 'Asha Patil', first_name: 'Asha' } }];
    const body = { ...text, type: 'contacts', contacts: JSON.stringify(contacts) };
    expect(readMessage(body, now)).toMatchObject({ type: 'contacts', contacts });
    expect(() => readMessage({ ...body, contacts: '[{' }, now)).toThrow();
    const quoted = { ...text, text: { body: '{"a":1}' }, biz_opaque_callback_data: '{"a":1}' };
    expect(readMessage(quoted, now)).toEqual({ ...quoted, recipient_type: 'individual' });
  });

  it('leaves the body that it is read from as it was', () => {
    const parameters = [{ type: 'TEXT', text: 'Asha' }];
    const components = [{ type: 'BUTTON', sub_type: 'URL', index: '3', parameters }];
    const body = { ...text, type: 'TEMPLATE', template: { name: 'a', language: { code: 'hi' }, components } };
    const before = JSON.stringify(body);
    expect(JSON.stringify(readMessage(body, now))).toContain('"index":3');
    expect(JSON.stringify(body)).toBe(before);
  });

  it.each([
    [{}, '100: The parameter messaging_product is required.'],
    ['hello', '100: The parameter messaging_product is required.'],
    [
      { ...text, messaging_product: 'sms' },
      '100: Param messaging_product must be one of {WHATSAPP} - got "sms".',
    ],
    [{ ...text, to: undefined }, '100: The parameter to is required.'],
    [{ ...text, to: '' }, '100: The parameter to is required.'],
    [{ ...text, to: 919876543210 }, '100: Param to must be a string.'],
    [{ ...text, to: 'asha' }, '131009: The phone number is malformed: Please use the format: +1234567890.'],
    [{ ...text, to: '12345' }, '131009: The phone number is malformed: Please use the format: +1234567890.'],
    [
      { ...text, to: undefined, recipient: 'asha.k' },
      '131009: The recipient is not a valid business-scoped user ID',
    ],
    [
      { ...text, recipient_type: 'channel' },
      '100: Param recipient_type must be one of {GROUP, INDIVIDUAL} - got "channel".',
    ],
    [{ ...group, to }, '131009: Param to is not a valid group ID'],
    [{ ...group, to: '919876543210' }, '131009: Param to is not a valid group ID'],
    [{ ...group, to: undefined, recipient: 'IN.1' }, '100: The parameter to is required.'],
    [
      { ...bodies.list, recipient_type: 'group', to: group.to },
      '131051: Message type is not supported in groups: interactive',
    ],
    [
      { ...bodies['pin in a group'], recipient_type: 'individual', to },
      '131009: Messages can only be pinned in groups',
    ],
    [
      { ...text, type: 'jpeg' },
      '100: Param type must be one of {AUDIO, CONTACTS, DOCUMENT, GIF, IMAGE, INTERACTIVE, LINK_PREVIEW, LOCATION, PIN, REACTION, STICKER, TEMPLATE, TEXT, VIDEO} - got "jpeg".',
    ],
    [{ ...text, type: 'gif' }, '131051: Message type is not currently supported: gif'],
    [{ ...text, type: 'image' }, "131008: Parameter 'image' is mandatory for type 'image'"],
    [{ ...text, text: null }, "131008: Parameter 'text' is mandatory for type 'text'"],
    [{ ...text, context: { id: 'wamid.1' } }, "100: The parameter context['message_id'] is required."],
    [
      { ...text, context: { message_id: 'wamid.1', from: to } },
      '100: Unexpected key "from" on param "context".',
    ],
    [{ ...text, ttl_seconds: 0 }, '100: Param ttl_seconds must be greater than or equal to 1.'],
    [
      { ...text, category: 'marketing' },
      '100: Param category must be one of {AUTHENTICATION, SERVICE, UTILITY} - got "marketing".',
    ],
    [{ ...bodies.image, category: 'utility' }, '131009: Only text and button messages may have a category'],
    [{ ...bodies.list, category: 'utility' }, '131009: Only text and button messages may have a category'],
  ])('is refused when it is %j', (body, refusal) => {
    expect(refusalOf(body)).toBe(refusal);
  });

  it('may have a category when it is a button message, and `service` whatever it is', () => {
    expect(refusalOf({ ...bodies['reply buttons'], category: 'utility' })).toBeNull();
    expect(refusalOf({ ...bodies.image, category: 'service' })).toBeNull();
  });

  it('is never more than refused, however strange its names are', () => {
    const strange: unknown = JSON.parse(
      `{"messaging_product":"whatsapp","to":"${to}","type":"constructor","__proto__":{"text":1},"constructor":{}}`,
    );
    expect(refusalOf(strange)).toMatch(/^100: Param type must be one of /);
    const inside: unknown = JSON.parse(
      `{"messaging_product":"whatsapp","to":"${to}","text":{"body":"Hi","__proto__":{"x":1}}}`,
    );
    expect(refusalOf(inside)).toBe('100: Unexpected key "__proto__" on param "text".');
    expect(refusalOf({ ...bodies.list, interactive: { type: 'toString' } })).toMatch(
      /^100: Param interactive\['type'\]/,
    );
  });
});

describe('a marketing message', () => {
  const template = bodies['carousel template'];

  it('may fall back to Cloud API unless it says otherwise', () => {
    expect(readMarketingMessage(template, now)).toMatchObject({ product_policy: 'CLOUD_API_FALLBACK' });
    const strict = { ...template, product_policy: 'STRICT', message_activity_sharing: true };
    expect(readMarketingMessage(strict, now)).toEqual({ recipient_type: 'individual', ...strict });
  });

  it('is nothing but a template', () => {
    expect(refusalOf(bodies.text, readMarketingMessage)).toMatch(/^134100: /);
    expect(refusalOf({ ...template, product_policy: 'LOOSE' }, readMarketingMessage)).toBe(
      '100: Param product_policy must be one of {CLOUD_API_FALLBACK, STRICT} - got "LOOSE".',
    );
  });
});

describe('a read receipt', () => {
  const receipt = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.HBgMOTE5' };

  it('names a message, and may show that somebody types', () => {
    expect(readReceipt({ ...receipt, access_token: 'EAAG' })).toEqual(receipt);
    const typing = { ...receipt, typing_indicator: { type: 'text' } };
    expect(readReceipt(typing)).toEqual(typing);
  });

  it.each([
    [{ ...receipt, status: 'delivered' }, '100: Param status must be one of {READ} - got "delivered".'],
    [{ ...receipt, message_id: undefined }, '100: The parameter message_id is required.'],
    [
      { ...receipt, typing_indicator: { type: 'audio' } },
      `100: Param typing_indicator['type'] must be one of {TEXT} - got "audio".`,
    ],
  ])('is refused when it is %j', (body, refusal) => {
    expect(refusalOf(body, readReceipt)).toBe(refusal);
  });
});
