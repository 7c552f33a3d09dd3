import type { FlowParameters } from '@trikon/whatsapp';
import { hour } from '../accounts/times.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import { refuse } from '../graph/errors.ts';
import type { JsonObject } from '../world/json.ts';
import { factsOf } from './flow-facts.ts';
import { isSendable } from './flow-json/versions.ts';
import type { Flow, FlowStore, FlowVersion } from './flow.ts';
import { fetchKeyOf } from './public-key.ts';
import type { FlowJson } from './runtime/flow.ts';
import { entryScreens, type Start } from './runtime/session.ts';

/** What a message keeps of its Flow: it opens this version, whatever becomes of the Flow later. */
export interface FlowUse {
  flowId: string;
  versionId: string;
  token: string;
  start: Start;
  /** A draft opens under a banner that says so. */
  isDraft: boolean;
}

/** The Flow of a message, as its sender names it. */
export type Wanted = Omit<FlowParameters, 'flow_message_version' | 'flow_cta'>;

const sendsWhileThrottled = 10;

/** The Flow of a message that is about to go out, or Graph's refusal (Meta, "Sending a Flow", "Flows error codes"). */
export function flowForMessage(
  emulator: Emulator,
  store: FlowStore,
  number: BusinessNumber,
  wanted: Wanted,
): FlowUse {
  const flow = findFlow(store, number.wabaId, wanted);
  const isDraft = wanted.mode === 'draft';
  requireSendable(emulator, store, flow);
  const version = versionFor(store, flow, isDraft);
  const facts = factsOf(version);
  if (!isSendable(facts.jsonVersion ?? '')) refuse(131009, 'Flow version is invalid or expired');
  if (facts.dataApiVersion !== undefined && 'error' in fetchKeyOf(number)) {
    refuse(132068, 'The public key of the phone number is not uploaded or became invalid');
  }
  const start = startOf(version, wanted);
  if (flow.status === 'THROTTLED') countThrottled(emulator, store, flow);
  return { flowId: flow.id, versionId: version.id, token: wanted.flow_token ?? 'unused', start, isDraft };
}

/** The Flow of a message that went out before: in the version of its time, if that is still kept. */
export function flowAsSent(
  { flows, ofWaba, versions, currentOf }: FlowStore,
  { wabaId, at }: { wabaId: string; at: number },
  wanted: Wanted,
): FlowUse {
  const { flow_id: id, flow_name: name, mode, flow_token: token = 'unused' } = wanted;
  const flow = id === undefined ? ofWaba.all(wabaId).find((one) => one.name === name) : flows.get(id);
  const isDraft = mode === 'draft';
  const published = (flow?.publishedIds ?? []).map((versionId) => versions.get(versionId));
  const version = isDraft
    ? flow && currentOf(flow)
    : published.findLast((one) => one !== undefined && (one.publishedAt ?? 0) <= at);
  if (!flow || !version) return refuse(131009, 'The Flow is no longer there.');
  return { flowId: flow.id, versionId: version.id, token, start: startOf(version, wanted), isDraft };
}

/** By its id, or by its name, which is unique within the account. */
export function findFlow(
  { flows, ofWaba }: FlowStore,
  wabaId: string,
  { flow_id: id, flow_name: name }: { flow_id?: string; flow_name?: string },
): Flow {
  const flow = id === undefined ? ofWaba.all(wabaId).find((one) => one.name === name) : flows.get(id);
  if (flow?.wabaId === wabaId) return flow;
  return refuse(
    131009,
    'Flow with specified ID does not exist or does not belong to your WhatsApp Business Account',
  );
}

function requireSendable({ world }: Emulator, { flows }: FlowStore, flow: Flow): void {
  if (flow.status === 'BLOCKED') refuse(132068, 'Flow is in blocked state.');
  if (flow.status === 'DEPRECATED') refuse(131009, 'Flow is deprecated and cannot be sent');
  if (flow.status !== 'THROTTLED') return;
  const recent = flow.throttledSends.filter((at) => at > world.clock.now() - hour);
  if (recent.length < flow.throttledSends.length) flows.change(flow.id, { throttledSends: recent });
  if (recent.length >= sendsWhileThrottled) {
    refuse(
      132069,
      'Flow is in throttled state and 10 messages using this flow were already sent in the last hour.',
    );
  }
}

function countThrottled({ world }: Emulator, { flows }: FlowStore, { id }: Flow): void {
  flows.change(id, { throttledSends: [...(flows.get(id)?.throttledSends ?? []), world.clock.now()] });
}

function versionFor({ versions, publishedOf }: FlowStore, flow: Flow, isDraft: boolean): FlowVersion {
  const version = isDraft ? versions.get(flow.draftId ?? '') : publishedOf(flow);
  if (!version) {
    refuse(
      131009,
      isDraft
        ? 'A published Flow cannot be sent with mode draft'
        : 'A Flow in draft state can only be sent with mode draft',
    );
  }
  if (version.errors.length > 0) refuse(131009, 'The Flow has validation errors and cannot be sent');
  return version;
}

function startOf(
  { text }: FlowVersion,
  { flow_action: action, flow_action_payload: payload }: Wanted,
): Start {
  if (action === 'data_exchange') return { action: 'data_exchange' };
  const entries = entryScreens(JSON.parse(text) as FlowJson);
  const screen = payload?.screen ?? 'FIRST_ENTRY_SCREEN';
  if (screen !== 'FIRST_ENTRY_SCREEN' && !entries.includes(screen)) {
    refuse(131009, `flow_action_payload.screen ${screen} is not an entry screen of the Flow`);
  }
  return {
    action: 'navigate',
    ...(screen !== 'FIRST_ENTRY_SCREEN' && { screen }),
    ...(payload?.data && { data: payload.data as JsonObject }),
  };
}
