import type { FlowEvent, FlowStatus } from '@trikon/whatsapp';
import type { Emulator } from '../emulator.ts';
import type { JsonObject } from '../world/json.ts';
import type { Flow, FlowStore } from './flow.ts';

/** Tells subscribers of `flows` what happened. */
export function tellFlowEvent({ webhooks }: Emulator, { wabaId }: Flow, event: FlowEvent): void {
  webhooks.send({ wabaId, field: 'flows', value: event as unknown as JsonObject });
}

export function tellCreated(emulator: Emulator, flow: Flow, warning?: string): void {
  tellFlowEvent(emulator, flow, {
    event: 'FLOW_STATUS_CHANGE',
    message: `Flow ${flow.name} has been created with ${flow.status} status`,
    flow_id: flow.id,
    new_status: flow.status,
    ...(warning !== undefined && { warning }),
  });
}

/** Changes a Flow, its status among it, and tells who listens when that is another than before. */
export function changeStatus(
  emulator: Emulator,
  { flows }: FlowStore,
  flow: Flow,
  status: FlowStatus,
  more: Partial<Flow> = {},
): Flow {
  const changed = flows.change(flow.id, { ...more, status });
  if (flow.status === status) return changed;
  tellFlowEvent(emulator, changed, {
    event: 'FLOW_STATUS_CHANGE',
    message: `Flow ${changed.name} changed status from ${flow.status} to ${status}`,
    flow_id: flow.id,
    old_status: flow.status,
    new_status: status,
  });
  return changed;
}
