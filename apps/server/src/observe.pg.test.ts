import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from '../test/factories.ts';
import { startTestApp, type TestApp } from '../test/test-app.ts';

let collector: Server;
let app: TestApp;
let meera: Signed;
const received: string[] = [];

beforeAll(async () => {
  collector = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      received.push(text);
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  app = await startTestApp({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    TRIKON_METRICS_TOKEN: 'only for the scraper',
  });
  meera = await buildWorkspace(app);
  await meera.api.get(`/members?search=${encodeURIComponent('Meera Patel')}`);
});

afterAll(async () => {
  await app.stop();
  collector.close();
});

test('requests are counted by their template, and only for whoever holds the token', async () => {
  expect((await fetch(`${app.url}/metrics`)).status).toBe(401);
  const answer = await fetch(`${app.url}/metrics`, {
    headers: { authorization: 'Bearer only for the scraper' },
  });
  const text = await answer.text();
  expect(text).toContain(
    'trikon_http_request_duration_seconds_count{method="GET",route="/api/v1/members",status="2xx"}',
  );
  expect(text).not.toContain('Meera');
});

test('a request and its queries reach the collector as spans without personal data', async () => {
  await expect.poll(() => received.join(''), { timeout: 10_000 }).toContain('members.list');
  const sent = received.join('');
  expect(sent).toContain('db.query.text');
  expect(sent).not.toContain('Meera');
});
