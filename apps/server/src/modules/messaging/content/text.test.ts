import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDelivery } from '@trikon/whatsapp/webhooks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryOf } from './category.ts';
import { examples } from './test/examples.ts';
import { textOf } from './text.ts';

const texts: [string, unknown, string][] = [
  ['text', { body: 'Is it silk?' }, 'Is it silk?'],
  ['image', { id: '1', caption: 'Taj Mahal' }, 'Taj Mahal'],
  ['audio', { id: '1', voice: true }, ''],
  ['sticker', { id: '1' }, ''],
  ['document', { filename: 'bill.pdf', caption: 'Paid' }, 'bill.pdf\nPaid'],
  [
    'location',
    { latitude: 1, longitude: 2, name: 'Philz', address: '101 Forest Ave' },
    'Philz, 101 Forest Ave',
  ],
  ['contacts', [{ name: { formatted_name: 'Asha' } }, { phones: [{ phone: '+91 1' }] }], 'Asha, +91 1'],
  ['reaction', { message_id: 'wamid.A', emoji: '👍' }, '👍'],
  ['reaction', { message_id: 'wamid.A' }, ''],
  ['button', { payload: 'TRACK:1', text: 'Track' }, 'Track'],
  ['interactive', { type: 'button_reply', button_reply: { id: 'x', title: 'Cancel' } }, 'Cancel'],
  [
    'interactive',
    { type: 'list_reply', list_reply: { id: 'x', title: 'Express', description: 'Next day' } },
    'Express\nNext day',
  ],
  [
    'interactive',
    { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{}' } },
    'Sent',
  ],
  ['interactive', { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } }, ''],
  [
    'order',
    { text: 'Quick', product_items: [{ product_retailer_id: 'sku', quantity: 2 }] },
    'Quick\n2 × sku',
  ],
  ['system', { body: 'User changed', type: 'user_changed_user_id' }, 'User changed'],
  ['edit', { message: { type: 'text', text: { body: 'now so' } } }, 'now so'],
  ['revoke', { original_message_id: 'wamid.A' }, ''],
  ['unsupported', { type: 'poll' }, ''],
  ['request_welcome', undefined, ''],
  ['hologram', { body: 'from the future' }, ''],
  ['template', { name: 'a', values: { '1': 'Asha', file: { media: 'x' } } }, 'Asha'],
];

test.each(texts)('the words of %s', (type, inside, words) => {
  expect(textOf(type, { [type]: inside })).toBe(words);
});

test('of what we send, what can be read on the phone', () => {
  const read = (name: string): string => textOf(examples[name]!.type, examples[name]);
  expect(read('button')).toBe('Silk, and what goes with it\nSurat Silks\nConfirm\nChange');
  expect(read('list')).toBe('Diwali\nSilk, and what goes with it\nToday\n17:00');
  expect(read('carousel')).toBe('Silk, and what goes with it\nSaree 0\nView\nSaree 1\nView');
  expect(read('template')).toBe('Asha');
});

test('no shape of content is too much for it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts.map(([type]) => type)), fc.json(), (type, json) => {
      const inside: unknown = JSON.parse(json);
      for (const content of [inside, { [type]: inside }, { [type]: { type: 'x', message: inside } }])
        expect(typeof textOf(type, content)).toBe('string');
    }),
  );
  const deep = { type: 'edit', edit: {} as Record<string, unknown> };
  let at = deep.edit;
  for (let depth = 0; depth < 50_000; depth++) {
    const edit = {};
    at.message = { type: 'edit', edit };
    at = edit;
  }
  expect(textOf('edit', deep)).toBe('');
});

const samples = path.resolve(import.meta.dirname, '../../../../../../../shared/reference/webhook-samples');
const files = ((): string[] => {
  try {
    return readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.json'),
    );
  } catch {
    return [];
  }
})();

function messagesIn(body: unknown): { type?: string; value: unknown }[] {
  const delivery = parseDelivery(Buffer.from(JSON.stringify(body)));
  if (delivery.outcome !== 'read') return [];
  return delivery.updates.flatMap((update) =>
    update.kind === 'message' ? [{ type: update.value.type, value: update.value }] : [],
  );
}

describe.skipIf(files.length === 0)('recorded webhooks', () => {
  test('their messages have words, or are of a kind that has none', () => {
    let read = 0;
    for (const file of files) {
      const bodies = Object.values(JSON.parse(readFileSync(path.join(samples, file), 'utf8')) as object);
      for (const { type = '', value } of bodies.flatMap(messagesIn)) {
        const words = textOf(type, value);
        read += words === '' ? 0 : 1;
        if (['text', 'button', 'system'].includes(type)) expect(words).not.toBe('');
      }
    }
    expect(read).toBeGreaterThan(5);
  });
});

test('the category is the template’s, and service for all else', () => {
  expect(categoryOf('text')).toBe('service');
  expect(categoryOf('template', 'UTILITY')).toBe('utility');
  expect(categoryOf('template', 'authentication_international')).toBe('authentication');
  expect(categoryOf('template', 'AUTHENTICATION-INTERNATIONAL')).toBe('authentication');
  expect(categoryOf('template')).toBe('marketing');
});
