import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { app, dental, silks } from '../directory/test/two-shops.ts';
import { GraphError } from '../graph/errors.ts';
import { temporaryFolder } from '../world/test/temporary.ts';
import { linesOfJournal, morning } from '../world/test/worlds.ts';
import { createAuthority } from './test/certificates.ts';
import { changesOf, openPostOffice, statusIdsOf, statusOf } from './test/post-office.ts';
import { openReceiver } from './test/receiver.ts';

const day = 86_400_000;
const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at));
const pathsOf = ({ received }: { received: { path: string }[] }): string[] =>
  received.map(({ path }) => path);

describe('a webhook', () => {
  test('is posted with Meta’s headers and a signature over its raw bytes, and written down', async () => {
    const receiver = await openReceiver();
    const { world, webhooks } = openPostOffice(receiver);
    webhooks.send(statusOf(1, { note: 'रेशम/silk' }));
    await webhooks.idle();
    const [one] = receiver.received;
    expect(one).toMatchObject({ path: '/app', isGenuine: true });
    expect(one?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
    });
    expect(one?.text).toContain(String.raw`\u0930\u0947\u0936\u092e\/silk`);
    const [line] = await linesOfJournal(world, ['webhook']);
    expect(line).toMatchObject({ app: app.id, url: `${receiver.url}/app`, status: 200, sent: morning });
    expect(line?.body).toEqual(JSON.parse(one?.text ?? ''));
  });

  test('has the version that the app chose, which before v24.0 tells of conversations', async () => {
    const receiver = await openReceiver();
    const { webhooks, directory } = openPostOffice(receiver);
    const priced = { timestamp: '1790829000', pricing: { category: 'utility' } };
    for (const webhookVersion of [22, 24]) {
      directory.apps.change(app.id, { webhookVersion });
      webhooks.send(statusOf(1, priced));
      await webhooks.idle();
    }
    const told = receiver.received.map(({ isGenuine, text }) => [isGenuine, text.includes('"conversation"')]);
    expect(told).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  test('goes only to apps that are subscribed to the account and the field', async () => {
    const receiver = await openReceiver();
    const { webhooks, directory } = openPostOffice(receiver);
    directory.apps.put({
      ...app,
      id: '2',
      callbackUrl: `${receiver.url}/second`,
      fields: ['account_update'],
    });
    directory.apps.put({ ...app, id: '3', callbackUrl: `${receiver.url}/third` });
    directory.apps.put({ ...app, id: '4', callbackUrl: undefined });
    directory.wabas.change(silks.wabaId, {
      subscriptions: [{ appId: app.id }, { appId: '2' }, { appId: '4' }],
    });
    directory.wabas.change(dental.wabaId, { subscriptions: [] });
    webhooks.send(statusOf(1));
    webhooks.send({ wabaId: silks.wabaId, field: 'account_update', value: {} });
    webhooks.send({ wabaId: silks.wabaId, field: 'security', value: {} });
    webhooks.send({ ...statusOf(2), wabaId: dental.wabaId });
    await webhooks.idle();
    const told = receiver.received.flatMap(({ path, text }) =>
      changesOf(text).map(({ field }) => `${path} ${field}`),
    );
    expect(told.sort()).toEqual(['/app account_update', '/app messages', '/second account_update']);
  });

  test('goes to the callback of the number, else of the account, else of the app; other fields always to the app', async () => {
    const receiver = await openReceiver();
    const { webhooks, directory } = openPostOffice(receiver);
    const callbackUrl = (name: string) => ({ callbackUrl: `${receiver.url}/${name}` });
    directory.wabas.change(silks.wabaId, { subscriptions: [{ appId: app.id, ...callbackUrl('waba') }] });
    webhooks.send(statusOf(1));
    await webhooks.idle();
    directory.numbers.change(silks.numberId, callbackUrl('number'));
    webhooks.send(statusOf(2));
    webhooks.send({ wabaId: silks.wabaId, numberId: silks.numberId, field: 'account_update', value: {} });
    await webhooks.idle();
    directory.numbers.change(silks.numberId, { callbackUrl: undefined });
    directory.wabas.change(silks.wabaId, { subscriptions: [{ appId: app.id }] });
    webhooks.send(statusOf(3));
    await webhooks.idle();
    expect(pathsOf(receiver).sort()).toEqual(['/app', '/app', '/number', '/waba']);
    const byNumber = receiver.received.find(({ path }) => path === '/number');
    expect(byNumber?.text).toContain('wamid.2');
  });
});

describe('under pressure', () => {
  test('updates share bodies of at most a thousand over sixteen connections, and none is lost or out of order in a body', async () => {
    const receiver = await openReceiver();
    receiver.answer = async () => (await setTimeout(5), 200);
    const { webhooks } = openPostOffice(receiver);
    for (const id of numbered(20_000)) webhooks.send(statusOf(id));
    await webhooks.idle();
    const ids = statusIdsOf(receiver);
    expect([...ids].sort((a, b) => Number(a) - Number(b))).toEqual(numbered(20_000));
    expect(receiver.mostAtOnce).toBeLessThanOrEqual(16);
    for (const { text } of receiver.received) {
      const inBody = changesOf(text).flatMap(({ value }) =>
        (value.statuses as { id: string }[]).map(({ id }) => Number(id.slice(6))),
      );
      expect(inBody.length).toBeLessThanOrEqual(1000);
      expect(inBody).toEqual([...inBody].sort((a, b) => a - b));
    }
    expect(receiver.received.length).toBeLessThan(100);
  });

  test('bodies stay below three megabytes', async () => {
    const receiver = await openReceiver();
    const { webhooks, world } = openPostOffice(receiver);
    world.settings.change('webhooks', { connections: 1 });
    for (const id of numbered(12)) webhooks.send(statusOf(id, { note: 'x'.repeat(700_000) }));
    await webhooks.idle();
    expect(
      statusIdsOf(receiver)
        .map(Number)
        .sort((a, b) => a - b)
        .map(String),
    ).toEqual(numbered(12));
    for (const { text } of receiver.received) expect(text.length).toBeLessThan(3 * 1024 * 1024);
  });
});

describe('what is not taken', () => {
  test('is tried again at once, then ever less often, for seven days and no longer', async () => {
    const receiver = await openReceiver();
    const { webhooks, world } = openPostOffice(receiver);
    const tries: number[] = [];
    receiver.answer = () => (tries.push(world.clock.now() - morning), 500);
    webhooks.send(statusOf(1));
    await world.travel(9 * day);
    const pauses = tries.slice(1).map((at, before) => at - (tries[before] ?? 0));
    expect(tries.slice(0, 3)).toEqual([0, 0, 10_000]);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(tries.length).toBeGreaterThan(20);
    expect(tries.at(-1)).toBeGreaterThan(6.5 * day);
    expect(tries.at(-1)).toBeLessThanOrEqual(7 * day);
    expect((await linesOfJournal(world, ['webhook'])).at(-1)).toMatchObject({ given_up: 1 });
    expect(world.tasks.size).toBe(0);
  });

  test.each([201, 204, 302, 404, 503])('is everything that is not answered with 200: %i', async (status) => {
    const receiver = await openReceiver();
    const { webhooks, world } = openPostOffice(receiver);
    receiver.answer = () => (receiver.received.length < 3 ? status : 200);
    webhooks.send(statusOf(1));
    await world.travel(day);
    expect(statusIdsOf(receiver)).toEqual(['1', '1', '1']);
  });

  test('arrives when the receiver is back, at the address that holds by then', async () => {
    const receiver = await openReceiver();
    const { webhooks, world, directory } = openPostOffice(receiver);
    directory.apps.change(app.id, { callbackUrl: 'http://127.0.0.1:9/nobody' });
    webhooks.send(statusOf(1));
    await world.travel(3 * day);
    expect(receiver.received).toEqual([]);
    directory.apps.change(app.id, { callbackUrl: `${receiver.url}/moved` });
    await world.travel(day);
    expect(pathsOf(receiver)).toEqual(['/moved']);
    directory.wabas.change(silks.wabaId, { subscriptions: [] });
    webhooks.send(statusOf(2));
    await world.travel(day);
    expect(pathsOf(receiver)).toEqual(['/moved']);
  });

  test('is told again to all apps of the account, though only one has missed it', async () => {
    const receiver = await openReceiver();
    const { webhooks, world, directory } = openPostOffice(receiver);
    directory.apps.put({ ...app, id: '2', callbackUrl: `${receiver.url}/second` });
    directory.wabas.change(silks.wabaId, { subscriptions: [{ appId: app.id }, { appId: '2' }] });
    let refusals = 1;
    receiver.answer = ({ path }) => (path === '/app' && refusals-- > 0 ? 500 : 200);
    webhooks.send(statusOf(1));
    await world.travel(day);
    expect(pathsOf(receiver).sort()).toEqual(['/app', '/app', '/second', '/second']);
  });
});

describe('across a restart', () => {
  test('what waited, what was under way and what was to be tried again all arrive at least once', async () => {
    const folder = temporaryFolder();
    const dead = await openReceiver();
    const before = openPostOffice(dead, { folder });
    before.world.settings.change('webhooks', { connections: 2, largestBatch: 1 });
    let taken = 0;
    dead.answer = () => (taken++ < 2 ? 500 : new Promise<number>(() => {}));
    for (const id of numbered(10)) before.webhooks.send(statusOf(id));
    await vi.waitFor(() => expect(taken).toBe(4));
    await before.world.save();

    dead.answer = () => 503;
    const alive = await openReceiver();
    const after = openPostOffice(alive, { folder });
    await after.world.wake();
    after.directory.apps.change(app.id, { callbackUrl: `${alive.url}/app` });
    await after.world.travel(day);
    expect([...new Set(statusIdsOf(alive))].sort()).toEqual(numbered(10));
  });

  test('a world that takes another’s place in the same program does not go on with the other’s webhooks', async () => {
    const receiver = await openReceiver();
    const { webhooks, world } = openPostOffice(receiver);
    await world.save();
    const answers: ((status: number) => void)[] = [];
    receiver.answer = () => new Promise((resolve) => answers.push(resolve));
    world.settings.change('webhooks', { connections: 1, largestBatch: 1 });
    for (const id of numbered(5)) webhooks.send(statusOf(id));
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    await world.load();
    answers[0]?.(500);
    await expect.poll(() => linesOfJournal(world, ['webhook'])).toHaveLength(1);
    await world.travel(day);
    expect(statusIdsOf(receiver)).toEqual(['0']);
    expect(world.tasks.size).toBe(0);
  });
});

describe('the handshake', () => {
  const refusalOf = async (asked: Promise<void>): Promise<string> => {
    const error = await asked.then(
      () => null,
      (error: unknown) => error,
    );
    if (!(error instanceof GraphError)) throw new Error('It was not refused.');
    expect(error.code).toBe(2200);
    return error.message;
  };

  test('asks for the challenge and is content with it', async () => {
    const receiver = await openReceiver();
    const { webhooks, world } = openPostOffice(receiver);
    await expect(webhooks.verify(`${receiver.url}/hook?a=1`, 'token')).resolves.toBeUndefined();
    const text = JSON.stringify(await linesOfJournal(world, ['webhook']));
    expect(text).toContain('"verified":true');
    expect(text).not.toContain('hub.verify_token');
  });

  test('says why it failed', async () => {
    const receiver = await openReceiver();
    const { webhooks } = openPostOffice(receiver);
    const refusing = await openRefusing();
    expect(await refusalOf(webhooks.verify(`${refusing}/403`, 't'))).toContain('HTTP Status Code = 403');
    expect(await refusalOf(webhooks.verify(`${refusing}/200`, 't'))).toContain('does not match challenge');
    expect(await refusalOf(webhooks.verify(`${refusing}/endless`, 't'))).toContain(
      'does not match challenge',
    );
    expect(await refusalOf(webhooks.verify('http://127.0.0.1:9/', 't'))).toContain('could not be reached');
  });

  test('takes only web addresses of up to 200 characters', async () => {
    const { webhooks } = openPostOffice(await openReceiver());
    for (const url of ['file:///etc/passwd', 'nonsense', `http://a/${'x'.repeat(200)}`])
      await expect(webhooks.verify(url, 't')).rejects.toMatchObject({ code: 100 });
  });
});

async function openRefusing(): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/403')) response.writeHead(403).end('no');
    else if (request.url?.startsWith('/200')) response.end('something else');
    else {
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(1000), () => setImmediate(more));
      };
      more();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('mTLS', () => {
  test('presents the client certificate to receivers of apps that want it, and to no others', async () => {
    const receivers = createAuthority('Receivers');
    const meta = createAuthority('Meta outbound');
    const receiver = await openReceiver({ ...receivers.issue('receiver'), ca: meta.cert });
    const certificate = meta.issue('client.webhooks.fbclientcerts.com');
    const { webhooks, directory, world } = openPostOffice(receiver, {
      certificate,
      authority: receivers.cert,
    });
    webhooks.send(statusOf(1));
    await webhooks.idle();
    expect(receiver.received).toEqual([]);
    directory.apps.change(app.id, { clientCertificate: true });
    await world.travel(day);
    expect(statusIdsOf(receiver)).toEqual(['1']);
    expect(receiver.received[0]?.certificate).toBe('client.webhooks.fbclientcerts.com');
    await expect(webhooks.verify(receiver.url, 't')).rejects.toMatchObject({ code: 2200 });
    await expect(webhooks.verify(receiver.url, 't', { certified: true })).resolves.toBeUndefined();
  });

  test('a receiver whose certificate nobody vouches for is told nothing', async () => {
    const stranger = createAuthority('Somebody');
    const receiver = await openReceiver({ ...stranger.issue('receiver'), ca: stranger.cert });
    const certificate = stranger.issue('client');
    const { webhooks, world } = openPostOffice(receiver, { certificate });
    webhooks.send(statusOf(1));
    await webhooks.idle();
    expect(receiver.received).toEqual([]);
    expect((await linesOfJournal(world, ['webhook']))[0]).toMatchObject({ status: 0 });
  });
});

describe('by order', () => {
  test('a webhook comes several times', async () => {
    const receiver = await openReceiver();
    const { webhooks, faults } = openPostOffice(receiver);
    faults.rules.put({ id: '1', effect: { type: 'duplicate', times: 2 }, share: 1, left: 1, struck: 0 });
    webhooks.send(statusOf('a'));
    webhooks.send(statusOf('b'));
    await webhooks.idle();
    expect(statusIdsOf(receiver).sort()).toEqual(['a', 'a', 'a', 'b']);
  });

  test('a webhook overtakes the one before', async () => {
    const receiver = await openReceiver();
    const { webhooks, faults, world } = openPostOffice(receiver);
    world.settings.change('webhooks', { connections: 1 });
    webhooks.send(statusOf('sent'));
    faults.rules.put({ id: '1', effect: { type: 'reverse' }, share: 1, struck: 0 });
    webhooks.send(statusOf('delivered'));
    await webhooks.idle();
    expect(statusIdsOf(receiver)).toEqual(['delivered', 'sent']);
  });

  test('a forged webhook comes beside the right one, and only the right one is tried again', async () => {
    const receiver = await openReceiver();
    const { webhooks, faults, world } = openPostOffice(receiver);
    receiver.answer = ({ isGenuine }) => (isGenuine ? 200 : 401);
    faults.rules.put({ id: '1', effect: { type: 'wrong-signature' }, share: 1, struck: 0 });
    webhooks.send(statusOf('a'));
    await world.travel(day);
    expect(receiver.received.map(({ isGenuine }) => String(isGenuine)).sort()).toEqual(['false', 'true']);
  });

  test('a webhook comes late, by the world’s time', async () => {
    const receiver = await openReceiver();
    const { webhooks, faults, world } = openPostOffice(receiver);
    faults.rules.put({
      id: '1',
      effect: { type: 'late-webhook', seconds: 3600 },
      share: 1,
      left: 1,
      struck: 0,
    });
    webhooks.send(statusOf('late'));
    webhooks.send(statusOf('soon'));
    await world.travel(3_599_000);
    expect(statusIdsOf(receiver)).toEqual(['soon']);
    await world.travel(1000);
    expect(statusIdsOf(receiver)).toEqual(['soon', 'late']);
  });

  test('only webhooks of one field or one number are hit', async () => {
    const receiver = await openReceiver();
    const { webhooks, faults } = openPostOffice(receiver);
    const effect = { type: 'duplicate', times: 1 } as const;
    faults.rules.put({ id: '1', effect, share: 1, at: 'account_update', struck: 0 });
    faults.rules.put({ id: '2', effect, share: 1, numberId: dental.numberId, struck: 0 });
    webhooks.send(statusOf('a'));
    webhooks.send({ wabaId: silks.wabaId, field: 'account_update', value: { event: 'X' } });
    await webhooks.idle();
    const fields = receiver.received.flatMap(({ text }) => changesOf(text).map(({ field }) => field));
    expect(fields.sort()).toEqual(['account_update', 'account_update', 'messages']);
  });
});
