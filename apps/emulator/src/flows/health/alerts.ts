import type { FlowErrorRate, FlowEvent } from '@trikon/whatsapp';
import { minute } from '../../accounts/times.ts';
import type { Flow } from '../flow.ts';
import { sumCounts, total, type FlowMinute, type Minutes } from './minutes.ts';

/** The four alerts: over which time, and which values pass a threshold (Meta, "Flows webhooks"). */
const windows = {
  CLIENT_ERROR_RATE: 60,
  ENDPOINT_ERROR_RATE: 30,
  ENDPOINT_LATENCY: 30,
  ENDPOINT_AVAILABILITY: 10,
};

type AlertName = keyof typeof windows;

const rateThresholds = [5, 10, 50];
const latencyThresholds = [1000, 5000, 7000];
const availabilityThreshold = 90;

/** A measure with the threshold that it passes, 0 when it passes none. */
export interface Measure {
  name: AlertName;
  threshold: number;
  /** Whether it is as bad as alerts can tell. */
  isWorst: boolean;
  tell(flow: Flow, threshold: number, state: 'ACTIVATED' | 'DEACTIVATED'): FlowEvent;
}

/** All measures of a Flow as they are now. */
export function measure(
  minutes: Minutes,
  flowId: string,
  { now, leastRequests }: { now: number; leastRequests: number },
): Measure[] {
  const within = (name: AlertName): FlowMinute[] => minutes.since(flowId, now - windows[name] * minute);
  return [
    errorRate('CLIENT_ERROR_RATE', within('CLIENT_ERROR_RATE'), leastRequests),
    errorRate('ENDPOINT_ERROR_RATE', within('ENDPOINT_ERROR_RATE'), leastRequests),
    latency(within('ENDPOINT_LATENCY'), leastRequests),
    availability(within('ENDPOINT_AVAILABILITY')),
  ];
}

const passed = (value: number, thresholds: number[]): number =>
  thresholds.findLast((threshold) => value >= threshold) ?? 0;

function errorRate(name: FlowErrorRate['event'], minutes: FlowMinute[], leastRequests: number): Measure {
  const requests = minutes.reduce((sum, one) => sum + one.requests, 0);
  const counts = sumCounts(
    minutes.map((one) => (name === 'CLIENT_ERROR_RATE' ? one.clientErrors : one.endpointErrors)),
  );
  const error_rate = Math.min(100, shareOf(total(counts), requests));
  const threshold = requests < leastRequests ? 0 : passed(error_rate, rateThresholds);
  const errors = Object.entries(counts).map(([type, error_count]) => ({
    error_type: shoutedType(type),
    error_rate: shareOf(error_count, total(counts)),
    error_count,
  }));
  return {
    name,
    threshold,
    isWorst: threshold === rateThresholds.at(-1),
    tell: (flow, threshold, alert_state) => ({
      event: name,
      message: `The flow ${name === 'CLIENT_ERROR_RATE' ? 'client' : 'endpoint'} request error rate has ${movedTo(alert_state)} the ${threshold}% threshold in the last ${windows[name]} minutes.`,
      flow_id: flow.id,
      error_rate,
      threshold,
      alert_state,
      errors,
    }),
  };
}

/** In hundredths of a percent, as Meta's examples: of three errors two are 66.66. */
const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part / whole) * 10_000) / 100;

const movedTo = (state: 'ACTIVATED' | 'DEACTIVATED'): string =>
  state === 'ACTIVATED' ? 'reached' : 'recovered from';

/** Webhooks write the types of errors in capitals, and some of them shorter. */
const shoutedType = (type: string): string =>
  type === 'timeout_error' ? 'TIMEOUT' : type.replaceAll('-', '_').toUpperCase();

function latency(minutes: FlowMinute[], leastRequests: number): Measure {
  const counts = sumCounts(minutes.map(({ latencies }) => latencies));
  const requests_count = total(counts);
  const [p90_latency, p50_latency] = [percentile(counts, 0.9), percentile(counts, 0.5)];
  const threshold = requests_count < leastRequests ? 0 : passed(p90_latency, latencyThresholds);
  return {
    name: 'ENDPOINT_LATENCY',
    threshold,
    isWorst: threshold === latencyThresholds.at(-1),
    tell: (flow, threshold, alert_state) => ({
      event: 'ENDPOINT_LATENCY',
      message: `Flow endpoint latency has ${movedTo(alert_state)} the p90 threshold in the last ${windows.ENDPOINT_LATENCY} minutes.`,
      flow_id: flow.id,
      p90_latency,
      p50_latency,
      requests_count,
      threshold,
      alert_state,
    }),
  };
}

function percentile(counts: Record<string, number>, share: number): number {
  const sorted = Object.entries(counts)
    .map(([value, count]) => ({ value: Number(value), count }))
    .sort((a, b) => a.value - b.value);
  let left = Math.ceil(total(counts) * share);
  for (const { value, count } of sorted) {
    left -= count;
    if (left <= 0) return value;
  }
  return 0;
}

function availability(minutes: FlowMinute[]): Measure {
  const alive = minutes.reduce((sum, one) => sum + one.alive, 0);
  const all = minutes.reduce((sum, one) => sum + one.dead, alive);
  const share = all === 0 ? 100 : Math.round((alive / all) * 100);
  const isLow = share < availabilityThreshold;
  return {
    name: 'ENDPOINT_AVAILABILITY',
    threshold: isLow ? availabilityThreshold : 0,
    isWorst: all > 0 && alive === 0,
    tell: (flow, threshold, alert_state) => ({
      event: 'ENDPOINT_AVAILABILITY',
      message:
        alert_state === 'ACTIVATED'
          ? `The flow endpoint availability has breached the ${threshold}% threshold in the last ${windows.ENDPOINT_AVAILABILITY} minutes. Users will be unable to open or use the flow.`
          : `The flow endpoint availability has recovered from the ${threshold}% threshold in the last ${windows.ENDPOINT_AVAILABILITY} minutes.`,
      flow_id: flow.id,
      availability: share,
      threshold,
      alert_state,
    }),
  };
}
