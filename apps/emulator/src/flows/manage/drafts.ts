import type { Emulator } from '../../emulator.ts';
import { refuse } from '../../graph/errors.ts';
import { readFacts } from '../flow-facts.ts';
import { validateFlowJson } from '../flow-json/validate.ts';
import { changeStatus } from '../flow-status.ts';
import type { Flow, FlowStore, FlowVersion } from '../flow.ts';

/** Keeps a Flow JSON with what is wrong with it. */
export function addVersion(
  { world }: Emulator,
  { versions }: FlowStore,
  flowId: string,
  text: string,
): FlowVersion {
  const errors = validateFlowJson(text);
  return versions.put({ id: world.ids.next(), flowId, text, errors, facts: readFacts(text) });
}

/** Whoever edits a published Flow gets a draft again; messages keep what was published (Meta, "Lifecycle of a Flow"). */
export function editFlow(
  emulator: Emulator,
  store: FlowStore,
  flow: Flow,
  { text, ...patch }: Partial<Flow> & { text?: string },
): Flow {
  requireEditable(flow);
  const current = store.currentOf(flow);
  if (text === undefined && flow.draftId !== undefined) return store.flows.change(flow.id, patch);
  const content = text ?? current?.text;
  const draft = content === undefined ? undefined : addVersion(emulator, store, flow.id, content);
  if (flow.draftId !== undefined) store.versions.delete(flow.draftId);
  return changeStatus(emulator, store, flow, 'DRAFT', { ...patch, ...(draft && { draftId: draft.id }) });
}

export function requireEditable({ status }: Flow): void {
  if (status !== 'DEPRECATED' && status !== 'BLOCKED') return;
  refuse(139001, "Flow can't be updated", {
    userTitle: "Flow can't be updated",
    userMessage: `A Flow in state ${status} can't be updated. Clone it and publish the clone.`,
  });
}
