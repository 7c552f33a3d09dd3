import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GraphFailure, type SendOutcome, type Usage } from './index.ts';
import { collect, standIn } from './test/stand-in.ts';

const message = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: '+919876543210',
  type: 'text',
  text: { body: 'नमस्ते' },
} as const;
const sent = { messages: [{ id: 'wamid.A' }], contacts: [{ input: '+919876543210', wa_id: '919876543210' }] };

const send = (answer: Parameters<typeof standIn>[0][number]): Promise<SendOutcome> =>
  standIn([answer]).graph.sendMessage({ numberId: '106', message });

const transportError = (more: object): Error => Object.assign(new Error('broken'), more);
const refusal = (error: object, status = 400) => ({ status, body: { error: { message: 'x', ...error } } });

describe('a call', () => {
  test('names the version, carries the token in a header and the body as JSON', async () => {
    const { graph, asked } = standIn([{ body: sent }]);
    await graph.sendMessage({ numberId: '106', message });
    expect(asked[0]?.url.href).toBe('https://graph.example/v25.0/106/messages');
    expect(asked[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer EAAtoken', 'content-type': 'application/json' },
      body: JSON.stringify(message),
      timeoutMs: 20_000,
    });
  });

  test('proves the token with the secret of the app, each token by its own proof', async () => {
    const { graph, asked } = standIn([{ body: sent }, { body: { data: [] } }], { appSecret: 'secret' });
    await graph.sendMessage({ numberId: '106', message });
    await graph.listAppSubscriptions({ appId: '634' });
    const proofOf = (token: string) => createHmac('sha256', 'secret').update(token).digest('hex');
    expect(asked.map(({ url }) => url.searchParams.get('appsecret_proof'))).toEqual([
      proofOf('EAAtoken'),
      proofOf('634|secret'),
    ]);
    expect(asked[1]?.headers.authorization).toBe('Bearer 634|secret');
  });

  test('exchanges a code without any token, and keeps the secret out of the address', async () => {
    const { graph, asked } = standIn([{ body: { access_token: 'EAAnew' } }], { appSecret: 'secret' });
    expect(await graph.exchangeCode({ appId: '634', code: 'AQ' })).toEqual({ token: 'EAAnew' });
    expect(asked[0]?.headers.authorization).toBe(undefined);
    expect(asked[0]?.url.search).toBe('');
  });

  test('as the app itself is not made without its secret', async () => {
    const { graph, asked } = standIn([]);
    await expect(graph.debugToken({ appId: '634', token: 'EAA' })).rejects.toThrow(TypeError);
    expect(asked).toEqual([]);
  });

  test('has the deadline and the signal that the caller gives, and is made once', async () => {
    const { graph, asked } = standIn([transportError({ bytesWritten: false })]);
    const { signal } = new AbortController();
    await graph.sendMessage({ numberId: '106', message }, { timeoutMs: 7, signal });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ timeoutMs: 7, signal });
  });

  test('goes to a base with a path of its own too', async () => {
    const { graph, asked } = standIn([{ body: sent }], { base: 'https://proxy.example/meta/' });
    await graph.sendMessage({ numberId: '106', message });
    expect(asked[0]?.url.pathname).toBe('/meta/v25.0/106/messages');
  });

  test('stays on its edge, whatever an id holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'binary' }).map((id) => id.toWellFormed()),
        async (mediaId) => {
          const { graph, asked } = standIn([{ body: { success: true } }]);
          if (mediaId === '.' || mediaId === '..') {
            await expect(graph.deleteMedia({ mediaId })).rejects.toThrow(TypeError);
            return;
          }
          await graph.deleteMedia({ mediaId });
          const [, version, id, ...rest] = asked[0]?.url.pathname.split('/') ?? [];
          expect([asked[0]?.url.host, version, decodeURIComponent(id ?? ''), rest]).toEqual([
            'graph.example',
            'v25.0',
            mediaId,
            [],
          ]);
        },
      ),
    );
    const { graph, asked } = standIn([]);
    await expect(graph.deleteMedia({ mediaId: '..' })).rejects.toThrow(TypeError);
    expect(asked).toEqual([]);
  });
});

describe('a message was accepted', () => {
  test('with its id, and who Meta says it is for', async () => {
    expect(await send({ body: sent })).toEqual({
      outcome: 'accepted',
      wamid: 'wamid.A',
      waId: '919876543210',
    });
  });

  test('and may be held back; a customer without a number has a user id', async () => {
    const body = {
      contacts: [{ input: 'IN.1', user_id: 'IN.1' }],
      messages: [{ id: 'wamid.A', message_status: 'held_for_quality_assessment', group_id: 'g' }],
    };
    expect(await send({ body })).toEqual({
      outcome: 'accepted',
      wamid: 'wamid.A',
      messageStatus: 'held_for_quality_assessment',
      userId: 'IN.1',
      groupId: 'g',
    });
  });

  test('for marketing on its own edge', async () => {
    const { graph, asked } = standIn([{ body: sent }]);
    const template = { name: 'offer', language: { code: 'en' } };
    const marketing = { ...message, type: 'template', template, product_policy: 'STRICT' } as const;
    await graph.sendMarketingMessage({ numberId: '106', message: marketing });
    expect(asked[0]?.url.pathname).toBe('/v25.0/106/marketing_messages');
  });
});

describe('a message was refused', () => {
  test('with what to do about it', async () => {
    expect(await send(refusal({ code: 131_056, fbtrace_id: 'A' }))).toMatchObject({
      outcome: 'refused',
      error: { code: 131_056, class: 'throttle', scope: 'pair', trace: 'A', isDocumented: true },
    });
  });

  test('whatever the status is, as long as the envelope is Graph’s', async () => {
    for (const status of [200, 400, 404, 500, 503])
      expect((await send(refusal({ code: 132_001 }, status))).outcome).toBe('refused');
  });

  test('and Meta says for how long', async () => {
    const usage = { '102': [{ type: 'whatsapp', call_count: 100, estimated_time_to_regain_access: 12 }] };
    const headers = { 'x-business-use-case-usage': JSON.stringify(usage) };
    expect(await send({ ...refusal({ code: 80_007 }), headers })).toMatchObject({
      error: { class: 'throttle', scope: 'account', waitSeconds: 720 },
    });
  });
});

describe('it is not known whether a message was accepted', () => {
  test.each([
    ['an error that leaves it open', refusal({ code: 131_000 }, 500), 'doubtful'],
    ['an undocumented error of the server', refusal({ code: 999_999 }, 500), 'doubtful'],
    ['an undocumented error that passes', refusal({ code: 999_999, is_transient: true }), 'doubtful'],
    ['a page', { status: 502, body: '<html></html>' }, 'unreadable'],
    ['a page with status 200', { body: '<html></html>' }, 'unreadable'],
    ['a page with status 400', { status: 400, body: '<html></html>' }, 'unreadable'],
    ['half of an answer', { body: JSON.stringify(sent).slice(0, -2) }, 'unreadable'],
    ['nothing', { body: '' }, 'unreadable'],
    ['an answer without the message', { body: { messages: [] } }, 'unreadable'],
    ['an answer without its id', { body: { messages: [{ id: '' }] } }, 'unreadable'],
    ['an error without a code', { status: 500, body: { error: { message: 'x' } } }, 'unreadable'],
    ['a redirect', { status: 302, body: sent }, 'unreadable'],
    ['an answer that came with a status of the server’s failing', { status: 500, body: sent }, 'unreadable'],
    ['a deadline', transportError({ bytesWritten: true, code: 'outbound_timeout' }), 'timeout'],
    [
      'a lost connection',
      transportError({ bytesWritten: true, code: 'outbound_unreachable' }),
      'connection_lost',
    ],
    ['a caller who gave up', transportError({ bytesWritten: true, code: 'outbound_aborted' }), 'given_up'],
    ['a wrong length', transportError({ bytesWritten: true, code: 'outbound_bad_response' }), 'unreadable'],
    ['an error of which nothing is known', transportError({}), 'connection_lost'],
  ])('after %s', async (_, answer, reason) => {
    expect(await send(answer)).toMatchObject({ outcome: 'unknown', reason });
  });

  test('unless the answer or the error says so, whatever comes', async () => {
    const body = fc.oneof(fc.json(), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: 599 }), body, async (status, text) => {
        expect(['unknown', 'refused']).toContain((await send({ status, body: text })).outcome);
      }),
    );
  });
});

test('a message of which not a byte left may be sent again', async () => {
  for (const code of ['outbound_timeout', 'outbound_unreachable', 'outbound_tls_failed'])
    expect(await send(transportError({ bytesWritten: false, code }))).toMatchObject({ outcome: 'not_sent' });
});

describe('a list', () => {
  const page = (data: object[], after?: string, next = 'https://elsewhere.example/?access_token=x') => ({
    body: { data, paging: { cursors: { before: 'b', after: after ?? 'end' }, ...(after && { next }) } },
  });

  test('is read page after page by its cursors, and never by a link', async () => {
    const { graph, asked } = standIn([
      page([{ id: '1' }, { id: '2' }], 'c1'),
      page([], 'c2'),
      page([{ id: '3' }]),
    ]);
    const all = await collect(graph.listTemplates({ accountId: '102', filter: { status: 'APPROVED' } }));
    expect(all).toEqual([{ id: '1' }, { id: '2' }, { id: '3' }]);
    expect(asked.map(({ url }) => [url.host, url.searchParams.get('after')])).toEqual([
      ['graph.example', null],
      ['graph.example', 'c1'],
      ['graph.example', 'c2'],
    ]);
    expect(asked.map(({ url }) => url.searchParams.get('status'))).toEqual(Array(3).fill('APPROVED'));
  });

  test('is read no further than the caller wants', async () => {
    const { graph, asked } = standIn([page([{ id: '1' }, { id: '2' }], 'c1')]);
    for await (const { id } of graph.listTemplates({ accountId: '102' })) if (id === '2') break;
    expect(asked).toHaveLength(1);
  });

  test('ends when the server repeats its cursor, or has no pages', async () => {
    const { graph } = standIn([page([{ id: '1' }], 'c'), page([{ id: '2' }], 'c')]);
    expect(await collect(graph.listNumbers({ accountId: '102' }))).toHaveLength(2);
    expect(await collect(standIn([{ body: {} }]).graph.listNumbers({ accountId: '102' }))).toEqual([]);
  });

  test('tells when its cursor is too old', async () => {
    const { graph } = standIn([page([{ id: '1' }], 'c'), refusal({ code: 131_059 })]);
    const failure = await collect(graph.listBlockedUsers({ numberId: '106' })).catch(
      (error: unknown) => error,
    );
    if (!(failure instanceof GraphFailure)) throw new Error('It did not fail.');
    expect(failure.failure).toMatchObject({ outcome: 'refused', error: { code: 131_059 } });
    expect(failure.message).toContain('131059');
  });
});

describe('usage', () => {
  test('of the account and of the app is told after each answer', async () => {
    const heard: Usage[][] = [];
    const headers = {
      'x-app-usage': '{"call_count":28,"total_cputime":25,"total_time":24}',
      'x-business-use-case-usage':
        '{"102":[{"type":"whatsapp_business_management","call_count":7,"total_cputime":1,"total_time":2,"estimated_time_to_regain_access":0}]}',
    };
    const { graph } = standIn([{ headers, body: { id: '106' } }], { onUsage: (usage) => heard.push(usage) });
    await graph.getNumber({ numberId: '106' });
    expect(heard).toEqual([
      [
        { type: 'app', calls: 28, cpuTime: 25, totalTime: 24, regainMinutes: 0 },
        {
          id: '102',
          type: 'whatsapp_business_management',
          calls: 7,
          cpuTime: 1,
          totalTime: 2,
          regainMinutes: 0,
        },
      ],
    ]);
  });

  test('that cannot be read is no usage', async () => {
    const headers = { 'x-app-usage': '{"call_count":', 'x-business-use-case-usage': '[7]' };
    const { graph } = standIn([{ headers, body: sent }]);
    expect((await graph.sendMessage({ numberId: '106', message })).outcome).toBe('accepted');
  });
});

describe('files', () => {
  test('are sent as a form that any reader of forms understands', async () => {
    const character = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('"', '\r', '\n', '\\', ';'),
    );
    const anyText = fc.array(character).map((parts) => parts.join('').toWellFormed().replaceAll('%', ''));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), anyText, async (bytes, name) => {
        const { graph, asked } = standIn([{ body: { id: '9' } }]);
        await graph.uploadMedia({
          numberId: '106',
          bytes,
          name: `x${name}`,
          type: 'image/png',
          ttlMinutes: 60,
        });
        const { headers = {}, body } = asked[0] ?? {};
        const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers }).formData();
        const file = form.get('file') as File;
        expect([file.name, file.type]).toEqual([`x${name}`, 'image/png']);
        expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
        expect([form.get('type'), form.get('messaging_product'), form.get('ttl_minutes')]).toEqual([
          'image/png',
          'whatsapp',
          '60',
        ]);
      }),
    );
  });

  test('are downloaded with the token from Meta’s hosts and from nowhere else', async () => {
    const { graph, asked } = standIn([{ body: 'bytes', headers: { 'content-length': '5' } }]);
    const ready = await graph.downloadMedia({ url: 'https://lookaside.fbsbx.com/x?mid=1', mostBytes: 10 });
    expect(ready).toMatchObject({ outcome: 'ready', bytes: 5 });
    expect(asked[0]).toMatchObject({ maxBytes: 10, headers: { authorization: 'Bearer EAAtoken' } });
    for (const url of [
      'https://lookaside.fbsbx.com.example/x',
      'http://lookaside.fbsbx.com/x',
      'https://lookaside.fbsbx.com:8443/x',
      'https://graph.example@evil.example/x',
      'http://graph.example/x',
      'file:///etc/passwd',
    ])
      await expect(graph.downloadMedia({ url, mostBytes: 10 })).rejects.toThrow(TypeError);
    expect(asked).toHaveLength(1);
  });

  test('that are gone, too large or not there have an outcome each', async () => {
    const url = 'https://graph.example/lookaside/x';
    const get = (answer: Parameters<typeof standIn>[0][number]) =>
      standIn([answer]).graph.downloadMedia({ url, mostBytes: 10 });
    expect(await get({ status: 404 })).toEqual({ outcome: 'expired' });
    expect(await get(transportError({ code: 'outbound_too_large' }))).toEqual({ outcome: 'too_large' });
    await expect(get({ status: 500 })).rejects.toThrow(GraphFailure);
    await expect(get(transportError({ code: 'outbound_timeout' }))).rejects.toThrow(GraphFailure);
  });
});

test('customers who could not be blocked do not hide those who were', async () => {
  const block_users = {
    added_users: [{ input: '+911', wa_id: '911' }],
    failed_users: [{ input: '+912', errors: [{ code: 131_047, message: 'x' }] }],
  };
  const { graph } = standIn([{ status: 400, body: { block_users, error: { code: 139_100 } } }]);
  expect(
    await graph.blockUsers({ numberId: '106', users: [{ phone: '+911' }, { phone: '+912' }] }),
  ).toMatchObject({
    done: [{ input: '+911', waId: '911' }],
    failed: [{ input: '+912', errors: [{ code: 131_047, class: 'fix' }] }],
  });
});
