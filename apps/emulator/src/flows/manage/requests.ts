import { refuse } from '../../graph/errors.ts';
import { choices, requiredText, text, type Params } from '../../accounts/reading.ts';
import type { FlowFacts } from '../flow-facts.ts';
import { isAtLeast } from '../flow-json/versions.ts';
import type { Flow, FlowStore } from '../flow.ts';

const categories = [
  'SIGN_UP',
  'SIGN_IN',
  'APPOINTMENT_BOOKING',
  'LEAD_GENERATION',
  'CONTACT_US',
  'CUSTOMER_SUPPORT',
  'SURVEY',
  'OTHER',
] as const;

export const largestFlowJson = 10 * 1024 * 1024;

/** At least one, as soon as they are named. */
export function readCategories(params: Params): string[] | undefined {
  const read = choices(params, 'categories', categories);
  if (read?.length === 0) refuse(100, 'At least one Flow category is required.');
  return read;
}

export const readName = (params: Params): string => requiredText(params, 'name', { max: 200 });

/** A form carries the Flow JSON as JSON, a body as text. */
export function readFlowJson({ flow_json: given }: Params): string | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  const json = typeof given === 'string' ? given : JSON.stringify(given);
  if (Buffer.byteLength(json) > largestFlowJson) refuse(100, 'The Flow JSON must not be larger than 10 MB.');
  return json;
}

export function readEndpointUri(params: Params): string | undefined {
  const uri = text(params, 'endpoint_uri');
  if (uri === undefined) return undefined;
  const address = URL.parse(uri);
  if (!address || !/^https?:$/.test(address.protocol)) {
    refuse(100, 'Invalid Endpoint URI', {
      userTitle: 'Invalid Endpoint URI',
      userMessage: 'Provide a valid URL.',
    });
  }
  return uri;
}

export function requireUniqueName({ ofWaba }: FlowStore, wabaId: string, name: string, self?: Flow): void {
  if (!ofWaba.all(wabaId).some((flow) => flow.name === name && flow.id !== self?.id)) return;
  refuse(100, 'Flow name is not unique', {
    userTitle: 'Flow name is not unique',
    userMessage: 'Flow name should be unique within one WhatsApp Business Account.',
  });
}

/** Below 3.0 the address belongs into the Flow JSON. */
export function refuseOldEndpoint(code: 100 | 139001, { jsonVersion }: FlowFacts): void {
  if (jsonVersion === undefined || isAtLeast(jsonVersion, '3.0')) return;
  refuse(code, 'Specify Endpoint Uri in Flow JSON', {
    userTitle: 'Specify Endpoint Uri in Flow JSON',
    userMessage:
      'For Flow JSON versions below 3.0 endpoint_uri should be specified as data_channel_uri property in the Flow JSON.',
  });
}
