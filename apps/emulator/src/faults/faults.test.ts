import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dental, silks, token } from '../directory/test/two-shops.ts';
import { serveGraph, type Served } from '../graph/test/served.ts';
import { linesOfJournal, morning, openWorld } from '../world/test/worlds.ts';
import { type Effect, type Fault, Faults } from './faults.ts';

const broken: Effect = { type: 'error', code: 131000 };

function order(more: Partial<Fault> = {}) {
  const world = openWorld();
  const faults = new Faults(world);
  faults.rules.put({ id: '1', effect: broken, share: 1, struck: 0, ...more });
  const strikes = (times = 1, facts: object = {}): number =>
    Array.from({ length: times }, () => faults.strike('request', facts)).filter(({ length }) => length > 0)
      .length;
  return { world, faults, strikes };
}

describe('an order', () => {
  test('strikes the share it was given', () => {
    expect(order({ share: 0 }).strikes(100)).toBe(0);
    expect(order({ share: 1 }).strikes(100)).toBe(100);
    const struck = order({ share: 0.3 }).strikes(5000);
    expect(Math.abs(struck - 1500)).toBeLessThan(150);
  });

  test('strikes as often as it was told, and counts', () => {
    const { strikes, faults } = order({ left: 3 });
    expect(strikes(10)).toBe(3);
    expect(faults.rules.get('1')).toMatchObject({ left: 0, struck: 3 });
  });

  test('strikes within its time only', async () => {
    const { strikes, world } = order({ from: morning + 10, until: morning + 20 });
    const seen = [];
    for (let step = 0; step < 3; step++) {
      seen.push(strikes());
      await world.travel(10);
    }
    expect(seen).toEqual([0, 1, 0]);
  });

  test('strikes one number and one place only', () => {
    const { strikes } = order({ numberId: 'a', at: 'POST number/messages' });
    expect(strikes(1, { numberId: 'a', at: 'POST number/messages' })).toBe(1);
    expect(strikes(1, { numberId: 'b', at: 'POST number/messages' })).toBe(0);
    expect(strikes(1, { numberId: 'a', at: 'GET number' })).toBe(0);
    expect(strikes(1)).toBe(0);
  });

  test('does not strike at another point', () => {
    expect(order().faults.strike('webhook', {})).toEqual([]);
    expect(order().faults.strike('message', {})).toEqual([]);
  });

  test('strikes together with others, in their order, and is written down', async () => {
    const { faults, world } = order();
    faults.rules.put({ id: '2', effect: { type: 'slow', milliseconds: 5 }, share: 1, struck: 0 });
    expect(faults.strike('request', { at: 'GET number' })).toEqual([
      broken,
      { type: 'slow', milliseconds: 5 },
    ]);
    expect((await linesOfJournal(world, ['fault'])).map(({ fault, where }) => [fault, where])).toEqual([
      ['1', 'GET number'],
      ['2', 'GET number'],
    ]);
  });
});

/** What a plain client sees on the wire until the connection ends or goes quiet. */
async function visit(
  { url }: Served,
  path = 'rename',
  quiet = 150,
): Promise<{ text: string; end: string; socket: Socket }> {
  const body = '{"name":"Struck"}';
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let text = '';
  socket.on('data', (part: Buffer) => (text += part.toString()));
  const end = new Promise<string>((resolve) => {
    socket.once('error', ({ code = '' }: NodeJS.ErrnoException) => resolve(code));
    socket.once('close', () => resolve('closed'));
    setTimeout(resolve, quiet, 'quiet');
  });
  socket.write(
    `POST /v25.0/${silks.numberId}/${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token.value}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  return { end: await end, text, socket };
}

async function serveWith(effect: Effect) {
  const served = await serveGraph();
  served.faults.rules.put({ id: '1', effect, share: 1, at: 'POST number/rename', struck: 0 });
  const name = () => served.directory.numbers.get(silks.numberId)?.verifiedName;
  return { served, name };
}

describe('a client sees', () => {
  test('an error of Graph, and nothing has happened', async () => {
    const { served, name } = await serveWith({
      type: 'error',
      code: 131016,
      details: 'Overload',
      status: 502,
    });
    const { text } = await visit(served);
    expect(text).toMatch(/^HTTP\/1\.1 502 /);
    expect(text).toContain('"code":131016');
    expect(text).toContain('"details":"Overload"');
    expect(name()).toBe('Surat Silks');
  });

  test('an error whose details cannot stand in a header', async () => {
    const { served } = await serveWith({ type: 'error', code: 190, details: 'नहीं\r\nx: y "z"' });
    const { text } = await visit(served);
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
    expect(text).not.toMatch(/^x: y/m);
    expect(served.defects).toEqual([]);
  });

  test('a slow answer; what was asked happens even if the client does not wait', async () => {
    const { served, name } = await serveWith({ type: 'slow', milliseconds: 200 });
    const { end, text, socket } = await visit(served, 'rename', 50);
    expect([end, text]).toEqual(['quiet', '']);
    socket.destroy();
    expect(name()).toBe('Surat Silks');
    await expect.poll(name).toBe('Struck');
    const other = await visit(served, 'rename', 1000);
    expect(other.text === '' && other.end === 'quiet').toBe(false);
  });

  test('nothing at all while it hangs, and nothing has happened', async () => {
    const { served, name } = await serveWith({ type: 'hang' });
    const { end, text } = await visit(served);
    expect([end, text, name()]).toEqual(['quiet', '', 'Surat Silks']);
    expect((await linesOfJournal(served.world, ['request']))[0]).toMatchObject({
      status: 0,
      faults: ['hang'],
    });
  });

  test('a broken connection before anything has happened', async () => {
    const { served, name } = await serveWith({ type: 'reset-before' });
    const { end, text } = await visit(served);
    expect([end, text, name()]).toEqual(['ECONNRESET', '', 'Surat Silks']);
  });

  test('a broken connection after it has happened', async () => {
    const { served, name } = await serveWith({ type: 'reset-after' });
    const { end, text } = await visit(served);
    expect([end, text, name()]).toEqual(['ECONNRESET', '', 'Struck']);
  });

  test('no answer though it has happened', async () => {
    const { served, name } = await serveWith({ type: 'lost-reply' });
    const { end, text } = await visit(served);
    expect([end, text, name()]).toEqual(['quiet', '', 'Struck']);
    expect((await linesOfJournal(served.world, ['request']))[0]).toMatchObject({
      status: 200,
      faults: ['lost-reply'],
    });
  });

  test('a page in the place of JSON', async () => {
    const { served } = await serveWith({ type: 'html', status: 502 });
    const { text } = await visit(served);
    expect(text).toMatch(/^HTTP\/1\.1 502 /);
    expect(text).toContain('content-type: text/html');
    expect(text).toContain('<!DOCTYPE html>');
  });

  test('an answer that ends before its length says so', async () => {
    const { served } = await serveWith({ type: 'wrong-length' });
    const { end, text } = await visit(served);
    const [, length] = /content-length: (\d+)/.exec(text) ?? [];
    expect(end).toBe('closed');
    expect(text.length - text.indexOf('\r\n\r\n') - 4).toBeLessThan(Number(length));
    await expect(served.ask(`/v25.0/${silks.numberId}/rename`, { body: { name: 'x' } })).rejects.toThrow();
  });

  test('nothing of it at other numbers and edges', async () => {
    const { served } = await serveWith({ type: 'reset-before' });
    served.faults.rules.change('1', { numberId: silks.numberId });
    expect((await served.ask(`/v25.0/${silks.numberId}`)).status).toBe(200);
    const other = `/v25.0/${dental.numberId}/rename`;
    expect((await served.ask(other, { token: dental.token, body: { name: 'x' } })).status).toBe(200);
    await expect(served.ask(`/v25.0/${silks.numberId}/rename`, { body: {} })).rejects.toThrow();
  });
});
