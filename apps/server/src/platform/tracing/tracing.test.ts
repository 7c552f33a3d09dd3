import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../log/index.ts';
import { createTracing, type Tracing, type TracingOptions } from './index.ts';
import { withoutValues } from './span.ts';

type WireSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: Record<string, string> }[];
  status: { code: number };
};

let collector: Server;
let received: { path: string; headers: Record<string, unknown>; body: string }[];
let status: number;
const opened: Tracing[] = [];

beforeEach(async () => {
  received = [];
  status = 200;
  collector = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(status).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((tracing) => tracing.close()));
  collector.closeAllConnections();
  await new Promise((resolve) => collector.close(resolve));
});

function open(options: TracingOptions = {}): Tracing {
  const tracing = createTracing({
    endpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
    ...options,
  });
  opened.push(tracing);
  return tracing;
}

function spans(): WireSpan[] {
  return received.flatMap(({ body }) => {
    const { resourceSpans } = JSON.parse(body) as {
      resourceSpans: { scopeSpans: { spans: WireSpan[] }[] }[];
    };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  });
}

const attributesOf = (span: WireSpan | undefined): Record<string, unknown> =>
  Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]));

test('a request, its query and its answer arrive at the collector as one trace', async () => {
  const tracing = open({ serviceVersion: '1.2.3', headers: { 'x-team': 'ops' } });
  await tracing.span(
    'GET /contacts',
    { kind: 'server', attributes: { 'http.route': '/contacts' } },
    async (span) => {
      await tracing.span('query', { kind: 'client', attributes: { 'db.query.text': 'select 1' } }, () =>
        pause(10),
      );
      span.set({ 'http.response.status_code': 200 });
    },
  );
  await tracing.close();
  expect(received[0]).toMatchObject({
    path: '/v1/traces',
    headers: { 'content-type': 'application/json', 'x-team': 'ops' },
  });
  expect(received[0]?.body).toContain('{"key":"service.version","value":{"stringValue":"1.2.3"}}');
  const [query, request] = spans();
  expect(request).toMatchObject({ name: 'GET /contacts', kind: 2, status: { code: 0 } });
  expect(query).toMatchObject({
    name: 'query',
    kind: 3,
    traceId: request?.traceId,
    parentSpanId: request?.spanId,
  });
  expect(request?.parentSpanId).toBeUndefined();
  expect(attributesOf(request)).toEqual({ 'http.route': '/contacts', 'http.response.status_code': '200' });
  const took = BigInt(query?.endTimeUnixNano ?? 0) - BigInt(query?.startTimeUnixNano ?? 0);
  expect(Number(took) / 1e6).toBeGreaterThan(8);
  expect(Math.abs(Number(BigInt(query?.endTimeUnixNano ?? 0) / 1_000_000n) - Date.now())).toBeLessThan(5_000);
});

test('requests side by side do not become each other’s parents', async () => {
  const tracing = open();
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      tracing.span(`request ${at}`, {}, async () => {
        await pause(Math.random() * 10);
        await tracing.span(`inner ${at}`, {}, () => pause(1));
      }),
    ),
  );
  await tracing.close();
  for (const inner of spans().filter(({ name }) => name.startsWith('inner'))) {
    const outer = spans().find(({ name }) => name === inner.name.replace('inner', 'request'));
    expect(inner.parentSpanId).toBe(outer?.spanId);
  }
  expect(new Set(spans().map(({ traceId }) => traceId)).size).toBe(20);
});

test('an incoming trace is continued, a broken header starts a new one', async () => {
  const tracing = open();
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  tracing.span('good', { traceparent }, () =>
    expect(tracing.current()?.traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736'),
  );
  for (const bad of [
    '',
    'x',
    '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
    '0'.repeat(100_000),
  ]) {
    tracing.span('bad', { traceparent: bad }, () =>
      expect(tracing.current()?.traceId).toMatch(/^[0-9a-f]{32}$/),
    );
  }
  await tracing.close();
  expect(spans()[0]).toMatchObject({
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    parentSpanId: '00f067aa0ba902b7',
  });
  expect(
    spans()
      .slice(1)
      .every(({ parentSpanId }) => parentSpanId === undefined),
  ).toBe(true);
});

test('failures are marked by their code or class, without their message, and are thrown on', async () => {
  const tracing = open();
  const refused = Object.assign(new Error('Asha +919876543210'), { code: 'window_closed' });
  await expect(tracing.span('async', {}, () => Promise.reject(refused))).rejects.toBe(refused);
  expect(() =>
    tracing.span('sync', {}, () => {
      throw new RangeError('Asha +919876543210');
    }),
  ).toThrow(RangeError);
  await tracing.close();
  expect(spans().map((span) => [span.status.code, attributesOf(span)['error.type']])).toEqual([
    [2, 'window_closed'],
    [2, 'RangeError'],
  ]);
  expect(JSON.stringify(received)).not.toMatch(/Asha|98765/);
});

test.each([
  [
    "select * from contacts where phone = '+919876543210' and name = 'O''Brien'",
    'select * from contacts where phone = ? and name = ?',
  ],
  [
    'select * from t where id = $1 and n > 42 and x = -1.5e3',
    'select * from t where id = $1 and n > ? and x = ?',
  ],
  [
    "insert into t2 values (E'a\\'b', $tag$secret$tag$, $$x$$) -- Asha\n/* Ravi */",
    'insert into t2 values (?, ?, ?)',
  ],
  ["select 'never closed", 'select ?'],
  ['select "Column1" from a.b1', 'select "Column1" from a.b1'],
])('statements are sent without values: %s', (sql, shape) => {
  expect(withoutValues(sql)).toBe(shape);
});

test('attributes that hold personal data by mistake are masked', async () => {
  const tracing = open();
  tracing.span(
    'x',
    { attributes: { 'trikon.job.name': 'call +919876543210 a@b.in', 'db.query.text': "select 'Asha'" } },
    () => undefined,
  );
  await tracing.close();
  expect(JSON.stringify(received)).not.toMatch(/98765|a@b|Asha/);
});

test('a share of the traces is kept whole', async () => {
  const tracing = open({ ratio: 0.3 });
  for (let at = 0; at < 400; at++)
    tracing.span('outer', {}, () => tracing.span('inner', {}, () => undefined));
  await tracing.close();
  const traces = Map.groupBy(spans(), ({ traceId }) => traceId);
  expect(traces.size).toBeGreaterThan(60);
  expect(traces.size).toBeLessThan(180);
  for (const whole of traces.values()) expect(whole).toHaveLength(2);
});

test('many spans go in batches, and more than the queue holds are dropped', async () => {
  const tracing = open();
  for (let at = 0; at < 20_000; at++) tracing.span('x', {}, () => undefined);
  await tracing.close();
  expect(spans().length).toBeGreaterThanOrEqual(4_096);
  expect(spans().length).toBeLessThan(6_000);
  expect(Math.max(...received.map(({ body }) => body.split('"spanId"').length - 1))).toBeLessThanOrEqual(512);
});

test('a collector that refuses or is gone is said once and never felt', async () => {
  let lines = '';
  const log = createLogger({ destination: { write: (line) => void (lines += line) } });
  const tracing = open({ log, flushEveryMs: 10 });
  status = 503;
  for (let at = 0; at < 5; at++) {
    expect(tracing.span('x', {}, () => 'result')).toBe('result');
    await pause(30);
  }
  expect(received.length).toBeGreaterThan(1);
  expect(lines.match(/cannot be delivered/g)).toHaveLength(1);
  status = 200;
  tracing.span('x', {}, () => undefined);
  await pause(60);
  expect(lines).toContain('delivered again');
});

test('without a collector nothing is recorded and nothing is done', async () => {
  const tracing = createTracing();
  expect(tracing.enabled).toBe(false);
  expect(tracing.span('x', {}, (span) => (span.set({}), 'result'))).toBe('result');
  expect(tracing.current()).toBeUndefined();
  await tracing.close();
});
