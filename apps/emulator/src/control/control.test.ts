import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sample } from '../sample/sample-world.ts';
import { asha, at, hello, noon, start, type Started, textAt } from '../test/started.ts';

let started: Started;
beforeAll(async () => {
  started = await start({}, afterAll);
});

const greeting = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };

describe('bad input is refused by name', () => {
  test.each<[string, string, object, number, string]>([
    ['POST', '/world/clock', {}, 400, 'rate'],
    ['POST', '/world/clock', { rate: -1 }, 400, 'rate'],
    ['POST', '/world/clock', { rate: 'fast' }, 400, 'rate'],
    ['POST', '/world/clock', { advance: 1e15 }, 400, 'advance'],
    ['POST', '/world/clock', { to: 'tomorrow' }, 400, 'to'],
    ['POST', '/world/clock', { to: '2020-01-01' }, 400, 'to'],
    ['POST', '/world/clock', { speed: 3 }, 400, 'speed'],
    ['POST', '/world/reset', { seed: 3 }, 400, 'seed'],
    ['PATCH', '/world/settings/nothing', {}, 404, 'nothing'],
    ['PATCH', '/world/settings/messages', { colour: 1 }, 400, 'colour'],
    ['PATCH', '/world/settings/messages', { throughput: 1 }, 400, 'throughput'],
    ['PATCH', '/world/settings/messages', { sendMilliseconds: [5] }, 400, 'sendMilliseconds'],
    ['PATCH', '/world/settings/messages', { sendMilliseconds: [9, 1] }, 400, 'sendMilliseconds'],
    ['PATCH', '/world/settings/messages', { sendMilliseconds: ['a', 'b'] }, 400, 'sendMilliseconds'],
    ['PATCH', '/world/settings/marketing', { pausedCountries: [1] }, 400, 'pausedCountries'],
    ['PATCH', '/world/settings/crowd', { readShare: 2 }, 400, 'readShare'],
    ['POST', '/world/faults', {}, 400, 'effect.type'],
    ['POST', '/world/faults', { effect: { type: 'error', code: 5 } }, 400, 'effect.code'],
    ['POST', '/world/faults', { effect: { type: 'slow' } }, 400, 'effect.milliseconds'],
    ['POST', '/world/faults', { effect: { type: 'hang', code: 1 } }, 400, 'effect.code'],
    ['POST', '/world/faults', { effect: { type: 'hang' }, share: 2 }, 400, 'share'],
    ['POST', '/world/faults', { effect: { type: 'hang' }, times: 0.5 }, 400, 'times'],
    ['POST', '/world/faults', { effect: { type: 'hang' }, number: '1' }, 404, 'number 1'],
    ['POST', '/world/faults', { effect: { type: 'hang' }, at: 'POST number/message' }, 400, 'at'],
    ['POST', '/world/faults', { effect: { type: 'reverse' }, at: 'messages!' }, 400, 'at'],
    ['DELETE', '/world/faults/1', {}, 404, 'fault 1'],
    ['GET', '/world/journal?kinds=rumour', {}, 400, 'kinds'],
    ['GET', '/world/journal?after=-1', {}, 400, 'after'],
    ['PUT', '/world/snapshot', {}, 400, 'snapshot'],
    ['POST', '/world/businesses', { name: 'Chai' }, 400, 'phone'],
    ['POST', '/world/businesses', { name: 'Chai', phone: '12' }, 400, 'phone'],
    [
      'POST',
      '/world/businesses',
      { name: 'Chai', phone: '+91 98300 00000', timezone: 'Mars' },
      400,
      'timezone',
    ],
    ['POST', '/world/businesses', { name: 'Chai', phone: '+91 26140 01234' }, 409, '912614001234'],
    ['POST', '/world/businesses', { name: 'Chai', phone: '+91 98300 00000', app: '7' }, 404, 'app 7'],
    ['POST', '/world/tokens', { scopes: ['everything'] }, 400, 'scopes[0]'],
    ['POST', '/world/tokens', { businesses: ['1'] }, 404, 'business 1'],
    ['DELETE', '/world/tokens/1', {}, 404, 'token 1'],
    ['POST', '/world/apps', {}, 400, 'name'],
    ['PATCH', `/world/accounts/${sample.wabaId}`, { hasPaymentMethod: 'no' }, 400, 'hasPaymentMethod'],
    ['POST', `/world/accounts/${sample.wabaId}/enforcement`, { step: 'restrict' }, 400, 'types'],
    ['POST', '/world/accounts/1/enforcement', { step: 'lock' }, 404, 'account 1'],
    ['PATCH', `/world/numbers/${sample.numberId}`, { quality: 'BLUE' }, 400, 'quality'],
    ['POST', '/world/templates/1/steering', { to: 'approve' }, 404, 'template 1'],
    ['POST', '/world/template-reviews', { outcome: 'recategorise' }, 400, 'category'],
    ['POST', '/world/people', { phone: '+91 99300 00001' }, 400, 'name'],
    ['POST', '/world/people', { phone: `+${asha}`, name: 'Asha' }, 409, asha],
    ['PATCH', `/world/people/${asha}`, { habits: { readShare: 3 } }, 400, 'habits.readShare'],
    ['PATCH', `/world/people/${asha}`, { habits: { readSeconds: [3, 1] } }, 400, 'habits.readSeconds'],
    ['PATCH', '/world/people/911', {}, 404, '911'],
  ])('%s %s %j', async (method, address, body, status, name) => {
    const answer = await started.world(method, address, method === 'GET' ? undefined : body);
    expect([answer.status, textAt(answer.body, 'error.message')]).toEqual([
      status,
      expect.stringContaining(name),
    ]);
  });

  test('and so are odd bodies, methods and addresses, without harm', async () => {
    const post = async (address: string, body: string, type = 'application/json') =>
      (await fetch(`${started.url}${address}`, { method: 'POST', body, headers: { 'content-type': type } }))
        .status;
    expect(await post('/world/clock', '{')).toBe(400);
    expect(await post('/world/clock', '[1]')).toBe(400);
    expect(await post('/world/clock', '{"rate":0}', 'application/x-www-form-urlencoded')).toBe(200);
    expect(await post('/world/settings', '{}')).toBe(405);
    expect(await post('/world/nothing', '{}')).toBe(404);
    expect(await post('/world/faults/%E0%A4%A', '{}')).toBe(400);
    expect((await fetch(`${started.url}/world//`)).status).toBe(200);
  });
});

describe('pages of other origins', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 200],
  ])('with %j are answered %i', async (headers, status) => {
    const answer = await fetch(`${started.url}/world/clock`, { method: 'POST', body: '{"rate":0}', headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('time', () => {
  test('passes through a month in well under a second, with every webhook delivered and settled', async () => {
    const own = await start();
    await own.write();
    const ids = [];
    for (let count = 0; count < 20; count++) ids.push(await own.sent(hello));
    const before = performance.now();
    const { body } = await own.world('POST', '/world/clock', { advance: 31 * 86_400_000 });
    expect(performance.now() - before).toBeLessThan(1500);
    expect(body.now).toBe(noon + 31 * 86_400_000);
    for (const id of ids)
      expect(own.statusesOf(id).map(({ status }) => status)).toEqual(['sent', 'delivered']);
  });

  test('stands still, moves to a moment, and runs at a thousand times its pace', async () => {
    const own = await start();
    const clock = async (body: object) => (await own.world('POST', '/world/clock', body)).body;
    expect(await clock({ to: '2026-12-01T09:00:00+05:30' })).toEqual({
      now: Date.parse('2026-12-01T09:00:00+05:30'),
      rate: 0,
    });
    await own.write();
    const id = await own.sent(hello);
    expect(own.statusesOf(id)).toEqual([]);
    await clock({ rate: 1000 });
    await expect.poll(() => own.statusesOf(id).map(({ status }) => status)).toEqual(['sent', 'delivered']);
    await expect
      .poll(async () => (await own.world('GET', '/world/clock')).body.now)
      .toBeGreaterThan(Date.parse('2026-12-01T09:05:00+05:30'));
    const { now } = await clock({ rate: 0 });
    expect((await own.world('GET', '/world/clock')).body).toEqual({ now, rate: 0 });
  });
});

describe('what is made', () => {
  test('a new business that nobody verified has two numbers until it is verified', async () => {
    const { body } = await started.world('POST', '/world/businesses', {
      name: 'Kolhapuri Chappals',
      phone: '+91 231 265 0000',
      verified: false,
      tier: 'TIER_250',
    });
    const add = async (last: number): Promise<number> => {
      const number = { cc: '91', phone_number: `231265001${last}`, verified_name: 'Kolhapuri Chappals' };
      const account = textAt(body, 'account.id');
      return (await started.ask('POST', `/${account}/phone_numbers`, number, textAt(body, 'token.value')))
        .status;
    };
    expect([await add(1), await add(2)]).toEqual([200, 400]);
    await started.world('PATCH', `/world/businesses/${textAt(body, 'business.id')}`, { verified: true });
    expect(await add(2)).toBe(200);
  });

  test('a business can send and be heard at once, with its own token only', async () => {
    const { body } = await started.world('POST', '/world/businesses', {
      name: 'Chai Point',
      phone: '+91 80 4718 8888',
      subscribe: true,
    });
    const [number, token] = [textAt(body, 'number.id'), textAt(body, 'token.value')];
    const send = (bearer: string) =>
      started.ask(
        'POST',
        `/${number}/messages`,
        { messaging_product: 'whatsapp', to: `+${asha}`, ...hello },
        bearer,
      );
    expect((await send(token)).status).toBe(200);
    expect((await send(sample.token)).status).toBe(403);
    await started.travel(3);
    expect(started.heard.some(({ value }) => at(value, 'metadata.phone_number_id') === number)).toBe(true);
    expect(textAt(body, 'app.secret')).toBe(sample.appSecret);
  });

  test('a number that is not registered has to be verified and registered by Graph', async () => {
    const { body } = await started.world('POST', `/world/accounts/${sample.wabaId}/numbers`, {
      phone: '+91 80 4718 9999',
      registered: false,
    });
    const id = textAt(body, 'id');
    const register = () =>
      started.ask('POST', `/${id}/register`, { messaging_product: 'whatsapp', pin: '000111' });
    expect((await register()).status).toBe(400);
    await started.ask('POST', `/${id}/request_code`, { code_method: 'SMS', language: 'en_US' });
    await started.ask('POST', `/${id}/verify_code`, { code: '123456' });
    expect(await register()).toMatchObject({ status: 200 });
  });

  test('a token does what its scopes and accounts allow, until it ends or is revoked', async () => {
    const make = async (more: object) => (await started.world('POST', '/world/tokens', more)).body;
    const businesses = [sample.businessId];
    const read = async (token: unknown) =>
      at((await started.ask('GET', `/${sample.wabaId}`, undefined, String(token))).body, 'error.code') ??
      'read';
    const short = await make({ businesses, seconds: 60 });
    const narrow = await make({ businesses, scopes: ['ads_read'] });
    const elsewhere = await make({ accounts: [sample.clinicWabaId] });
    expect([await read(short.value), await read(narrow.value), await read(elsewhere.value)]).toEqual([
      'read',
      10,
      200,
    ]);
    await started.travel(61);
    expect(await read(short.value)).toBe(190);
    const long = await make({ businesses });
    await started.world('DELETE', `/world/tokens/${String(long.id)}`);
    expect(await read(long.value)).toBe(190);
  });

  test('an app signs with its own secret and may ask for proofs', async () => {
    const { body: app } = await started.world('POST', '/world/apps', {
      name: 'Strict',
      requireSecretProof: true,
    });
    const { body: token } = await started.world('POST', '/world/tokens', {
      app: app.id,
      businesses: [sample.businessId],
    });
    const { body } = await started.ask('GET', `/${sample.wabaId}`, undefined, String(token.value));
    expect(at(body, 'error.code')).toBe(100);
    expect(textAt(app, 'secret')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('the overview names all of it', async () => {
    const { body } = await started.world('GET', '/world');
    expect(body).toMatchObject({ graph: `${started.url}/v25.0`, seed: 'test', rate: 0 });
    const text = JSON.stringify(body);
    for (const word of [sample.appSecret, sample.token, sample.numberId, sample.wabaId, asha, 'Chai Point'])
      expect(text).toContain(word);
    const { body: edges } = await started.world('GET', '/world/edges');
    expect(edges).toEqual(
      expect.arrayContaining(['POST number/messages', 'GET number', 'POST waba/message_templates']),
    );
  });
});

describe('who steers', () => {
  test('orders reviews and templates, and subscribers hear of it', async () => {
    await started.world('POST', '/world/template-reviews', {
      outcome: 'reject',
      name: 'dark_offer',
      reason: 'SCAM',
    });
    const { body } = await started.ask('POST', `/${sample.wabaId}/message_templates`, {
      name: 'dark_offer',
      language: 'en',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Your order has been shipped.' }],
    });
    const id = textAt(body, 'id');
    await started.travel(10);
    const status = async () => (await started.ask('GET', `/${id}?fields=status`)).body.status;
    expect(await status()).toBe('REJECTED');
    const steer = (to: object) => started.world('POST', `/world/templates/${id}/steering`, to);
    await steer({ to: 'approve' });
    expect(await status()).toBe('APPROVED');
    await steer({ to: 'disable' });
    expect(await status()).toBe('DISABLED');
    const events = started.heard
      .filter(({ field }) => field === 'message_template_status_update')
      .map(({ value }) => value.event);
    expect(events).toEqual(expect.arrayContaining(['REJECTED', 'APPROVED', 'DISABLED']));
  });

  test('changes people: who comes online gets what waited', async () => {
    const phone = await started.customer({ online: false, reading: 'fast' });
    const id = await started.sent(greeting, `+${phone}`);
    await started.travel(60);
    await started.world('PATCH', `/world/people/${phone}`, { online: true, habits: { readSeconds: [1, 1] } });
    await started.travel(2);
    expect(started.statusesOf(id).map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
    const { body } = await started.world('PATCH', `/world/people/${phone}`, { username: 'meera.j' });
    expect(body.username).toBe('meera.j');
    expect(
      (await started.world('PATCH', `/world/people/${phone}`, { username: null })).body,
    ).not.toHaveProperty('username');
  });

  test('gives the crowd habits, and it answers by them', async () => {
    await started.world('PATCH', '/world/settings/crowd', {
      replyShare: 1,
      replySeconds: [1, 2],
      tapShare: 0,
      replies: ['जी हाँ'],
    });
    const from = started.heard.length;
    await started.send(greeting, '+919800012345');
    await started.travel(30);
    expect(JSON.stringify(started.heard.slice(from))).toContain('जी हाँ');
    await started.world('PATCH', '/world/settings/crowd', { replyShare: 0 });
  });
});

describe('the journal', () => {
  const read = async (query: string) =>
    (await (await fetch(`${started.url}/world/journal${query}`)).text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { seq: number; kind: string });

  test('is downloaded whole, by kinds, and from a line on', async () => {
    await started.send(greeting, '+919800054321');
    await started.travel(5);
    const all = await read('');
    expect(new Set(all.map(({ kind }) => kind))).toEqual(
      expect.objectContaining(new Set(['request', 'state', 'webhook'])),
    );
    const requests = await read('?kinds=request');
    expect(requests.length).toBe(all.filter(({ kind }) => kind === 'request').length);
    const last = all.at(-3)?.seq ?? 0;
    expect((await read(`?after=${last}`)).map(({ seq }) => seq)).toEqual([last + 1, last + 2]);
    expect(JSON.stringify(all)).not.toContain(sample.token);
  });
});

describe('the whole world', () => {
  test('is taken along and put back as it was, and no half of one is taken', async () => {
    const own = await start();
    await own.write();
    await own.world('POST', '/world/faults', { effect: { type: 'fail', code: 131000 } });
    const id = await own.sent(hello);
    const file = new Uint8Array(await (await fetch(`${own.url}/world/snapshot`)).arrayBuffer());
    const { body: before } = await own.world('GET', '/world');
    const put = async (body: Uint8Array<ArrayBuffer>) =>
      (await fetch(`${own.url}/world/snapshot`, { method: 'PUT', body })).status;
    await own.world('POST', '/world/reset', { seed: 'other', now: '2027-01-01' });
    expect(own.inside.messages.all.has(id)).toBe(false);
    expect(await put(file.slice(0, -20))).toBe(400);
    expect(await put(file)).toBe(200);
    expect((await own.world('GET', '/world')).body).toEqual(before);
    await own.travel(5);
    expect(at(own.statusesOf(id), '0.errors.0.code')).toBe(131000);
  });

  test('begins anew by its seed: the same seed gives the same world', async () => {
    const own = await start();
    const worlds = [];
    for (const seed of ['diwali', 'holi', 'diwali']) {
      await own.world('POST', '/world/reset', { seed, now: '2026-10-05T12:00:00+05:30', rate: 0 });
      const { body } = await own.world('GET', '/world');
      const sent = await own.send(greeting, '+919800000001');
      worlds.push(JSON.stringify([body, sent.body]));
    }
    expect(worlds[2]).toBe(worlds[0]);
    expect(worlds[1]).not.toBe(worlds[0]);
    expect((await own.world('GET', '/world')).body).toMatchObject({ seed: 'diwali', now: noon, rate: 0 });
  });
});
