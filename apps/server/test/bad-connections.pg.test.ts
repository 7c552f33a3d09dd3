import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from './factories.ts';
import { expectProblem } from './requests/problem.ts';
import { answersIn, exchange, openSocket } from './requests/raw-socket.ts';
import { storedRows } from './stored-rows.ts';
import { startTestApp, type TestApp } from './test-app.ts';

let app: TestApp;
let owner: Signed;
let before: Record<string, string[]>;

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off' });
  owner = await buildWorkspace(app);
  before = await storedRows(app.database);
});
afterAll(() => app.stop());

afterEach(async () => {
  expect(await storedRows(app.database), 'something was stored').toEqual(before);
  expect((await owner.api.get('/workspace')).status).toBe(200);
});

const role = JSON.stringify({ name: 'Weekend', permissions: ['workspace.read'] });

/** The lines that begin a request which would create a role. */
function head(...more: string[]): string {
  return [
    'POST /api/v1/roles HTTP/1.1',
    'host: localhost',
    `origin: http://localhost`,
    'content-type: application/json',
    `cookie: ${owner.api.headers.cookie}`,
    `trikon-workspace: ${owner.workspaceId}`,
    ...more,
    '',
    '',
  ].join('\r\n');
}

describe('what is no request at all', () => {
  const nonsense: Record<string, string> = {
    'a TLS greeting': '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
    'an unknown method': 'BREW /coffee HTTP/1.1\r\nhost: localhost\r\n\r\n',
    'a version that never was': 'GET / HTTP/7.3\r\nhost: localhost\r\n\r\n',
    'no host': 'GET /api/v1/workspace HTTP/1.1\r\n\r\n',
    'a space before the colon': 'GET / HTTP/1.1\r\nhost : localhost\r\n\r\n',
    'a header without a name': 'GET / HTTP/1.1\r\nhost: localhost\r\n: x\r\n\r\n',
    'a NUL in a header': 'GET / HTTP/1.1\r\nhost: localhost\r\nx-a: a\u0000b\r\n\r\n',
    'a folded header': 'GET / HTTP/1.1\r\nhost: localhost\r\nx-a: a\r\n b\r\n\r\n',
    'random letters': 'lorem ipsum dolor sit amet\r\n\r\n',
  };

  test.each(Object.entries(nonsense))('%s', async (_, text) => {
    const [answer] = answersIn(await exchange(app.url, Buffer.from(text, 'latin1')));
    expectProblem(answer!, 'malformed_request');
  });
});

describe('two readings of where a request ends', () => {
  const hidden = 'GET /api/v1/account HTTP/1.1\r\nhost: localhost\r\n\r\n';
  const disputed: Record<string, string[]> = {
    'both lengths': ['content-length: 6', 'transfer-encoding: chunked'],
    'both lengths, the other way round': ['transfer-encoding: chunked', 'content-length: 6'],
    'two lengths that differ': ['content-length: 6', 'content-length: 60'],
    'a list of lengths': ['content-length: 6, 60'],
    'a length with a sign': ['content-length: +6'],
    'a negative length': ['content-length: -6'],
    'a hexadecimal length': ['content-length: 0x6'],
    'a length that no number holds': ['content-length: 99999999999999999999999'],
    'chunked and then something': ['transfer-encoding: chunked, identity'],
    'an encoding with a vertical tab': ['transfer-encoding: \u000bchunked'],
    'an encoding nobody knows': ['transfer-encoding: xchunked'],
  };

  test.each(Object.entries(disputed))('%s', async (_, lines) => {
    const received = await exchange(app.url, `${head(...lines)}0\r\n\r\n${hidden}`);
    const answers = answersIn(received);
    expectProblem(answers[0]!);
    // Whatever followed on that connection was not taken for a second request.
    expect(answers).toHaveLength(1);
  });

  test('a chunk that lies about its length', async () => {
    const received = await exchange(
      app.url,
      `${head('transfer-encoding: chunked')}zz\r\n${role}\r\n0\r\n\r\n`,
    );
    expectProblem(answersIn(received)[0]!);
  });
});

describe('too much', () => {
  test('of headers is refused as such', async () => {
    const [answer] = answersIn(await exchange(app.url, head(`x-much: ${'a'.repeat(20_000)}`)));
    expectProblem(answer!, 'headers_too_large');
    const many = Array.from({ length: 2_000 }, (_, at) => `x-${at}: ${at}`);
    expectProblem(answersIn(await exchange(app.url, head(...many)))[0]!, 'headers_too_large');
  });

  test('of an address is refused', async () => {
    const paths = [
      `/api/v1/roles/${'a'.repeat(5_000)}`,
      `/api/v1/${'a/'.repeat(4_000)}`,
      `/api/v1/members?search=${'a'.repeat(10_000)}`,
    ];
    for (const path of paths) {
      const response = await fetch(`${app.url}${path}`, { headers: owner.api.headers });
      expectProblem({ status: response.status, headers: response.headers, text: await response.text() });
    }
  });

  test('a hundred megabytes are cut off early and cost no memory', async () => {
    const length = 100 * 1024 * 1024;
    await expectCut(head(`content-length: ${length}`), Buffer.alloc(64 * 1024, 'x'), length);
  });

  test('a body without an end is cut off early and costs no memory', async () => {
    const chunk = Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
    await expectCut(head('transfer-encoding: chunked'), chunk, 100 * 1024 * 1024);
  });
});

/** Keeps sending until the other side ends it, and looks at how much was taken and how much memory it took. */
async function expectCut(start: string, chunk: Buffer, most: number): Promise<void> {
  globalThis.gc?.();
  const memory = process.memoryUsage().rss;
  const { socket, received } = openSocket(app.url);
  const answer = received(8_000);
  socket.write(start);
  let sent = 0;
  while (!socket.destroyed && !socket.readableEnded && sent < most) {
    sent += chunk.length;
    if (socket.write(chunk)) await pause(0);
    else await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), pause(200)]);
  }
  const [refusal] = answersIn(await answer);
  // Who does not listen while sending may find the connection reset instead.
  if (refusal) expectProblem(refusal, 'too_large');
  expect(sent).toBeLessThan(most / 2);
  expect(process.memoryUsage().rss - memory).toBeLessThan(60 * 1024 * 1024);
}

describe('too slow', () => {
  test('headers and bodies that drip are cut off within seconds', { timeout: 15_000 }, async () => {
    const opening = 'GET /api/v1/workspace HTTP/1.1\r\nhost: localhost\r\n';
    const [headers, body] = await Promise.all([
      dripping(opening, 'x-a: b\r\n'),
      dripping(head('content-length: 1000'), ' '),
    ]);
    expectProblem(answersIn(headers.answer)[0]!, 'too_slow');
    expect(headers.seconds).toBeLessThan(10);
    expectProblem(answersIn(body.answer)[0]!, 'too_slow');
    expect(body.seconds).toBeLessThan(12);
  });

  test('five hundred who say nothing leave the others served', async () => {
    const silent = Array.from({ length: 500 }, () => openSocket(app.url));
    for (const { socket } of silent) socket.write('POST /api/v1/roles HTTP/1.1\r\n');
    expect((await owner.api.get('/workspace')).status).toBe(200);
    for (const { socket } of silent) socket.destroy();
  });
});

async function dripping(opening: string, drop: string): Promise<{ answer: string; seconds: number }> {
  const started = performance.now();
  const { socket, received } = openSocket(app.url);
  socket.write(opening);
  const drip = setInterval(() => socket.write(drop), 500);
  const answer = await received(14_000);
  clearInterval(drip);
  return { answer, seconds: (performance.now() - started) / 1_000 };
}
