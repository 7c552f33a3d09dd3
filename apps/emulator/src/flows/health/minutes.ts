import type { Collection, Index, Thing } from '../../world/collection.ts';
import type { World } from '../../world/world.ts';
import { day, minute } from '../../accounts/times.ts';
import type { EndpointError, Outcome } from '../endpoint/exchange.ts';
import type { ErrorNotice } from '../runtime/state.ts';

/** What an endpoint did within one minute of the world. */
export interface FlowMinute extends Thing {
  flowId: string;
  at: number;
  requests: number;
  /** How many took how long, by milliseconds. */
  latencies: Record<string, number>;
  endpointErrors: Record<string, number>;
  clientErrors: Record<string, number>;
  alive: number;
  dead: number;
}

export interface Minutes {
  record(flowId: string, outcome: Outcome & { latency: number }): void;
  /** What the phone found wrong with an answer that came. */
  recordNotice(flowId: string, error: ErrorNotice['error']): void;
  recordPing(flowId: string, alive: boolean): void;
  /** The minutes of a Flow that began at or after a moment, the oldest first. */
  since(flowId: string, from: number): FlowMinute[];
}

/** Metrics reach back 90 days. */
const keptDays = 90;

const endpointErrors: ReadonlySet<string> = new Set<EndpointError>([
  'timeout_error',
  'no_http_response_error',
  'unexpected_http_status_code',
]);

export function createMinutes(world: World): Minutes {
  const minutes = world.collection<FlowMinute>('flow_minutes');
  const ofFlow = minutes.index(({ flowId }) => flowId);
  const add = (flowId: string, change: (old: FlowMinute) => Partial<FlowMinute>): void =>
    addTo(minutes, ofFlow, { flowId, at: Math.floor(world.clock.now() / minute) * minute, change });
  return {
    record(flowId, outcome) {
      const error = outcome.kind === 'failed' ? outcome.error : undefined;
      const isEndpoints = error !== undefined && endpointErrors.has(error);
      add(flowId, (old) => ({
        requests: old.requests + 1,
        latencies: counted(old.latencies, String(outcome.latency)),
        ...(error !== undefined && isEndpoints && { endpointErrors: counted(old.endpointErrors, error) }),
        ...(error !== undefined && !isEndpoints && { clientErrors: counted(old.clientErrors, error) }),
      }));
    },
    recordNotice: (flowId, error) =>
      add(flowId, (old) => ({ clientErrors: counted(old.clientErrors, error) })),
    recordPing: (flowId, alive) =>
      add(flowId, (old) => (alive ? { alive: old.alive + 1 } : { dead: old.dead + 1 })),
    since: (flowId, from) => ofFlow.all(flowId).filter(({ at }) => at >= from),
  };
}

function addTo(
  minutes: Collection<FlowMinute>,
  ofFlow: Index<FlowMinute>,
  { flowId, at, change }: { flowId: string; at: number; change: (old: FlowMinute) => Partial<FlowMinute> },
): void {
  const id = `${flowId}:${at}`;
  const old = minutes.get(id) ?? minutes.put(emptyMinute(id, flowId, at));
  minutes.change(id, change(old));
  const oldest = ofFlow.all(flowId)[0];
  if (oldest && oldest.at < at - keptDays * day) minutes.delete(oldest.id);
}

const emptyMinute = (id: string, flowId: string, at: number): FlowMinute => ({
  id,
  flowId,
  at,
  requests: 0,
  latencies: {},
  endpointErrors: {},
  clientErrors: {},
  alive: 0,
  dead: 0,
});

const counted = (counts: Record<string, number>, key: string): Record<string, number> => ({
  ...counts,
  [key]: (counts[key] ?? 0) + 1,
});

/** Counts of several minutes together. */
export function sumCounts(all: Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const counts of all)
    for (const [key, count] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

export const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
