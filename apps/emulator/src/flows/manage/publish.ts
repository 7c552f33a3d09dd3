import type { Emulator } from '../../emulator.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject } from '../../world/json.ts';
import type { Outcome } from '../endpoint/exchange.ts';
import type { EndpointCalls } from '../endpoint-calls.ts';
import { endpointUriOf, factsOf, type FlowFacts } from '../flow-facts.ts';
import { dataApiVersions, isAtLeast, isPublishable } from '../flow-json/versions.ts';
import { isFrozen } from '../health/freeze.ts';
import { changeStatus } from '../flow-status.ts';
import type { Flow, FlowStore, FlowVersion } from '../flow.ts';
import { fetchKeyOf } from '../public-key.ts';

const keptVersions = 5;

/** Something that stands between a Flow and its publication; the words are Meta's ("Flows error codes"). */
export interface Obstacle {
  /** As health_status names it. */
  check: string;
  title: string;
  words: string;
}

/** What must be mended before a Flow can be published, as far as can be said without asking its endpoint. */
export function obstaclesOf(
  { directory, world }: Emulator,
  { currentOf, settings }: FlowStore,
  flow: Flow,
): Obstacle[] {
  const version = currentOf(flow);
  const facts = factsOf(version);
  const numbers = directory.numbersOf(flow.wabaId).filter(({ status }) => status !== 'DELETED');
  const obstacles: Obstacle[] = [
    ...ofJson(version, ({ jsonVersion = '' }) => isFrozen(jsonVersion, settings.value, world.clock.now())),
  ];
  const add = (check: string, title: string, words: string): unknown =>
    obstacles.push({ check, title, words });
  if (numbers.length === 0) {
    add(
      'phone_number',
      'No Phone Number connected to WhatsApp Business Account',
      'You need to add a phone number to your WhatsApp Business Account before you can send or publish a flow.',
    );
  }
  if (facts.dataApiVersion === undefined) return obstacles;
  if (!numbers.some((number) => 'pem' in fetchKeyOf(number))) {
    add(
      'public_key',
      'Missing Flows Signed Public Key',
      'You need to upload and sign a public key to a phone number before you can send or publish a flow.',
    );
  }
  if (endpointUriOf(flow, facts) === undefined) {
    const isOld = facts.jsonVersion !== undefined && !isAtLeast(facts.jsonVersion, '3.0');
    add(
      'endpoint_uri',
      isOld
        ? 'Publishing Flow without data_channel_uri'
        : 'Publishing without specifying endpoint_uri is forbidden',
      isOld
        ? 'You need to set the "data_channel_uri" property before you can send or publish a flow.'
        : 'You need to set the endpoint URI before you can send or publish a flow.',
    );
  }
  if (!directory.apps.has(flow.appId ?? '')) {
    add(
      'app_check',
      'No Application Connected to the Flow',
      'You need to connect a Meta app to the flow before you can send or publish it.',
    );
  }
  if (!isSubscribed({ directory }, flow)) {
    add(
      'webhooks',
      'WhatsApp Business Account is not subscribed to Flows Webhooks',
      'You need to verify that your WhatsApp Business account is subscribed to Flows webhooks.',
    );
  }
  return obstacles;
}

function* ofJson(
  version: FlowVersion | undefined,
  isFrozenNow: (facts: FlowFacts) => boolean,
): Generator<Obstacle> {
  if (!version || version.errors.length > 0) {
    yield {
      check: 'flow_json',
      title: 'Publishing Flow with validation errors',
      words: 'Flows with validation errors can be saved as a draft, but not published.',
    };
    return;
  }
  const { jsonVersion = '', dataApiVersion } = factsOf(version);
  if (
    isPublishable(jsonVersion) &&
    !isFrozenNow(factsOf(version)) &&
    (dataApiVersion === undefined || dataApiVersions.includes(dataApiVersion))
  )
    return;
  yield {
    check: 'version',
    title: 'Versions in Flow JSON file are not available for publishing',
    words:
      'The flow is using an unsupported version. You can check the list of currently available versions in the changelog.',
  };
}

const isSubscribed = ({ directory }: Pick<Emulator, 'directory'>, { wabaId }: Flow): boolean =>
  (directory.wabas.get(wabaId)?.subscriptions ?? []).some(({ appId }) =>
    directory.apps.get(appId)?.fields.includes('flows'),
  );

/** Publishes the draft when all checks pass, the endpoint's health among them; refuses with 139002 otherwise. */
export async function publishFlow(
  emulator: Emulator,
  store: FlowStore,
  calls: EndpointCalls,
  flow: Flow,
): Promise<Flow> {
  if (flow.status !== 'DRAFT') {
    refuseToPublish({
      title: 'Publishing Flow in invalid state',
      words: "You tried to publish a Flow that isn't a draft.",
    });
  }
  const [first] = obstaclesOf(emulator, store, flow);
  if (first) refuseToPublish(first);
  await requireWellEndpoint(emulator, store, calls, flow);
  // Another call may have come first while the endpoint was asked.
  const now = store.flows.get(flow.id);
  if (now?.status !== 'DRAFT' || now.draftId === undefined || now.draftId !== flow.draftId) {
    refuseToPublish({
      title: 'Publishing Flow in invalid state',
      words: 'The Flow was changed at the same time.',
    });
  }
  store.versions.change(now.draftId, { publishedAt: emulator.world.clock.now() });
  const publishedIds = [...now.publishedIds, now.draftId];
  for (const old of publishedIds.slice(0, -keptVersions)) store.versions.delete(old);
  return changeStatus(emulator, store, now, 'PUBLISHED', {
    publishedIds: publishedIds.slice(-keptVersions),
    draftId: undefined,
    alerts: {},
    throttledSends: [],
  });
}

async function requireWellEndpoint(
  { directory }: Emulator,
  { currentOf }: FlowStore,
  calls: EndpointCalls,
  flow: Flow,
): Promise<void> {
  const version = currentOf(flow);
  if (factsOf(version).dataApiVersion === undefined) return;
  const number = directory.numbersOf(flow.wabaId).find((one) => 'pem' in fetchKeyOf(one));
  if (isAlive(await calls.ping({ flow, version, numberId: number?.id ?? '' }))) return;
  refuseToPublish({
    title: 'Endpoint Not Available',
    words:
      'You need to verify that the endpoint is available and that you’ve implemented a health check before publishing.',
  });
}

/** `{"data": {"status": "active"}}` is the one right answer to a ping. */
export function isAlive(outcome: Outcome): boolean {
  const body = outcome.kind === 'answered' ? outcome.body : null;
  return isObject(body) && isObject(body['data']) && body['data']['status'] === 'active';
}

function refuseToPublish({ title, words }: Pick<Obstacle, 'title' | 'words'>): never {
  return refuse(139002, title, { userTitle: title, userMessage: words });
}
