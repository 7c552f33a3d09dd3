import type { Emulator } from '../emulator.ts';
import type { Outcome } from './endpoint/exchange.ts';
import type { EndpointCalls } from './endpoint-calls.ts';
import type { FlowStore } from './flow.ts';
import type { Minutes } from './health/minutes.ts';
import type { Monitor } from './health/monitor.ts';
import type { FlowJson } from './runtime/flow.ts';
import type { Start } from './runtime/session.ts';
import type { EndpointAnswer, EndpointRequest, ErrorNotice } from './runtime/state.ts';
import type { FlowUse } from './sending.ts';

/** What a phone gets to run a Flow by itself. */
interface OpenedFlow {
  flow: FlowJson;
  token: string;
  start: Start;
  isDraft: boolean;
}

export type Opening = { opened: OpenedFlow } | { closed: 'blocked' | 'deprecated' | 'gone' };

/** A request of a phone that has the Flow open. */
interface PhoneRequest {
  use: Pick<FlowUse, 'flowId' | 'versionId' | 'token'>;
  /** The business number of the chat, whose key encrypts. */
  numberId: string;
}

export interface FlowsOnPhones {
  open(use: FlowUse): Opening;
  ask(from: PhoneRequest, request: EndpointRequest): Promise<EndpointAnswer>;
  notify(from: PhoneRequest, notice: ErrorNotice): Promise<void>;
  /** The Flow behind a preview link that stands. */
  preview(flowId: string, token: string): FlowJson | undefined;
}

export function createFlowsOnPhones(
  { world }: Emulator,
  {
    store,
    calls,
    minutes,
    monitor,
  }: { store: FlowStore; calls: EndpointCalls; minutes: Minutes; monitor: Monitor },
): FlowsOnPhones {
  const jsonOf = (versionId: string): FlowJson | undefined => {
    const version = store.versions.get(versionId);
    return version?.errors.length === 0 ? (JSON.parse(version.text) as FlowJson) : undefined;
  };
  const callFor = ({ use: { flowId, versionId }, numberId }: PhoneRequest) => {
    const flow = store.flows.get(flowId);
    return flow && { flow, version: store.versions.get(versionId), numberId };
  };
  return {
    open({ flowId, versionId, token, start, isDraft }) {
      const status = store.flows.get(flowId)?.status;
      if (status === 'BLOCKED') return { closed: 'blocked' };
      if (status === 'DEPRECATED') return { closed: 'deprecated' };
      const flow = status === undefined ? undefined : jsonOf(versionId);
      return flow ? { opened: { flow, token, start, isDraft } } : { closed: 'gone' };
    },
    async ask(from, request) {
      const call = callFor(from);
      if (!call) return { kind: 'failed' };
      const outcome = await calls.request(call, from.use.token, request);
      // "Metrics will only be measured for the last published flow version" (Meta, "Lifecycle of a Flow").
      if (store.publishedOf(call.flow)?.id === from.use.versionId) {
        minutes.record(call.flow.id, outcome);
        monitor.look(call.flow.id);
      }
      return answerOf(outcome);
    },
    async notify(from, notice) {
      const call = callFor(from);
      if (!call) return;
      if (store.publishedOf(call.flow)?.id === from.use.versionId) {
        minutes.recordNotice(call.flow.id, notice.error);
        monitor.look(call.flow.id);
      }
      await calls.request(call, from.use.token, notice);
    },
    preview(flowId, token) {
      const flow = store.flows.get(flowId);
      if (!flow?.preview || flow.preview.token !== token || flow.preview.until <= world.clock.now())
        return undefined;
      return jsonOf(store.currentOf(flow)?.id ?? '');
    },
  };
}

/** A phone learns no more of a failure than that there was one. */
function answerOf(outcome: Outcome): EndpointAnswer {
  if (outcome.kind === 'answered') return { kind: 'answered', body: outcome.body };
  if (outcome.kind === 'failed') return { kind: 'failed' };
  return { kind: 'expired', ...(outcome.text !== undefined && { text: outcome.text }) };
}
