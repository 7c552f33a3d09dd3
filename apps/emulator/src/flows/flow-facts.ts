import { isObject } from '../world/json.ts';
import { isAtLeast } from './flow-json/versions.ts';

/** What a Flow JSON says about itself, as far as it can be read. */
export interface FlowFacts {
  jsonVersion?: string;
  /** Present when an endpoint serves the Flow. */
  dataApiVersion?: string;
  /** Only before Flow JSON 3.0. */
  channelUri?: string;
}

export function readFacts(text: string): FlowFacts {
  const json = readObject(text);
  const facts: FlowFacts = {};
  if (typeof json['version'] === 'string') facts.jsonVersion = json['version'];
  if (typeof json['data_api_version'] === 'string') facts.dataApiVersion = json['data_api_version'];
  if (typeof json['data_channel_uri'] === 'string') facts.channelUri = json['data_channel_uri'];
  return facts;
}

function readObject(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : {};
  } catch {
    return {};
  }
}

export const factsOf = (version: { facts: FlowFacts } | undefined): FlowFacts => version?.facts ?? {};

/** Until 3.0 the address stands in the Flow JSON, since then in the Flow. */
export function endpointUriOf(
  flow: { endpointUri?: string },
  { jsonVersion, channelUri }: FlowFacts,
): string | undefined {
  return jsonVersion !== undefined && !isAtLeast(jsonVersion, '3.0') ? channelUri : flow.endpointUri;
}
