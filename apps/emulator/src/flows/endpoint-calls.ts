import type { Emulator } from '../emulator.ts';
import type { JsonObject } from '../world/json.ts';
import { askEndpoint, type Corruption, type Outcome, type PostToEndpoint } from './endpoint/exchange.ts';
import { signFlowToken } from './endpoint/token-signature.ts';
import { isAtLeast } from './flow-json/versions.ts';
import { endpointUriOf, factsOf } from './flow-facts.ts';
import type { Flow, FlowStore, FlowVersion } from './flow.ts';
import { fetchKeyOf } from './public-key.ts';
import type { EndpointRequest, ErrorNotice } from './runtime/state.ts';

interface EndpointCall {
  flow: Flow;
  version: FlowVersion | undefined;
  /** Whose key encrypts it. */
  numberId: string;
}

export interface EndpointCalls {
  ping(call: EndpointCall): Promise<Outcome & { latency: number }>;
  request(
    call: EndpointCall,
    token: string,
    request: EndpointRequest | ErrorNotice,
  ): Promise<Outcome & { latency: number }>;
}

/** Knows where a Flow's endpoint is, who signs, and what goes into a request. */
export function createEndpointCalls(
  { directory }: Emulator,
  post: PostToEndpoint,
  { settings }: FlowStore,
): EndpointCalls {
  async function send(
    { flow, version, numberId }: EndpointCall,
    payload: JsonObject,
  ): Promise<Outcome & { latency: number }> {
    const uri = endpointUriOf(flow, factsOf(version));
    if (uri === undefined) return { kind: 'failed', error: 'no_http_response_error', latency: 0 };
    const { corruption, delay } = settings.value;
    return askEndpoint(
      {
        uri,
        appSecret: directory.apps.get(flow.appId ?? '')?.secret ?? '',
        fetchKey: () => fetchKeyOf(directory.numbers.get(numberId)),
      },
      payload,
      { post, delay, corruption: corruption as Corruption },
    );
  }
  const versionOf = (version: FlowVersion | undefined): string => factsOf(version).dataApiVersion ?? '3.0';
  return {
    ping: (call) => send(call, { version: versionOf(call.version), action: 'ping' }),
    request: (call, token, request) =>
      send(call, {
        version: versionOf(call.version),
        ...contentOf(request),
        flow_token: token,
        ...signatureOf(call, token),
      }),
  };

  /** Sent from Flow JSON 7.3 and Data API 4.0 on. */
  function signatureOf({ flow, version }: EndpointCall, token: string): JsonObject {
    const { jsonVersion = '1.0', dataApiVersion = '1.0' } = factsOf(version);
    const secret = directory.apps.get(flow.appId ?? '')?.secret;
    if (secret === undefined || !isAtLeast(jsonVersion, '7.3') || !isAtLeast(dataApiVersion, '4.0'))
      return {};
    return { flow_token_signature: signFlowToken(token, secret) };
  }
}

function contentOf(request: EndpointRequest | ErrorNotice): JsonObject {
  const { action, screen = '' } = request;
  if (!('error' in request)) return { action, screen, data: request.data };
  return { action, screen, data: { error: request.error, error_message: request.error_message } };
}
