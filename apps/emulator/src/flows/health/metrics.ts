import { refuse } from '../../graph/errors.ts';
import { day, hour, timeText } from '../../accounts/times.ts';
import { sumCounts, total, type FlowMinute, type Minutes } from './minutes.ts';

type Point = { key: string; value: number }[];

/** Meta, "Metrics API": what each metric says of some minutes. */
const metrics: Record<string, (minutes: FlowMinute[]) => Point> = {
  ENDPOINT_REQUEST_COUNT: (minutes) => [{ key: 'value', value: requestsIn(minutes) }],
  ENDPOINT_REQUEST_ERROR: (minutes) => pointsOf(errorsIn(minutes)),
  ENDPOINT_REQUEST_ERROR_RATE: (minutes) => [
    { key: 'value', value: total(errorsIn(minutes)) / Math.max(1, requestsIn(minutes)) },
  ],
  ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL: latencyPoints,
  ENDPOINT_AVAILABILITY: (minutes) => [
    { key: 'succeeded', value: minutes.reduce((sum, { alive }) => sum + alive, 0) },
    { key: 'failed', value: minutes.reduce((sum, { dead }) => sum + dead, 0) },
  ],
};

const requestsIn = (minutes: FlowMinute[]): number =>
  minutes.reduce((sum, { requests }) => sum + requests, 0);

const errorsIn = (minutes: FlowMinute[]): Record<string, number> =>
  sumCounts(minutes.map(({ endpointErrors }) => endpointErrors));

const pointsOf = (counts: Record<string, number>): Point =>
  Object.entries(counts).map(([key, value]) => ({ key, value }));

function latencyPoints(minutes: FlowMinute[]): Point {
  const seconds = minutes.flatMap(({ latencies }) =>
    Object.entries(latencies).map(([latency, count]) => ({ [secondsOf(Number(latency))]: count })),
  );
  return pointsOf(sumCounts(seconds));
}

const secondsOf = (latency: number): string => {
  const seconds = Math.max(1, Math.ceil(latency / 1000));
  return seconds > 10 ? '10+' : String(seconds);
};

const leastRequests = 250;
const reach = { HOUR: 30 * day, DAY: 90 * day, LIFETIME: Infinity };
const steps = { HOUR: hour, DAY: day, LIFETIME: Infinity };

interface Asked {
  flowId: string;
  calls: Record<string, string>;
  now: number;
}

/** `metric.name(X).granularity(DAY).since(2026-10-01).until(2026-10-05)` */
export function readMetric(all: Minutes, { flowId, calls, now }: Asked) {
  const name = calls.name ?? '';
  const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
  if (!metric) refuse(100, `Param name must be one of {${Object.keys(metrics).join(', ')}}.`);
  const granularity = readGranularity(calls.granularity);
  const from = Math.max(readDay(calls.since, 'since') ?? 0, now - reach[granularity]);
  const until = (readDay(calls.until, 'until') ?? now) + day;
  if (requestsIn(all.since(flowId, 0)) < leastRequests) {
    refuse(139006, 'Metrics threshold is not reached', {
      userTitle: 'Metrics threshold is not reached',
      userMessage: 'Not enough data to provide flow metrics',
    });
  }
  const minutes = all.since(flowId, from).filter(({ at }) => at < until);
  const step = steps[granularity];
  const groups = Map.groupBy(minutes, ({ at }) =>
    step === Infinity ? (minutes[0]?.at ?? from) : Math.floor(at / step) * step,
  );
  const data_points = [...groups].map(([at, group]) => ({ timestamp: timeText(at), data: metric(group) }));
  return { granularity, name, data_points: data_points.filter(({ data }) => data.length > 0) };
}

function readGranularity(given = ''): 'HOUR' | 'DAY' | 'LIFETIME' {
  const known = (['HOUR', 'DAY', 'LIFETIME'] as const).find((one) => one === given.toUpperCase());
  return known ?? refuse(100, 'Param granularity must be one of {HOUR, DAY, LIFETIME}.');
}

function readDay(given: string | undefined, name: string): number | undefined {
  if (given === undefined || given === '') return undefined;
  const at = /^\d{4}-\d\d-\d\d$/.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(at) ? refuse(100, `Param ${name} must be a date in the format YYYY-MM-DD.`) : at;
}
