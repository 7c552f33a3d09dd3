import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraphError } from '../../graph/errors.ts';
import { day, hour, minute } from '../../accounts/times.ts';
import type { Flow } from '../flow.ts';
import { measure, type Measure } from './alerts.ts';
import { readMetric } from './metrics.ts';
import type { FlowMinute, Minutes } from './minutes.ts';

const now = Date.UTC(2026, 9, 5, 6, 30);
const flow = { id: '1', name: 'Salon' } as Flow;

const at = (ago: number, of: Partial<FlowMinute>): FlowMinute => ({
  id: `1:${now - ago}`,
  flowId: '1',
  at: now - ago,
  requests: 0,
  latencies: {},
  endpointErrors: {},
  clientErrors: {},
  alive: 0,
  dead: 0,
  ...of,
});

const minutesOf = (...all: FlowMinute[]): Minutes => ({
  record() {},
  recordNotice() {},
  recordPing() {},
  since: (_, from) => all.filter((one) => one.at >= from),
});

const look = (...all: FlowMinute[]): Record<string, Measure> =>
  Object.fromEntries(
    measure(minutesOf(...all), '1', { now, leastRequests: 3 }).map((one) => [one.name, one]),
  );

describe('the measures of an endpoint', () => {
  it('pass the thresholds of 5, 10 and 50 percent of errors', () => {
    const rateOf = (errors: number): number | undefined =>
      look(at(0, { requests: 100, endpointErrors: { timeout_error: errors } })).ENDPOINT_ERROR_RATE
        ?.threshold;
    expect([4, 5, 9, 10, 49, 50].map(rateOf)).toEqual([0, 5, 5, 10, 10, 50]);
  });

  it('say nothing of fewer requests than tell something', () => {
    const few = look(at(0, { requests: 2, endpointErrors: { timeout_error: 2 }, latencies: { 9000: 2 } }));
    expect([few.ENDPOINT_ERROR_RATE?.threshold, few.ENDPOINT_LATENCY?.threshold]).toEqual([0, 0]);
  });

  it('forget what is older than their window: 30 minutes for errors, 60 for clients, 10 for availability', () => {
    const old = {
      requests: 10,
      endpointErrors: { timeout_error: 10 },
      clientErrors: { 'payload-schema-error': 10 },
      dead: 10,
    };
    const after = (minutes: number): number[] =>
      Object.values(look(at(minutes * minute, old))).map(({ threshold }) => threshold);
    expect(after(5)).toEqual([50, 50, 0, 90]);
    expect(after(20)).toEqual([50, 50, 0, 0]);
    expect(after(40)).toEqual([50, 0, 0, 0]);
    expect(after(61)).toEqual([0, 0, 0, 0]);
  });

  it('tell errors by their types, each as its share of all, in the capitals of webhooks', () => {
    const event = look(
      at(0, { requests: 14, clientErrors: { 'invalid-screen-transition': 2, 'public-key-missing': 1 } }),
    ).CLIENT_ERROR_RATE?.tell(flow, 10, 'ACTIVATED');
    expect(event).toMatchObject({
      message: 'The flow client request error rate has reached the 10% threshold in the last 60 minutes.',
      error_rate: 21.42,
      errors: [
        { error_type: 'INVALID_SCREEN_TRANSITION', error_rate: 66.66, error_count: 2 },
        { error_type: 'PUBLIC_KEY_MISSING', error_rate: 33.33, error_count: 1 },
      ],
    });
  });

  it('know the latency that 90 of 100 requests keep', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12_000 }), { minLength: 3 }), (latencies) => {
        const counts: Record<string, number> = {};
        for (const latency of latencies) counts[latency] = (counts[latency] ?? 0) + 1;
        const event = look(at(0, { requests: latencies.length, latencies: counts })).ENDPOINT_LATENCY?.tell(
          flow,
          1000,
          'ACTIVATED',
        );
        const sorted = latencies.toSorted((a, b) => a - b);
        expect(event).toMatchObject({
          p90_latency: sorted[Math.ceil(latencies.length * 0.9) - 1],
          p50_latency: sorted[Math.ceil(latencies.length * 0.5) - 1],
          requests_count: latencies.length,
        });
      }),
    );
  });
});

describe('the metrics of a Flow', () => {
  const busy = minutesOf(
    at(3 * day, {
      requests: 200,
      endpointErrors: { timeout_error: 5 },
      latencies: { 400: 150, 1100: 40, 10_000: 8, 10_001: 2 },
    }),
    at(2 * hour, { requests: 30, endpointErrors: { unexpected_http_status_code: 15 }, alive: 10, dead: 5 }),
    at(0, { requests: 20 }),
  );
  const read = (name: string, more: Record<string, string> = {}) =>
    readMetric(busy, { flowId: '1', now, calls: { name, granularity: 'day', ...more } }).data_points;

  it('come by days, by hours, or as one', () => {
    const count = (granularity: string): unknown[] =>
      read('ENDPOINT_REQUEST_COUNT', { granularity }).map(({ data }) => data[0]?.value);
    expect(count('day')).toEqual([200, 50]);
    expect(count('HOUR')).toEqual([200, 30, 20]);
    expect(count('LIFETIME')).toEqual([250]);
  });

  it('are what the page says', () => {
    expect(read('ENDPOINT_REQUEST_ERROR')).toEqual([
      { timestamp: '2026-10-02T00:00:00+0000', data: [{ key: 'timeout_error', value: 5 }] },
      { timestamp: '2026-10-05T00:00:00+0000', data: [{ key: 'unexpected_http_status_code', value: 15 }] },
    ]);
    expect(read('ENDPOINT_REQUEST_ERROR_RATE', { granularity: 'LIFETIME' })[0]?.data).toEqual([
      { key: 'value', value: 0.08 },
    ]);
    expect(read('ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL')[0]?.data).toEqual([
      { key: '1', value: 150 },
      { key: '2', value: 40 },
      { key: '10', value: 8 },
      { key: '10+', value: 2 },
    ]);
    expect(read('ENDPOINT_AVAILABILITY').at(-1)?.data).toEqual([
      { key: 'succeeded', value: 10 },
      { key: 'failed', value: 5 },
    ]);
  });

  it('can be cut by days, both included, and only by days', () => {
    expect(read('ENDPOINT_REQUEST_COUNT', { since: '2026-10-05' })).toHaveLength(1);
    expect(read('ENDPOINT_REQUEST_COUNT', { until: '2026-10-02' })).toHaveLength(1);
    expect(() => read('ENDPOINT_REQUEST_COUNT', { since: 'yesterday' })).toThrow(GraphError);
    expect(() => read('ENDPOINT_REQUEST_COUNT', { granularity: 'WEEK' })).toThrow(GraphError);
    expect(() => read('constructor')).toThrow(GraphError);
  });
});
