import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { app, dental, silks, token } from '../directory/test/two-shops.ts';
import { linesOfJournal, morning } from '../world/test/worlds.ts';
import { refuse } from './errors.ts';
import { serveGraph } from './test/served.ts';

const number = `/v25.0/${silks.numberId}`;
const proofOf = (value: string): string => createHmac('sha256', app.secret).update(value).digest('hex');

describe('the error envelope', () => {
  test('is Meta’s to the letter, with the trace of the headers', async () => {
    const { ask, graph } = await serveGraph();
    graph.add({
      'POST number/full': {
        access: 'any',
        answer: () =>
          refuse(131009, 'Parameter to is no phone number.', {
            subcode: 2494055,
            userTitle: 'Wrong',
            userMessage: 'Try again',
            transient: false,
          }),
      },
    });
    const { status, headers, body } = await ask(`${number}/full`, { body: {} });
    const trace = headers.get('x-fb-trace-id');
    expect(status).toBe(400);
    expect(trace).toMatch(/^A[\w-]{22}$/);
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        error: {
          message: '(#131009) Parameter value is not valid',
          type: 'OAuthException',
          code: 131009,
          error_subcode: 2494055,
          error_data: { messaging_product: 'whatsapp', details: 'Parameter to is no phone number.' },
          is_transient: false,
          error_user_title: 'Wrong',
          error_user_msg: 'Try again',
          fbtrace_id: trace,
        },
      }),
    );
    expect(headers.get('content-type')).toBe('application/json; charset=UTF-8');
    expect(headers.get('facebook-api-version')).toBe('v25.0');
  });

  test('keeps the details of old Graph codes in the message, and statuses by code', async () => {
    const { ask, graph } = await serveGraph();
    for (const code of [10, 2, 368, 131031, 132001, 131000, 80007, 230])
      graph.add({ [`GET number/code${code}`]: { access: 'any', answer: () => refuse(code, 'Because.') } });
    const seen = [];
    for (const code of [10, 2, 368, 131031, 132001, 131000, 80007, 230]) {
      const { status, body } = await ask(`${number}/code${code}`);
      seen.push([status, body.error?.message, body.error?.is_transient]);
    }
    expect(seen).toEqual([
      [403, '(#10) Because.', undefined],
      [503, '(#2) Because.', true],
      [403, '(#368) Because.', undefined],
      [403, '(#131031) Business Account locked', undefined],
      [404, '(#132001) Template name does not exist in the translation', undefined],
      [500, '(#131000) Something went wrong', undefined],
      [400, '(#80007) There have been too many calls to this WhatsApp Business account.', true],
      [403, '(#230) Because.', undefined],
    ]);
  });

  test('hides a defect of the emulator behind an outage, and reports it', async () => {
    const { ask, defects } = await serveGraph();
    const { status, body } = await ask(`${number}/broken`);
    expect(status).toBe(500);
    expect(body.error).toMatchObject({ code: 1, type: 'OAuthException' });
    expect(defects).toEqual([new TypeError('a defect')]);
  });
});

describe('versions', () => {
  test.each([19, 20, 21, 22, 23, 24, 25, 26])('v%i.0 answers as itself', async (version) => {
    const { ask } = await serveGraph();
    const { status, headers } = await ask(`/v${version}.0/${silks.numberId}`);
    expect([status, headers.get('facebook-api-version')]).toEqual([200, `v${version}.0`]);
  });

  test('an old one is served by the oldest that stands, none by the app’s default', async () => {
    const { ask } = await serveGraph();
    expect((await ask(`/v12.0/${silks.numberId}`)).headers.get('facebook-api-version')).toBe('v19.0');
    expect((await ask(`/${silks.numberId}`)).headers.get('facebook-api-version')).toBe('v25.0');
  });

  test('one that does not exist yet is an unknown path', async () => {
    const { ask } = await serveGraph();
    const { status, body } = await ask(`/v99.0/${silks.numberId}`);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      code: 2500,
      type: 'OAuthException',
      message: `Unknown path components: /v99.0/${silks.numberId}`,
    });
  });
});

describe('methods', () => {
  test('HEAD says what GET would, without a body', async () => {
    const { url } = await serveGraph();
    const headers = { authorization: `Bearer ${token.value}` };
    const answer = await fetch(`${url}${number}`, { method: 'HEAD', headers });
    const whole = await fetch(`${url}${number}`, { headers });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(answer.headers.get('content-length')).toBe(whole.headers.get('content-length'));
    expect((await fetch(`${url}${number}`, { method: 'HEAD' })).status).toBe(401);
  });

  test('OPTIONS lets pages of any origin send their token', async () => {
    const { url } = await serveGraph();
    const answer = await fetch(`${url}${number}/messages`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
    expect(answer.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
  });

  test('another one may be named as a parameter of GET and POST', async () => {
    const { ask } = await serveGraph();
    expect((await ask(`${number}/qr/abc?method=delete`, { body: {} })).body).toEqual({ rest: ['abc'] });
    expect((await ask(`${number}/messages?method=post`)).body).toEqual({ sent: true });
    expect((await ask(`${number}/messages?method=put`, { body: {} })).body).toEqual({ sent: true });
    expect((await ask(`${number}?method=get`, { body: {} })).body).toHaveProperty('verified_name');
  });
});

test('an address may be whole, as proxies get it', async () => {
  const { url } = await serveGraph();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const answered = once(socket, 'data') as Promise<[Buffer]>;
  socket.write(
    `GET http://graph.facebook.com${number}?fields=id HTTP/1.1\r\nHost: graph.facebook.com\r\nAuthorization: Bearer ${token.value}\r\n\r\n`,
  );
  const answer = (await answered).toString();
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain(`{"id":"${silks.numberId}"}`);
});

describe('tokens', () => {
  test('are taken as bearer, OAuth, query and body', async () => {
    const { ask } = await serveGraph();
    const answers = [
      await ask(number),
      await ask(number, { token: null, headers: { authorization: `OAuth ${token.value}` } }),
      await ask(number, { token: null, headers: { authorization: `bearer   ${token.value} ` } }),
      await ask(`${number}?access_token=${token.value}`, { token: null }),
      await ask(`${number}/echo`, { token: null, body: { access_token: token.value } }),
      await ask(`${number}/echo`, { token: null, body: new URLSearchParams({ access_token: token.value }) }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  test('missing, wrong, revoked and expired are told apart by code and subcode, with status 401', async () => {
    const { ask, directory } = await serveGraph();
    const expired = { ...token, id: '1', value: 'EAAexpired', expiresAt: morning };
    const revoked = { ...token, id: '2', value: 'EAArevoked', revokedAt: morning };
    const fresh = { ...token, id: '3', value: 'EAAfresh', expiresAt: morning + 1 };
    for (const one of [expired, revoked, fresh]) directory.tokens.put(one);
    const seen = [];
    for (const value of [null, 'EAAnobody', 'EAArevoked', 'EAAexpired', 'EAAfresh']) {
      const { status, body, headers } = await ask(number, { token: value });
      seen.push([status, body.error?.code, body.error?.error_subcode, headers.has('www-authenticate')]);
    }
    expect(seen).toEqual([
      [401, 104, undefined, true],
      [401, 190, undefined, true],
      [401, 190, 460, true],
      [401, 190, 463, true],
      [200, undefined, undefined, false],
    ]);
    const { body } = await ask(number, { token: 'EAAexpired' });
    expect(body.error?.message).toMatch(/^Error validating access token: Session has expired on .*2026/);
  });

  test('expire in the time of the world', async () => {
    const { ask, directory, world } = await serveGraph();
    directory.tokens.change(token.id, { expiresAt: morning + 3_600_000 });
    expect((await ask(number)).status).toBe(200);
    await world.travel(3_600_000);
    expect((await ask(number)).body.error).toMatchObject({ code: 190, error_subcode: 463 });
  });

  test('of an app are its id and its secret, and open what only an app may do', async () => {
    const { ask } = await serveGraph();
    const own = `${app.id}|${app.secret}`;
    const path = `/v25.0/${app.id}/subscriptions`;
    expect((await ask(path, { token: own, body: {} })).body).toEqual({ success: true });
    expect((await ask(path, { body: {} })).body.error).toMatchObject({ code: 15 });
    expect((await ask(path, { token: `${app.id}|wrong`, body: {} })).body.error).toMatchObject({ code: 190 });
    const sameLength = `${app.id}|${'é'.repeat(app.secret.length)}`;
    const asked = await ask(`${path}?access_token=${encodeURIComponent(sameLength)}`, {
      token: null,
      body: {},
    });
    expect(asked.body.error).toMatchObject({ code: 190 });
  });

  test('are not needed where a door is open', async () => {
    const { ask } = await serveGraph();
    expect((await ask('/v25.0/open/door', { token: null })).body).toEqual({ name: 'nobody' });
  });
});

describe('the proof of the app’s secret', () => {
  test('is checked when it is given, and asked for when the app requires it', async () => {
    const { ask, directory } = await serveGraph();
    const right = `${number}?appsecret_proof=${proofOf(token.value)}`;
    const wrong = `${number}?appsecret_proof=${proofOf('another')}`;
    const odd = `${number}?appsecret_proof=${'é'.repeat(64)}`;
    const twice = `${right}&appsecret_proof[]=x`;
    expect((await ask(right)).status).toBe(200);
    for (const path of [wrong, odd, twice]) {
      const { status, body } = await ask(path);
      expect([status, body.error?.code, body.error?.type]).toEqual([400, 100, 'GraphMethodException']);
    }
    directory.apps.change(app.id, { requireSecretProof: true });
    expect((await ask(number)).body.error).toMatchObject({ code: 100, type: 'GraphMethodException' });
    expect((await ask(right)).status).toBe(200);
    const body = { appsecret_proof: proofOf(token.value) };
    expect((await ask(`${number}/echo`, { body })).status).toBe(200);
  });
});

describe('permissions', () => {
  test('a token without the scope is refused with 10', async () => {
    const { ask, directory } = await serveGraph();
    directory.tokens.change(token.id, { scopes: ['whatsapp_business_messaging'] });
    const { status, body } = await ask(`/v25.0/${silks.wabaId}/days`);
    expect([status, body.error?.code]).toEqual([403, 10]);
    expect((await ask(`${number}/echo`, { body: {} })).status).toBe(200);
  });

  test.each([
    ['reading it', `/v25.0/${dental.numberId}`, undefined],
    ['an edge of it', `/v25.0/${dental.numberId}/echo`, {}],
    ['an edge that it does not have', `/v25.0/${dental.numberId}/nonsense`, undefined],
  ])('another business’ number is refused with 200: %s', async (_, path, body) => {
    const { ask } = await serveGraph();
    const answer = await ask(path, body && { body });
    expect([answer.status, answer.body.error?.code, answer.body.error?.error_subcode]).toEqual([
      403, 200, 1349174,
    ]);
    expect((await ask(path, { ...(body && { body }), token: dental.token })).body.error?.code).not.toBe(200);
  });

  test('a token for one account does not open another of the same portfolio', async () => {
    const { ask, directory } = await serveGraph();
    directory.tokens.change(token.id, { wabaIds: ['999'] });
    expect((await ask(number)).body.error).toMatchObject({ code: 200 });
    directory.tokens.change(token.id, { wabaIds: [silks.wabaId] });
    expect((await ask(number)).status).toBe(200);
  });
});

describe('what is not there', () => {
  test.each([
    ['an unknown id', 'GET', '/v25.0/123456789012345', 100, 33],
    ['an unknown id, written to', 'POST', '/v25.0/123456789012345/messages', 100, 33],
    ['an unknown word', 'GET', '/v25.0/hello/world', 2500, undefined],
    ['an unknown edge that is read', 'GET', `${number}/nonsense`, 100, undefined],
    ['an unknown edge that is written to', 'POST', `${number}/nonsense`, 100, 33],
    ['a known edge with another method', 'DELETE', `${number}/echo`, 100, 33],
    ['nothing at all', 'GET', '/', 2500, undefined],
    ['a path without end', 'GET', `/${'a/'.repeat(4000)}`, 2500, undefined],
    ['the name of a property that every object has', 'GET', '/v25.0/constructor/__proto__', 2500, undefined],
  ])('%s', async (_, method, path, code, subcode) => {
    const { ask, defects } = await serveGraph();
    const { status, body } = await ask(path, { method });
    expect([status, body.error?.code, body.error?.error_subcode]).toEqual([400, code, subcode]);
    expect(defects).toEqual([]);
    expect((await ask(path, { method, token: null })).body.error).toMatchObject({ code: 104 });
  });

  test('an unknown field is named with the type of the node', async () => {
    const { ask } = await serveGraph();
    expect((await ask(`${number}?fields=nonsense`)).body.error?.message).toBe(
      '(#100) Tried accessing nonexistent field (nonsense) on node type (WhatsAppBusinessPhoneNumber)',
    );
  });

  test('an open place of an edge takes what stands there, decoded', async () => {
    const { ask } = await serveGraph();
    expect((await ask(`${number}/qr/a%2Fb%C3%A9`, { method: 'DELETE' })).body).toEqual({ rest: ['a/bé'] });
    expect((await ask(`${number}/qr/%E0%A4`, { method: 'DELETE' })).body).toEqual({ rest: ['%E0%A4'] });
  });
});

describe('quota', () => {
  test('counts management calls of an account for an hour, tells how much is used, and refuses what is over', async () => {
    const { ask, world } = await serveGraph();
    world.settings.change('limits', { managementCalls: 4 });
    const usageOf = ({ headers }: { headers: Headers }): unknown =>
      JSON.parse(headers.get('x-business-use-case-usage') ?? 'null');
    expect(usageOf(await ask(number))).toEqual({
      [silks.wabaId]: [
        {
          type: 'whatsapp_business_management',
          call_count: 25,
          total_cputime: 0,
          total_time: 0,
          estimated_time_to_regain_access: 0,
        },
      ],
    });
    for (let call = 0; call < 3; call++) expect((await ask(number)).status).toBe(200);
    await world.travel(600_000);
    const refused = await ask(number);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject({ code: 80007, error_subcode: 2446079, is_transient: true });
    expect(usageOf(refused)).toMatchObject({
      [silks.wabaId]: [{ call_count: 100, estimated_time_to_regain_access: 50 }],
    });
    expect((await ask(`${number}/messages`, { body: {} })).status).toBe(200);
    expect((await ask(`/v25.0/${dental.numberId}`, { token: dental.token })).status).toBe(200);
    await world.travel(3_000_000);
    expect((await ask(number)).status).toBe(200);
  });

  test('is small for an account without a registered number', async () => {
    const { ask, world, directory } = await serveGraph();
    directory.numbers.change(silks.numberId, { registered: false });
    world.settings.change('limits', { managementCallsUnregistered: 1 });
    expect((await ask(number)).status).toBe(200);
    expect((await ask(number)).body.error).toMatchObject({ code: 80007 });
  });
});

test('the same seed and the same calls give the same journal', async () => {
  const texts: string[] = [];
  for (const round of [1, 2]) {
    const { ask, world, faults } = await serveGraph({ seed: 'same' });
    faults.rules.put({ id: 'f', effect: { type: 'error', code: 131000 }, share: 0.4, struck: 0 });
    for (let call = 0; call < 25; call++) await ask(`${number}/rename`, { body: { name: `Silks ${call}` } });
    const lines = await linesOfJournal(world);
    texts.push(JSON.stringify(lines));
    expect(lines.filter(({ kind }) => kind === 'fault').length, `round ${round}`).toBeGreaterThan(2);
  }
  expect(texts[0]).toBe(texts[1]);
});
