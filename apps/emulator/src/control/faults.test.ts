import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isKnownCode } from '../graph/errors.ts';
import { sample } from '../sample/sample-world.ts';
import { at, start, type Started } from '../test/started.ts';

let started: Started;
beforeAll(async () => {
  started = await start({}, afterAll);
  await started.world('PATCH', '/world/settings/messages', { throughput: false, pairRate: false });
});
afterEach(async () => {
  await started.world('DELETE', '/world/faults');
});

const order = async (effect: object, more: object = {}) => {
  const { status } = await started.world('POST', '/world/faults', { effect, ...more });
  expect(status).toBe(200);
};

const greeting = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };
let next = 919_850_000_000;
const someone = (): string => `+${next++}`;

describe('an error that was ordered', () => {
  test('is any that Meta documents, in the envelope', async () => {
    const codes: number[] = [];
    for (let code = 0; code < 3_000_000; code++) if (isKnownCode(code)) codes.push(code);
    expect(codes.length).toBeGreaterThan(200);
    for (const code of codes) {
      await order({ type: 'error', code, details: 'By order' }, { at: 'POST number/messages', times: 1 });
      const { status, body } = await started.send(greeting, someone());
      expect(status === 206 || status >= 400).toBe(true);
      expect(body).toMatchObject({
        error: { code, type: expect.any(String), fbtrace_id: expect.any(String) },
      });
    }
    expect((await started.send(greeting, someone())).status).toBe(200);
  });

  test('has the status that Meta documents beside it, and 400 where none is', async () => {
    const documented = { 0: 401, 1: 400, 2: 503, 10: 403, 368: 403, 613: 429, 131_057: 500, 132_001: 404 };
    for (const [code, status] of Object.entries(documented)) {
      await order({ type: 'error', code: Number(code) }, { at: 'POST number/messages', times: 1 });
      expect([code, (await started.send(greeting, someone())).status]).toEqual([code, status]);
    }
  });

  test.each([130_429, 131_056])(
    'comes as a storm of %i: in its share, in its time, and then no more',
    async (code) => {
      await order(
        { type: 'error', code },
        { at: 'POST number/messages', share: 0.3, after: 60, seconds: 600 },
      );
      const refused = async (): Promise<number> => {
        const answers = await Promise.all(
          Array.from({ length: 200 }, () => started.send(greeting, someone())),
        );
        return answers.filter(({ body }) => at(body, 'error.code') === code).length;
      };
      expect(await refused()).toBe(0);
      await started.travel(60);
      expect(await refused()).toSatisfy((count: number) => count > 30 && count < 90);
      expect((await started.ask('GET', `/${sample.numberId}`)).status).toBe(200);
      await started.travel(600);
      expect(await refused()).toBe(0);
    },
  );

  test.each([130_472, 131_049])('comes later, as a storm of failures with %i', async (code) => {
    await order({ type: 'fail', code }, { share: 0.5, seconds: 600, number: sample.numberId });
    const ids = await Promise.all(Array.from({ length: 100 }, () => started.sent(greeting, someone())));
    await started.travel(30);
    const failed = ids.filter((id) => at(started.statusesOf(id), '0.errors.0.code') === code).length;
    expect(failed).toSatisfy((count: number) => count > 25 && count < 75);
    await started.travel(600);
    const id = await started.sent(greeting, someone());
    await started.travel(30);
    expect(started.statusesOf(id).at(-1)?.status).toBe('read');
  });
});

/** How a plain client sees an answer to a send. */
async function wire(quiet = 300): Promise<{ text: string; end: string }> {
  const body = JSON.stringify({ messaging_product: 'whatsapp', to: someone(), ...greeting });
  const socket = connect(Number(new URL(started.url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (part: Buffer) => (text += part.toString()));
  const end = new Promise<string>((resolve) => {
    socket.once('error', ({ code = '' }: NodeJS.ErrnoException) => resolve(code));
    socket.once('close', () => resolve('closed'));
    setTimeout(resolve, quiet, 'quiet');
  });
  socket.write(
    `POST /v25.0/${sample.numberId}/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${sample.token}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const ended = await end;
  socket.destroy();
  return { text, end: ended };
}

describe('a connection that was ordered to go wrong', () => {
  const accepted = (): number => started.inside.messages.all.filter(({ origin }) => origin === 'api').length;

  test.each<[object, string, string, number]>([
    [{ type: 'hang' }, '', 'quiet', 0],
    [{ type: 'reset-before' }, '', 'ECONNRESET', 0],
    [{ type: 'reset-after' }, '', 'ECONNRESET', 1],
    [{ type: 'lost-reply' }, '', 'quiet', 1],
    [{ type: 'html', status: 502 }, '<!DOCTYPE html>', 'quiet', 0],
    [{ type: 'wrong-length' }, '200', 'closed', 1],
    [{ type: 'slow', milliseconds: 120 }, '200', 'quiet', 1],
  ])('%j', async (effect, text, end, sent) => {
    await order(effect, { times: 1 });
    const before = accepted();
    const seen = await wire();
    expect([seen.end, seen.text]).toEqual([end, text === '' ? '' : expect.stringContaining(text)]);
    expect(accepted() - before).toBeOneOf([sent, ...('status' in effect ? [1] : [])]);
  });
});

describe('statuses that were ordered to go wrong', () => {
  test('never come', async () => {
    await order({ type: 'no-status' });
    const id = await started.sent(greeting, someone());
    await started.travel(86_400);
    expect(started.statusesOf(id)).toEqual([]);
  });

  test('come before the answer', async () => {
    await order({ type: 'early-status' });
    const heardBefore = started.heard.length;
    const id = await started.sent(greeting, someone());
    expect(started.heard.length).toBeGreaterThan(heardBefore);
    expect(started.statusesOf(id).map(({ status }) => status)).toEqual(['sent']);
  });

  test.each([3600, 7 * 86_400])('come %i seconds late', async (seconds) => {
    await order({ type: 'late-status', seconds });
    const id = await started.sent(greeting, someone());
    await started.travel(seconds);
    expect(started.statusesOf(id)).toEqual([]);
    await started.travel(10);
    expect(started.statusesOf(id).map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
  });
});

describe('webhooks that were ordered to go wrong', () => {
  test('come again, each as often as was said', async () => {
    await order({ type: 'duplicate', times: 2 }, { at: 'messages' });
    const id = await started.sent(greeting, someone());
    await started.travel(10);
    expect(
      started
        .statusesOf(id)
        .map(({ status }) => String(status))
        .toSorted(),
    ).toEqual([
      ...Array<string>(3).fill('delivered'),
      ...Array<string>(3).fill('read'),
      ...Array<string>(3).fill('sent'),
    ]);
  });

  test('come in another order', async () => {
    await order({ type: 'reverse' });
    await started.world('PATCH', '/world/settings/webhooks', { largestBatch: 1, connections: 1 });
    const { messages, emulator } = started.inside;
    const ids = await Promise.all(Array.from({ length: 4 }, () => started.sent(greeting, someone())));
    for (const id of ids) started.inside.progress.take(id, 'sent');
    await emulator.world.settle();
    const order4 = started.heard.slice(-4).map(({ value }) => at(value, 'statuses.0.id'));
    expect(order4).toEqual(ids.toReversed());
    expect(messages.all.size).toBeGreaterThan(0);
    await started.world('PATCH', '/world/settings/webhooks', { largestBatch: 1000, connections: 16 });
    await started.travel(30);
  });

  test('come with a wrong signature first', async () => {
    await order({ type: 'wrong-signature' }, { times: 1 });
    const from = started.bodies.length;
    await started.sent(greeting, someone());
    await started.travel(10);
    const seen = started.bodies.slice(from).map(({ isGenuine }) => isGenuine);
    expect(seen.filter((isGenuine) => !isGenuine)).toHaveLength(1);
    expect(seen.filter(Boolean)).toHaveLength(3);
  });

  test('come days late', async () => {
    await order({ type: 'late-webhook', seconds: 3 * 86_400 });
    const id = await started.sent(greeting, someone());
    await started.travel(3 * 86_400);
    expect(started.statusesOf(id)).toEqual([]);
    await started.travel(60);
    expect(started.statusesOf(id)).toHaveLength(3);
  });

  test('come again for seven days when they are not taken, and are given up then', async () => {
    started.receiver.answer = () => 500;
    const from = started.bodies.length;
    const id = await started.sent(greeting, someone());
    await started.travel(6 * 86_400);
    expect(started.bodies.length - from).toBeGreaterThan(10);
    started.receiver.answer = () => 200;
    await started.travel(86_400);
    expect(
      started
        .statusesOf(id)
        .map(({ status }) => String(status))
        .toSorted(),
    ).toEqual(['delivered', 'read', 'sent']);
  });
});
