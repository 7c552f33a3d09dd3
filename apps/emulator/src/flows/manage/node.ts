import { createHash } from 'node:crypto';
import { healthStatus } from '../../accounts/standing/health.ts';
import { day, timeText } from '../../accounts/times.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import type { Field } from '../../graph/fields.ts';
import { endpointUriOf, factsOf } from '../flow-facts.ts';
import type { Flow, FlowStore } from '../flow.ts';
import type { Minutes } from '../health/minutes.ts';
import { readMetric } from '../health/metrics.ts';
import { obstaclesOf } from './publish.ts';

const previewDays = 30;

/** What can be read of a Flow (Meta, "Flows API", Retrieving Flow Details). */
export function defineFlowNode(emulator: Emulator, store: FlowStore, minutes: Minutes): void {
  const { graph, directory } = emulator;
  const facts = (flow: Flow) => factsOf(store.currentOf(flow));
  graph.nodes.define<Flow>({
    kind: 'flow',
    type: 'WhatsAppBusinessFlow',
    collection: store.flows,
    owner: ({ wabaId }) => ({ wabaId }),
    defaults: ['id', 'name', 'status', 'categories', 'validation_errors'],
    fields: {
      name: ({ name }) => name,
      status: ({ status }) => status,
      categories: ({ categories }) => categories,
      validation_errors: (flow) => store.currentOf(flow)?.errors ?? [],
      json_version: (flow) => facts(flow).jsonVersion,
      data_api_version: (flow) => facts(flow).dataApiVersion,
      endpoint_uri: (flow) => endpointUriOf(flow, facts(flow)),
      data_channel_uri: (flow) => endpointUriOf(flow, facts(flow)),
      preview: (flow, { calls }, call) =>
        showPreview(emulator, store, { flow, isAnew: calls.invalidate === 'true', call }),
      whatsapp_business_account({ wabaId }, { inner }, call) {
        const waba = directory.wabas.get(wabaId);
        return waba && graph.nodes.show('waba', waba, call, inner.length > 0 ? inner : null);
      },
      application({ appId }) {
        const app = directory.apps.get(appId ?? '');
        return (
          app && { id: app.id, name: app.name, link: `https://www.facebook.com/games/?app_id=${app.id}` }
        );
      },
      health_status: (flow, field, call) => showHealth(emulator, store, { flow, field, call }),
      metric: ({ id }, { calls }) =>
        readMetric(minutes, { flowId: id, calls, now: emulator.world.clock.now() }),
    },
  });
}

interface Shown {
  flow: Flow;
  isAnew: boolean;
  call: Call;
}

/** A link for everybody, until it expires or a new one is asked for. */
function showPreview({ world }: Emulator, { flows }: FlowStore, { flow, isAnew, call }: Shown) {
  const now = world.clock.now();
  const isStanding = flow.preview !== undefined && flow.preview.until > now && !isAnew;
  const preview =
    isStanding && flow.preview
      ? flow.preview
      : { token: previewToken(world.seed, flow.id, now), until: now + previewDays * day };
  if (!isStanding) flows.change(flow.id, { preview });
  return {
    preview_url: `${call.origin}/wa/manage/flows/${flow.id}/preview/?token=${preview.token}`,
    expires_at: timeText(preview.until),
  };
}

const previewToken = (...parts: (string | number)[]): string =>
  createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32);

type Ability = 'AVAILABLE' | 'LIMITED' | 'BLOCKED';

const solution = 'https://developers.facebook.com/docs/whatsapp/flows/guides/healthmonitoring';

/** The Flow itself, and everything else that takes part in sending it. */
function showHealth(
  emulator: Emulator,
  store: FlowStore,
  { flow, field, call }: { flow: Flow; field: Field; call: Call },
) {
  const { directory } = emulator;
  const waba = directory.wabas.get(flow.wabaId);
  if (!waba) return undefined;
  const asked = field.calls.phone_number;
  const number = asked === undefined ? undefined : directory.numbers.get(asked);
  if (asked !== undefined && number?.wabaId !== flow.wabaId)
    refuse(100, `The phone number ${asked} does not exist.`);
  const rest = healthStatus(directory, { waba, appId: flow.appId ?? call.app.id, ...(number && { number }) });
  const own = abilityOf(emulator, store, flow);
  const entity = { entity_type: 'FLOW', id: flow.id, ...own };
  return {
    can_send_message: worse(own.can_send_message, rest.can_send_message),
    entities: [entity, ...rest.entities],
  };
}

function abilityOf(emulator: Emulator, store: FlowStore, flow: Flow) {
  if (flow.status === 'THROTTLED') {
    return {
      can_send_message: 'LIMITED' as const,
      additional_info: ['The flow is throttled. Only 10 messages can be sent per hour.'],
    };
  }
  if (flow.status === 'BLOCKED' || flow.status === 'DEPRECATED') {
    return {
      can_send_message: 'BLOCKED' as const,
      errors: [problem(`flow_status: The flow is in ${flow.status} state.`)],
    };
  }
  const obstacles = flow.status === 'DRAFT' ? obstaclesOf(emulator, store, flow) : [];
  if (obstacles.length === 0) return { can_send_message: 'AVAILABLE' as const };
  return {
    can_send_message: 'BLOCKED' as const,
    errors: obstacles.map(({ check, words }) => problem(`${check}: ${words}`)),
  };
}

const problem = (error_description: string) => ({
  error_code: 131000,
  error_description,
  possible_solution: solution,
});

const worse = (one: Ability, other: Ability): Ability => {
  const order: Ability[] = ['AVAILABLE', 'LIMITED', 'BLOCKED'];
  return order[Math.max(order.indexOf(one), order.indexOf(other))] ?? 'AVAILABLE';
};
