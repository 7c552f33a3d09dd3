import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf } from './body.ts';
import { serialise, sign } from './sign.ts';
import { changesOf, statusOf } from './test/post-office.ts';
import type { Pending } from './update.ts';

test('the signature is that of the documented example', () => {
  expect(sign('secret', '{"a":1}')).toBe(
    'sha256=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494',
  );
});

test('slashes and everything outside of ASCII are escaped before signing, and read back as they were', () => {
  expect(serialise({ 'ä/': 'नमस्ते 😀\u2028' })).toBe(
    String.raw`{"\u00e4\/":"\u0928\u092e\u0938\u094d\u0924\u0947 \ud83d\ude00\u2028"}`,
  );
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = serialise(value);
      expect(text).toMatch(/^[ -~\u007f]*$/);
      expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
    }),
  );
});

const message = (number: string, id: string, contact?: string): Pending => ({
  wabaId: 'w1',
  numberId: number,
  field: 'messages',
  at: 1_790_829_000_000,
  value: {
    messaging_product: 'whatsapp',
    metadata: { phone_number_id: number },
    ...(contact && { contacts: [{ wa_id: contact }] }),
    messages: [{ id }],
  },
});

test('messages of one number share a change with their contacts; another number, a status and another account do not', () => {
  const status = { ...statusOf('s'), at: 1_790_829_000_000 };
  const body = bodyOf([
    message('n1', 'a', 'c1'),
    message('n1', 'b'),
    message('n1', 'c', 'c2'),
    message('n2', 'd'),
    { ...status, wabaId: 'w1', value: { ...status.value, metadata: { phone_number_id: 'n2' } } },
    { ...message('n2', 'e'), wabaId: 'w2' },
  ]);
  expect(body.object).toBe('whatsapp_business_account');
  expect(body.entry.map(({ id, changes }) => [id, changes.length])).toEqual([
    ['w1', 3],
    ['w2', 1],
  ]);
  expect(body.entry[0]?.changes[0]?.value).toEqual({
    messaging_product: 'whatsapp',
    metadata: { phone_number_id: 'n1' },
    contacts: [{ wa_id: 'c1' }, { wa_id: 'c2' }],
    messages: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  });
});

test('only entries about accounts say their time, those of chats and calls do not', () => {
  const account: Pending = {
    wabaId: 'w1',
    field: 'account_update',
    at: 1_790_829_000_999,
    value: { event: 'PARTNER_ADDED' },
  };
  const call: Pending = { ...message('n1', 'b'), field: 'calls' };
  const removed = { ...account, value: { event: 'PARTNER_REMOVED' } };
  expect(bodyOf([message('n1', 'a'), call, account, removed])).toEqual({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: 'w1',
        changes: [
          { field: 'messages', value: message('n1', 'a').value },
          { field: 'calls', value: call.value },
        ],
      },
      {
        id: 'w1',
        time: 1_790_829_000,
        changes: [
          { field: 'account_update', value: { event: 'PARTNER_ADDED' } },
          { field: 'account_update', value: { event: 'PARTNER_REMOVED' } },
        ],
      },
    ],
  });
});

test('joining loses nothing, doubles nothing, keeps the order within a number, and alters no update', () => {
  const kind = fc.record({
    waba: fc.constantFrom('w1', 'w2'),
    number: fc.constantFrom('n1', 'n2'),
    list: fc.constantFrom('messages', 'statuses'),
  });
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 30 }), (kinds) => {
      const updates = kinds.map(({ waba, number, list }, at): Pending => {
        const value = { metadata: { phone_number_id: number }, [list]: [{ id: `${at}` }] };
        return { wabaId: waba, numberId: number, field: 'messages', at: 0, value };
      });
      const before = structuredClone(updates);
      const changes = changesOf(JSON.stringify(bodyOf(updates)));
      expect(updates).toEqual(before);
      for (const list of ['messages', 'statuses']) {
        const told = changes.flatMap(({ value }) => (value[list] ?? []) as { id: string }[]);
        const meant = updates.flatMap(({ value }) => (value[list] ?? []) as { id: string }[]);
        const sorted = (all: { id: string }[]) => all.map(({ id }) => Number(id)).sort((a, b) => a - b);
        expect(sorted(told)).toEqual(sorted(meant));
      }
      for (const { value } of changes) expect('messages' in value && 'statuses' in value).toBe(false);
    }),
  );
});
