import type { FlowStatus } from '@trikon/whatsapp';
import type { Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { refuse } from '../../graph/errors.ts';
import { flag, text, type Params } from '../../accounts/reading.ts';
import type { EndpointCalls } from '../endpoint-calls.ts';
import { factsOf } from '../flow-facts.ts';
import { changeStatus, tellCreated } from '../flow-status.ts';
import { freezeWarning } from '../health/freeze.ts';
import type { Flow, FlowStore } from '../flow.ts';
import { addVersion, editFlow, requireEditable } from './drafts.ts';
import { publishFlow } from './publish.ts';
import {
  readCategories,
  readEndpointUri,
  readFlowJson,
  readName,
  refuseOldEndpoint,
  requireUniqueName,
} from './requests.ts';

const access = 'whatsapp_business_management';

const undeprecatable: Partial<Record<FlowStatus, string>> = {
  DRAFT: "Can't deprecate unpublished flow",
  DEPRECATED: 'Flow is already deprecated',
};

/** Making, changing and ending Flows (Meta, "Flows API"). */
export const flowEdges = (emulator: Emulator, store: FlowStore, calls: EndpointCalls): Edges => ({
  'POST waba/flows': { access, answer: (call: Call<Waba>) => createFlow(emulator, store, calls, call) },
  'GET waba/flows': {
    access,
    answer(call: Call<Waba>) {
      const { nodes } = emulator.graph;
      const page = pageOf(store.ofWaba.all(call.node.id), call, { path: `${call.node.id}/flows` });
      return { ...page, data: page.data.map((flow) => nodes.show('flow', flow, call)) };
    },
  },
  'POST flow': {
    access,
    answer({ node, params }: Call<Flow>) {
      editFlow(emulator, store, node, readChanges(emulator, store, node, params));
      return { success: true };
    },
  },
  'POST flow/publish': {
    access,
    async answer({ node }: Call<Flow>) {
      await publishFlow(emulator, store, calls, node);
      return { success: true };
    },
  },
  'POST flow/deprecate': {
    access,
    answer({ node }: Call<Flow>) {
      const state = undeprecatable[node.status];
      if (state !== undefined) refuse(139003, state, { userTitle: state, userMessage: `${state}.` });
      changeStatus(emulator, store, node, 'DEPRECATED');
      return { success: true };
    },
  },
  'DELETE flow': {
    access,
    answer({ node }: Call<Flow>) {
      deleteFlow(store, node);
      return { success: true };
    },
  },
});

function deleteFlow({ flows, versions }: FlowStore, { id, status, draftId, publishedIds }: Flow): void {
  // A draft of what was published before is a published Flow still: messages hold on to it.
  if (status !== 'DRAFT' || publishedIds.length > 0) {
    const words = "Can't delete published Flow";
    refuse(139004, words, {
      userTitle: words,
      userMessage: 'After a Flow has been published, it cannot be deleted. Please deprecate instead.',
    });
  }
  if (draftId !== undefined) versions.delete(draftId);
  flows.delete(id);
}

async function createFlow(emulator: Emulator, store: FlowStore, calls: EndpointCalls, call: Call<Waba>) {
  const { world } = emulator;
  const { node: waba, params, app } = call;
  const [name, categories] = [readName(params), readCategories(params)];
  if (!categories) refuse(100, 'The parameter categories is required.');
  requireUniqueName(store, waba.id, name);
  const source = readSource(emulator, store, call);
  const json = readFlowJson(params) ?? (source && store.currentOf(source)?.text);
  const endpointUri = readEndpointUri(params) ?? source?.endpointUri;
  const id = world.ids.next();
  const draft = json === undefined ? undefined : addVersion(emulator, store, id, json);
  if (params.endpoint_uri !== undefined) refuseOldEndpoint(100, factsOf(draft));
  const flow = store.flows.put({
    id,
    wabaId: waba.id,
    name,
    categories,
    status: 'DRAFT',
    appId: app.id,
    publishedIds: [],
    createdAt: world.clock.now(),
    throttledSends: [],
    alerts: {},
    ...(draft && { draftId: draft.id }),
    ...(endpointUri !== undefined && { endpointUri }),
  });
  tellCreated(
    emulator,
    flow,
    freezeWarning(factsOf(draft).jsonVersion, store.settings.value, flow.createdAt),
  );
  const errors = draft?.errors ?? [];
  // With errors it stays a draft, and the list of errors says why.
  if (flag(params, 'publish') === true && draft && errors.length === 0)
    await publishFlow(emulator, store, calls, flow);
  return { id, success: true, validation_errors: errors };
}

/** The Flow that is to be cloned, if the caller may touch it. */
function readSource(
  { directory }: Emulator,
  { flows }: FlowStore,
  { params, token }: Call,
): Flow | undefined {
  const id = text(params, 'clone_flow_id');
  if (id !== undefined && params.clone_template !== undefined) {
    refuse(100, 'Only one clone source can be set', { userTitle: 'Only one clone source can be set' });
  }
  if (params.clone_template !== undefined) refuse(100, 'Param clone_template is not supported.');
  if (id === undefined) return undefined;
  const flow = flows.get(id);
  const waba = flow && directory.wabas.get(flow.wabaId);
  const mayTouch =
    waba &&
    (token.wabaIds.length > 0
      ? token.wabaIds.includes(waba.id)
      : token.businessIds.includes(waba.businessId));
  if (mayTouch) return flow;
  return refuse(100, 'Flow with specified ID does not exist', {
    userTitle: 'Flow with specified ID does not exist',
  });
}

function readChanges({ directory }: Emulator, store: FlowStore, flow: Flow, params: Params): Partial<Flow> {
  requireEditable(flow);
  const name = params.name === undefined ? undefined : readName(params);
  const categories = readCategories(params);
  const endpointUri = readEndpointUri(params);
  const appId = text(params, 'application_id');
  if (name !== undefined) requireUniqueName(store, flow.wabaId, name, flow);
  if (endpointUri !== undefined) refuseOldEndpoint(139001, factsOf(store.currentOf(flow)));
  if (appId !== undefined && !directory.apps.has(appId))
    refuse(100, `The application ${appId} does not exist.`);
  const changes = {
    ...(name !== undefined && { name }),
    ...(categories && { categories }),
    ...(endpointUri !== undefined && { endpointUri }),
    ...(appId !== undefined && { appId }),
  };
  if (Object.keys(changes).length === 0)
    refuse(100, 'The parameter name, categories, endpoint_uri or application_id is required.');
  return changes;
}
