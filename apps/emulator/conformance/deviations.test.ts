import { expect, test } from 'vitest';
import { accepted, findAccepted } from './deviations.ts';
import { loadSpec } from './spec.ts';

const deviation = (at: string, rule: string) => ({ at, rule, what: '' });

test('an entry lists a deviation of its call, its place and its rule, and no other', () => {
  const table = [{ call: 'GET /{Flow-ID}', at: '/data/[]/*', rule: 'extra', reason: 'r' }];
  const find = (call: string, at: string, rule: string) =>
    findAccepted(call, deviation(at, rule), table) !== undefined;
  expect(find('GET /{Flow-ID}', '/data/[]/name', 'extra')).toBe(true);
  expect(find('GET /{Flow-ID}', '/data/[]', 'extra')).toBe(false);
  expect(find('GET /{Flow-ID}', '/data/[]/name', 'type')).toBe(false);
  expect(find('POST /{Flow-ID}', '/data/[]/name', 'extra')).toBe(false);
  expect(find('GET /{Flow-ID}', '/data/0/name', 'extra')).toBe(false);
  expect(find('GET /{Flow-ID}', '/paging/data/[]/name', 'extra')).toBe(false);
  expect(find('GET /{Flow-ID}', '/data/[]/name', 'extra name')).toBe(false);
});

test('error_data is accepted in every refusal', () => {
  expect(findAccepted('POST /{WABA-ID}/flows', deviation('/error/error_data', 'extra'))?.reason).toContain(
    'envelope',
  );
});

test('a refused call is listed by name alone', () => {
  const entry = { call: '*', at: '*', rule: '*', reason: 'anything goes' };
  expect(findAccepted('GET /{Flow-ID}', deviation('', 'status'), [entry])).toBeUndefined();
  expect(
    findAccepted('GET /{Flow-ID}', deviation('', 'status'), [{ ...entry, rule: 'status' }]),
  ).toBeDefined();
});

test('every entry gives a reason', () => {
  expect(accepted.filter(({ reason }) => reason.length < 10)).toEqual([]);
});

const spec = loadSpec();

test.skipIf(!spec)('every entry is about an operation that Meta describes', () => {
  const names = spec?.operations.map(({ name }) => name) ?? [];
  const known = ({ call }: { call: string }) =>
    call.includes('*') || call === 'webhooks' || names.includes(call);
  expect(accepted.filter((entry) => !known(entry))).toEqual([]);
});

test.skipIf(!spec)('what the documentation shows as an answer has no deviation that is not listed', () => {
  const settings = {
    calling: {
      status: 'ENABLED',
      call_icon_visibility: 'DEFAULT',
      callback_permission_status: 'ENABLED',
      sip: { status: 'DISABLED' },
    },
    storage_configuration: { status: 'DEFAULT' },
    user_identity_change: { enable_identity_key_check: true },
  };
  const sent = {
    messaging_product: 'whatsapp',
    contacts: [{ input: '+919876543210', wa_id: '919876543210', user_id: 'IN.13491208655302741918' }],
    messages: [{ id: 'wamid.HBgM', message_status: 'accepted' }],
  };
  const profile = { data: [{ messaging_product: 'whatsapp', about: 'Silk since 1962', vertical: 'RETAIL' }] };
  const answers: [string, string, unknown][] = [
    ['GET', '/{Phone-Number-ID}/settings', settings],
    ['POST', '/{Phone-Number-ID}/messages', sent],
    ['GET', '/{Phone-Number-ID}/whatsapp_business_profile', profile],
  ];
  for (const [method, path, body] of answers) {
    const found = spec?.checkAnswer(method, path, 200, body) ?? [];
    expect(found.filter((one) => !findAccepted(`${method} ${path}`, one))).toEqual([]);
  }
});
