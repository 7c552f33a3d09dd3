import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createGraphClient, type SendOutcome } from '@trikon/whatsapp/client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createOutbound } from '../../src/platform/outbound/index.ts';
import { greeting, openStage, silks, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
afterEach(() => stage.world('DELETE', 'faults'));

const { numberId } = silks;
const accepted = () => [...stage.emulator.inside.messages.all.values()].length;

/** What a sender hears under a fault, and how many messages Meta took. */
async function send(effect: object, timeoutMs = 10_000): Promise<SendOutcome & { taken: number }> {
  await stage.world('POST', 'faults', { effect, at: 'POST number/messages', times: 1 });
  const before = accepted();
  const sent = await stage.graph.sendMessage({ numberId, message: greeting }, { timeoutMs });
  return { ...sent, taken: accepted() - before };
}

describe('Meta took the message, and the sender', () => {
  test('hears so, however slow the answer is', async () => {
    expect(await send({ type: 'slow', milliseconds: 300 })).toMatchObject({ outcome: 'accepted', taken: 1 });
  });

  test.each([
    ['has no connection any more', { type: 'reset-after' }, 'connection_lost'],
    ['gets no reply', { type: 'lost-reply' }, 'timeout'],
    ['gets a page with status 502', { type: 'html', status: 502 }, 'unreadable'],
    ['gets a page with status 200', { type: 'html', status: 200 }, 'unreadable'],
  ])('%s, and does not know', async (_, effect, reason) => {
    expect(await send(effect, 500)).toMatchObject({ outcome: 'unknown', reason, taken: 1 });
  });

  test('gets an answer that ends too early, and does not know', async () => {
    const sent = await send({ type: 'wrong-length' });
    expect(sent).toMatchObject({ outcome: 'unknown', taken: 1 });
    expect(['unreadable', 'connection_lost']).toContain(sent.outcome === 'unknown' && sent.reason);
  });

  test('gave up before the answer came, and does not know', async () => {
    await stage.world('POST', 'faults', {
      effect: { type: 'slow', milliseconds: 300 },
      at: 'POST number/messages',
    });
    const before = accepted();
    const giving = new AbortController();
    setTimeout(() => giving.abort(), 100);
    const sent = await stage.graph.sendMessage({ numberId, message: greeting }, { signal: giving.signal });
    expect(sent).toMatchObject({ outcome: 'unknown', reason: 'given_up' });
    await expect.poll(accepted).toBe(before + 1);
  });
});

describe('Meta did not take the message, and the sender', () => {
  test.each([
    [4, 'throttle', 'app'],
    [190, 'pause', 'token'],
    [368, 'pause', 'account'],
    [80_007, 'throttle', 'account'],
    [130_429, 'throttle', 'number'],
    [131_026, 'never', undefined],
    [131_047, 'fix', undefined],
    [131_048, 'pause', 'number'],
    [131_050, 'suppress', 'marketing'],
    [131_056, 'throttle', 'pair'],
    [131_057, 'retry', 'number'],
    [132_001, 'fix', undefined],
    [132_015, 'pause', 'campaign'],
    [134_102, 'fix', undefined],
  ])('hears of error %i what to do: %s', async (code, name, scope) => {
    const sent = await send({ type: 'error', code });
    expect(sent).toMatchObject({ outcome: 'refused', taken: 0 });
    const error = sent.outcome === 'refused' ? sent.error : undefined;
    expect([error?.code, error?.class, error?.scope, error?.isDocumented]).toEqual([code, name, scope, true]);
    expect(error?.trace).toMatch(/^A/);
  });

  test.each([1, 2, 131_000, 131_016, 133_004])('cannot know it from error %i', async (code) => {
    expect(await send({ type: 'error', code })).toMatchObject({
      outcome: 'unknown',
      reason: 'doubtful',
      error: { code, class: 'retry' },
      taken: 0,
    });
  });

  test.each([
    ['is cut off before', { type: 'reset-before' }, 'connection_lost'],
    ['hears nothing', { type: 'hang' }, 'timeout'],
  ])('%s, and does not know', async (_, effect, reason) => {
    expect(await send(effect, 500)).toMatchObject({ outcome: 'unknown', reason, taken: 0 });
  });
});

describe('not a byte left, and the sender knows it', () => {
  const sendTo = async (base: string, allowPrivate: string[]): Promise<SendOutcome> => {
    const outbound = createOutbound({ allowPrivate });
    const graph = createGraphClient({
      base,
      version: 'v25.0',
      token: silks.token,
      request: (url, request) => outbound.request(url, request),
    });
    try {
      return await graph.sendMessage({ numberId, message: greeting }, { timeoutMs: 500 });
    } finally {
      await outbound.close();
    }
  };

  test('when nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.close();
    expect(await sendTo(`http://${host}`, [host])).toMatchObject({ outcome: 'not_sent' });
  });

  test('when the secure connection does not come about', async () => {
    const server = createServer((socket) => void socket.end('no TLS here')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await sendTo(`https://${host}`, [host])).toMatchObject({ outcome: 'not_sent' });
    server.close();
  });

  test('when the address is one that may not be called', async () => {
    expect(await sendTo('https://169.254.169.254', [])).toMatchObject({ outcome: 'not_sent' });
  });
});
