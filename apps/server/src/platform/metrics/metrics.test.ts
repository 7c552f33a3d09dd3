import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMetrics, type Metrics, outboundMetrics, requestMetrics } from './index.ts';

let metrics: Metrics;

beforeEach(() => {
  metrics = createMetrics({ watch: false });
});

afterEach(() => metrics.close());

test('counters and histograms are exposed with their labels', async () => {
  const sent = metrics.counter({ name: 'trikon_sent_total', help: 'Messages sent.', labels: ['outcome'] });
  sent({ outcome: 'accepted' });
  sent({ outcome: 'accepted' }, 2);
  const took = metrics.histogram({
    name: 'trikon_took_seconds',
    help: 'Time.',
    labels: ['step'],
    buckets: [0.1, 1],
  });
  took({ step: 'render' }, 0.5);
  const text = await metrics.text();
  expect(text).toContain('# TYPE trikon_sent_total counter');
  expect(text).toContain('trikon_sent_total{outcome="accepted"} 3');
  expect(text).toContain('trikon_took_seconds_bucket{le="0.1",step="render"} 0');
  expect(text).toContain('trikon_took_seconds_bucket{le="1",step="render"} 1');
  expect(metrics.contentType).toContain('text/plain');
});

test('gauges are read when asked, and one that fails takes nothing with it', async () => {
  let length = 1;
  metrics.gauge({ name: 'trikon_queue_length', help: 'Waiting jobs.' }, () => length);
  metrics.gauge({ name: 'trikon_broken', help: 'Fails.' }, () => Promise.reject(new Error('database down')));
  expect(await metrics.text()).toContain('trikon_queue_length 1');
  length = 7;
  const text = await metrics.text();
  expect(text).toContain('trikon_queue_length 7');
  expect(text).toContain('trikon_broken Nan');
});

test('labels that never end are gathered, so memory stays bounded', async () => {
  const seen = metrics.counter({ name: 'trikon_seen_total', help: 'Seen.', labels: ['who'] });
  for (let at = 0; at < 5_000; at++) seen({ who: `w${at}` });
  seen({ who: 'w0' });
  const text = await metrics.text();
  expect(text.match(/trikon_seen_total\{/g)).toHaveLength(1_001);
  expect(text).toContain('trikon_seen_total{who="other"} 4000');
  expect(text).toContain('trikon_seen_total{who="w0"} 2');
});

test('requests are counted by template and class of status', async () => {
  const finished = requestMetrics(metrics);
  finished({ method: 'GET', route: '/contacts/{id}', status: 404, seconds: 0.003 });
  finished({ method: 'BREW', route: undefined, status: 200, seconds: 0.003 });
  const text = await metrics.text();
  expect(text).toContain(
    'trikon_http_request_duration_seconds_count{method="GET",route="/contacts/{id}",status="4xx"} 1',
  );
  expect(text).toContain('{method="other",route="unmatched",status="2xx"} 1');
});

test('calls to the outside are counted by outcome', async () => {
  outboundMetrics(metrics).observe('outbound_timeout', 10);
  expect(await metrics.text()).toContain(
    'trikon_outbound_request_duration_seconds_count{outcome="outbound_timeout"} 1',
  );
});

test('two apps in one process keep their numbers apart', async () => {
  const other = createMetrics({ watch: false });
  const definition = { name: 'trikon_x_total', help: 'X.', labels: [] } as const;
  metrics.counter(definition)({});
  other.counter(definition)({}, 5);
  expect(await metrics.text()).toContain('trikon_x_total 1');
  expect(await other.text()).toContain('trikon_x_total 5');
  other.close();
});

test('the process and its event loop are watched', async () => {
  const watched = createMetrics();
  const busyUntil = performance.now() + 120;
  await new Promise((resolve) => setTimeout(resolve, 50));
  while (performance.now() < busyUntil);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const text = await watched.text();
  const value = (name: string): number => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e7);
  expect(value('process_cpu_seconds_total')).toBeGreaterThan(0);
  expect(value('nodejs_heap_size_used_bytes')).toBeGreaterThan(1e6);
  expect(value('nodejs_eventloop_lag_max_seconds')).toBeGreaterThan(0.02);
  expect(value('nodejs_eventloop_utilization_ratio')).toBeGreaterThan(0);
  watched.close();
});

test('a metric must carry the name of the product and be defined once', () => {
  expect(() => metrics.counter({ name: 'sent_total', help: 'x', labels: [] })).toThrow('trikon_');
  metrics.counter({ name: 'trikon_a_total', help: 'x', labels: [] });
  expect(() => metrics.counter({ name: 'trikon_a_total', help: 'x', labels: [] })).toThrow(
    'already been registered',
  );
});
