import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDelivery, type Update } from './index.ts';

const metadata = { display_phone_number: '15550783881', phone_number_id: '106' };
const value = (more: object) => ({ messaging_product: 'whatsapp', metadata, ...more });
const text = { from: '919', id: 'wamid.A', timestamp: '1749416383', type: 'text', text: { body: 'Hi' } };
const status = { id: 'wamid.B', status: 'sent', timestamp: '1750030073', recipient_id: '919' };

const bodyOf = (...changes: object[]): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '102', time: 1_739_321_024, changes }],
  });

function read(body: string | object): Update[] {
  const delivery = parseDelivery(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));
  if (delivery.outcome !== 'read') throw new Error(delivery.reason);
  return delivery.updates;
}

const readOne = (field: string, given: object): Update => {
  const [update, ...more] = read(bodyOf({ field, value: given }));
  expect(more).toEqual([]);
  if (!update) throw new Error('There is no update.');
  return update;
};

const kindsIn = (field: string, given: object): string[] =>
  read(bodyOf({ field, value: given })).map(({ kind }) => kind);

describe('a delivery is told as single updates', () => {
  test('a message with its number, its time and its sender', () => {
    const contact = { profile: { name: 'Asha' }, wa_id: '919' };
    expect(readOne('messages', value({ contacts: [contact], messages: [text] }))).toMatchObject({
      kind: 'message',
      key: 'message:106:wamid.A',
      field: 'messages',
      wabaId: '102',
      phoneNumberId: '106',
      at: 1_749_416_383_000,
      contact,
      value: text,
    });
  });

  test('several accounts, changes, messages and statuses of one delivery, in their order', () => {
    const one = { id: '1', changes: [{ field: 'messages', value: value({ statuses: [status, status] }) }] };
    const two = {
      id: '2',
      changes: [
        { field: 'messages', value: value({ messages: [text, { ...text, id: 'wamid.C' }] }) },
        { field: 'account_update', value: { event: 'ACCOUNT_DELETED' } },
      ],
    };
    expect(read({ entry: [one, two] }).map(({ wabaId, kind }) => [wabaId, kind])).toEqual([
      ['1', 'status'],
      ['1', 'status'],
      ['2', 'message'],
      ['2', 'message'],
      ['2', 'account'],
    ]);
  });

  test.each([
    ['messages', { errors: [{ code: 130_429 }] }, ['number-error']],
    ['messages', { user_actions: [{ action_type: 'marketing_messages_link_click' }] }, ['click']],
    ['messages', { statuses: [{ ...status, type: 'payment', status: 'captured' }] }, ['payment']],
    ['calls', { calls: [{ id: 'wacid.A' }], statuses: [{ id: 'wacid.A' }] }, ['call', 'call-status']],
    [
      'user_preferences',
      { user_preferences: [{ value: 'stop' }, { value: 'resume' }] },
      ['preference', 'preference'],
    ],
    ['user_id_update', { user_id_update: [{}] }, ['identity']],
    ['automatic_events', { automatic_events: [{ id: 'wamid.C' }] }, ['conversion']],
    ['group_settings_update', { groups: [{ group_id: 'g' }] }, ['group']],
    ['smb_message_echoes', { message_echoes: [text] }, ['echo']],
    ['smb_app_state_sync', { state_sync: [{ type: 'contact' }] }, ['phone-contact']],
    ['history', { history: [{ threads: [] }, { errors: [] }] }, ['history', 'history']],
    ['history', { messages: [text], message_echoes: [text] }, ['history-file', 'history-file']],
    ['standby', { standby: { messages: [text], statuses: [status] } }, ['standby-message', 'standby-status']],
  ])('%s: %j', (field, lists, kinds) => {
    expect(kindsIn(field, value(lists))).toEqual(kinds);
  });

  test.each([
    ['message_template_status_update', 'template'],
    ['message_template_quality_update', 'template'],
    ['message_template_components_update', 'template'],
    ['template_category_update', 'template'],
    ['template_correct_category_detection', 'template'],
    ['account_update', 'account'],
    ['account_alerts', 'account'],
    ['account_review_update', 'account'],
    ['account_settings_update', 'account'],
    ['business_capability_update', 'account'],
    ['payment_configuration_update', 'account'],
    ['partner_solutions', 'account'],
    ['phone_number_name_update', 'number'],
    ['phone_number_quality_update', 'number'],
    ['security', 'number'],
    ['business_username_update', 'number'],
    ['business_username_updates', 'number'],
    ['flows', 'flow'],
    ['messaging_handovers', 'handover'],
    ['tracking_events', 'unknown'],
    ['a_field_of_tomorrow', 'unknown'],
  ])('%s is about a %s', (field, kind) => {
    const update = readOne(field, { event: 'X', more: [1] });
    expect(update).toMatchObject({ kind, field, value: { event: 'X', more: [1] }, at: 1_739_321_024_000 });
  });

  test('a quality update that comes under the field of status updates is told by its content', () => {
    const { field } = readOne('message_template_status_update', { new_quality_score: 'RED' });
    expect(field).toBe('message_template_quality_update');
  });

  test('a handover names the number that it is about', () => {
    expect(readOne('messaging_handovers', { recipient: { phone_number_id: '106' } }).phoneNumberId).toBe(
      '106',
    );
  });

  test('what stands beside a list comes with its items', () => {
    const errors = [{ code: 138_021 }];
    expect(readOne('calls', value({ calls: [{ id: 'wacid.A' }], errors })).beside).toEqual({ errors });
    expect(readOne('messages', value({ messages: [text] })).beside).toBe(undefined);
  });

  test('each of several customers goes with the message that is theirs, by number or by user id', () => {
    const asha = { wa_id: '1', user_id: 'IN.1' };
    const hidden = { user_id: 'IN.2' };
    const messages = [
      { id: 'a', from_user_id: 'IN.2' },
      { id: 'b', from: '1' },
      { id: 'c', from: '3' },
    ];
    const updates = read(bodyOf({ field: 'messages', value: value({ contacts: [asha, hidden], messages }) }));
    expect(updates.map(({ contact }) => contact)).toEqual([hidden, asha, undefined]);
  });

  test('the only customer goes with the only message, and with none of several that name somebody else', () => {
    const contacts = [{ user_id: 'IN.1' }];
    const withMessages = (...ids: string[]) =>
      read(bodyOf({ field: 'messages', value: value({ contacts, messages: ids.map((id) => ({ id })) }) }));
    expect(withMessages('a')[0]?.contact).toEqual(contacts[0]);
    expect(withMessages('a', 'b').map(({ contact }) => contact)).toEqual([undefined, undefined]);
  });
});

describe('whatever Meta adds or leaves out', () => {
  test('a refusal of history comes without an entry around it', () => {
    const [update] = read(value({ history: [{ errors: [{ code: 2_593_109 }] }] }));
    expect(update).toMatchObject({ kind: 'history', phoneNumberId: '106', wabaId: '' });
  });

  test.each([
    ['a message of a new type', { id: 'wamid.N', type: 'hologram', hologram: { depth: 3 } }],
    ['a message without a sender', { id: 'wamid.N', type: 'text' }],
    ['a message with new properties', { ...text, mood: 'good' }],
  ])('%s comes through whole', (_, message) => {
    expect(readOne('messages', value({ messages: [message] }))).toMatchObject({
      kind: 'message',
      value: message,
    });
  });

  test('what is no object is told as unknown, and its neighbours as ever', () => {
    const updates = read(bodyOf({ field: 'messages', value: value({ messages: [null, 7, text, 'x', []] }) }));
    expect(updates.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'message', 'unknown', 'unknown']);
    expect(updates[1]?.value).toBe(7);
  });

  test('changes, entries and values of any other shape keep what they hold', () => {
    const entry = [
      null,
      { id: '1' },
      { id: '2', changes: [{ field: 'messages' }, 3, { field: 'calls', value: {} }] },
    ];
    expect(read({ entry }).map(({ kind, field, value: given }) => [kind, field, given])).toEqual([
      ['unknown', '', null],
      ['unknown', '', { id: '1' }],
      ['unknown', 'messages', { field: 'messages' }],
      ['unknown', '', 3],
      ['unknown', 'calls', {}],
    ]);
  });

  test('any JSON whatever in the place of values, lists and items is read, item by item', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    const field = fc.constantFrom('messages', 'calls', 'standby', 'history', 'account_update', 'x');
    const lists = fc.dictionary(
      fc.constantFrom('messages', 'statuses', 'contacts', 'metadata', 'standby'),
      json,
    );
    const change = fc.record({ field, value: fc.oneof(lists, json) });
    fc.assert(
      fc.property(fc.array(fc.oneof(change, json), { maxLength: 5 }), (changes) => {
        const updates = read({
          entry: [
            { id: '1', changes },
            { changes: [{ field: 'messages', value: value({ messages: [text] }) }] },
          ],
        });
        expect(updates.at(-1)).toMatchObject({ kind: 'message', value: text });
      }),
    );
  });
});

describe('nothing of the JSON is lost', () => {
  test('the id of a template that is larger than JavaScript counts', () => {
    const body = bodyOf({ field: 'message_template_status_update', value: { message_template_id: 0 } });
    const [update] = read(
      body.replace('"message_template_id":0', '"message_template_id": 90071992547409931'),
    );
    expect(update?.value).toEqual({ message_template_id: '90071992547409931' });
  });

  test('every whole number, as a number as far as that is exact, and as text beyond', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (number) => {
        const body = bodyOf({ field: 'x', value: { list: [1, '!', 1.5], object: { in: '!' } } });
        const [update] = read(body.replaceAll('"!"', String(number)));
        const isSafe = number >= Number.MIN_SAFE_INTEGER && number <= Number.MAX_SAFE_INTEGER;
        const expected = isSafe ? Number(number) : String(number);
        expect(update?.value).toEqual({ list: [1, expected, 1.5], object: { in: expected } });
      }),
    );
  });

  test('digits inside of texts stay texts, and numbers without end are texts', () => {
    const body = bodyOf({ field: 'x', value: { a: ', 12345678901234567890', b: '!' } });
    expect(read(body.replace('"!"', '1e999'))[0]?.value).toEqual({ a: ', 12345678901234567890', b: '1e999' });
  });

  test('emoji, joined ones too, written out or escaped', () => {
    const family = '👨‍👩‍👧 नमस्ते';
    const body = bodyOf({ field: 'x', value: { family } });
    const escaped = body.replaceAll(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    expect(read(body)[0]?.value).toEqual({ family });
    expect(read(escaped)[0]?.value).toEqual({ family });
  });

  test('but characters that no database takes are replaced, in names too', () => {
    const body = bodyOf({
      field: 'x',
      value: { 'n\0': 'a\0b', half: '\ud83d', other: '\udc00x', whole: '😀' },
    });
    expect(read(body)[0]?.value).toEqual({
      'n\ufffd': 'a\ufffdb',
      half: '\ufffd',
      other: '\ufffdx',
      whole: '😀',
    });
  });

  test('a name alone may hold one of them', () => {
    expect(read(bodyOf({ field: 'x', value: { 'n\ud83d': 1 } }))[0]?.value).toEqual({ 'n\ufffd': 1 });
  });

  test('a property named __proto__ is one like any other', () => {
    const body = bodyOf({ field: 'x', value: { a: 1 } }).replace('"a":1', '"__proto__":{"kind":"message"}');
    expect(JSON.stringify(read(body)[0]?.value)).toBe('{"__proto__":{"kind":"message"}}');
  });
});

describe('the key of an update', () => {
  const keysOf = (...updates: Update[]) => new Set(updates.map(({ key }) => key)).size;
  const statusKey = (more: object) => readOne('messages', value({ statuses: [{ ...status, ...more }] }));

  test('is the same when it comes again, in other company and with its properties in another order', () => {
    const alone = readOne('messages', value({ messages: [text] }));
    const [, again] = read(
      bodyOf({ field: 'messages', value: value({ contacts: [], messages: [{ ...text, id: 'x' }, text] }) }),
    );
    expect(again?.key).toBe(alone.key);
    expect(
      keysOf(readOne('x', { a: 1, b: { c: 2, d: [3] } }), readOne('x', { b: { d: [3], c: 2 }, a: 1 })),
    ).toBe(1);
  });

  test('tells statuses apart by message, state and recipient', () => {
    expect(statusKey({}).key).toBe('status:wamid.B:sent:919');
    expect(
      keysOf(
        statusKey({}),
        statusKey({ id: 'wamid.C' }),
        statusKey({ status: 'read' }),
        statusKey({ recipient_id: '918' }),
        statusKey({ recipient_id: undefined, recipient_user_id: 'IN.1' }),
        statusKey({ recipient_type: 'group', recipient_participant_id: '917' }),
      ),
    ).toBe(6);
    expect(keysOf(statusKey({}), statusKey({ timestamp: '9', biz_opaque_callback_data: 'x' }))).toBe(1);
  });

  test('tells messages of two numbers apart, and ids that only look alike when joined', () => {
    const from = (phone_number_id: string, id: string) =>
      readOne('messages', { metadata: { phone_number_id }, messages: [{ ...text, id }] });
    expect(
      keysOf(from('1', 'a'), from('2', 'a'), from('1:a', 'b'), from('1', 'a:b'), from('1%3Aa', 'b')),
    ).toBe(5);
  });

  test('tells payments apart by all that they say', () => {
    const payment = (id: string) =>
      statusKey({ type: 'payment', status: 'failed', payment: { transaction: { id } } });
    expect(keysOf(payment('a'), payment('b'), payment('a'))).toBe(2);
  });

  test('tells the same news of another time, field or account apart', () => {
    const at = (id: string, time: number, field: string) =>
      read({ entry: [{ id, time, changes: [{ field, value: { event: 'PAUSED' } }] }] });
    const all = [at('1', 1, 'a'), at('1', 2, 'a'), at('1', 1, 'b'), at('2', 1, 'a'), at('1', 1, 'a')].flat();
    expect(keysOf(...all)).toBe(4);
  });

  test('fits an index, however long an id is, and tells long ids apart', () => {
    const keyOf = (id: string) => readOne('messages', value({ messages: [{ ...text, id }] })).key;
    const long = 'a'.repeat(3_000);
    expect(keyOf(long).length).toBeLessThan(100);
    expect(keyOf(long)).not.toBe(keyOf(`${long}a`));
    expect(keyOf('a'.repeat(300))).toBe(`message:106:${'a'.repeat(300)}`);
  });
});

describe('a delivery that cannot be read has one clear outcome', () => {
  const reasonOf = (raw: string | Uint8Array, limits = {}) => {
    const delivery = parseDelivery(Buffer.from(raw), limits);
    return delivery.outcome === 'read' ? delivery.updates.length : delivery.reason;
  };
  const nested = (levels: number) => `{"entry":[${'['.repeat(levels)}${']'.repeat(levels)}]}`;

  test.each([
    ['nothing', '', 'not_json'],
    ['half of one', bodyOf().slice(0, -1), 'not_json'],
    ['something behind it', `${bodyOf()}x`, 'not_json'],
    ['a number with a leading zero', '{"entry":[01]}', 'not_json'],
    ['a form', 'object=whatsapp', 'not_json'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d), 'not_utf8'],
    ['half a character', Uint8Array.of(0x22, 0xf0, 0x9f, 0x22), 'not_utf8'],
    ['a list', '[]', 'not_a_delivery'],
    ['null', 'null', 'not_a_delivery'],
    ['no entries', '{"entry":{}}', 'not_a_delivery'],
    ['a hundred thousand levels', nested(100_000), 'too_deep'],
    ['a hundred thousand levels, never closed', '['.repeat(100_000), 'not_json'],
  ])('%s', (_, raw, reason) => {
    expect(reasonOf(raw)).toBe(reason);
  });

  test('at its limits of size, depth and number it is read, and just above not', () => {
    const body = bodyOf({ field: 'messages', value: value({ messages: [text, text] }) });
    expect(reasonOf(body, { bytes: body.length })).toBe(2);
    expect(reasonOf(body, { bytes: body.length - 1 })).toBe('too_large');
    expect(reasonOf(body, { updates: 2 })).toBe(2);
    expect(reasonOf(body, { updates: 1 })).toBe('too_many');
    expect(reasonOf(nested(3), { levels: 5 })).toBe(1);
    expect(reasonOf(nested(4), { levels: 5 })).toBe('too_deep');
  });

  test('any bytes at all are read or refused, and never thrown at', () => {
    const whole = Buffer.from(
      bodyOf({ field: 'messages', value: value({ messages: [text], statuses: [status] }) }),
    );
    const changed = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(changed, (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(['read', 'unreadable']).toContain(parseDelivery(bytes).outcome);
      }),
      { numRuns: 2_000 },
    );
  });
});
