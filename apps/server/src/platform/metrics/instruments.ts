import type { Metrics } from './create-metrics.ts';

type FinishedRequest = { method: string; route: string | undefined; status: number; seconds: number };

/** `route` is the template the router matched (`/contacts/{id}`), never the address: that would be one series per id. */
export function requestMetrics(metrics: Metrics): (finished: FinishedRequest) => void {
  const observe = metrics.histogram({
    name: 'trikon_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer.',
    labels: ['method', 'route', 'status'],
  });
  return ({ method, route, status, seconds }) =>
    observe(
      { method: knownMethod(method), route: route ?? 'unmatched', status: `${Math.floor(status / 100)}xx` },
      seconds,
    );
}

/** For `createOutbound({ metrics })`. Which host was called stays out: it is a tenant's. */
export function outboundMetrics(metrics: Metrics): { observe(outcome: string, seconds: number): void } {
  const observe = metrics.histogram({
    name: 'trikon_outbound_request_duration_seconds',
    help: 'Time until an outside server answered, by the class of its status or the code of the failure.',
    labels: ['outcome'],
  });
  return { observe: (outcome, seconds) => observe({ outcome }, seconds) };
}

// Callers can invent methods.
function knownMethod(method: string): string {
  return /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method) ? method : 'other';
}
