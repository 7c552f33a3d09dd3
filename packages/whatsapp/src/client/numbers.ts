import { requiredText, confirm } from './reading.ts';
import type { CallLimits, Graph } from './graph.ts';
import { readPages } from './pages.ts';

/** Whether messages can be sent, by everything in the chain (Meta, "Messaging health status"). */
interface HealthStatus {
  can_send_message?: string;
  entities?: {
    entity_type?: string;
    id?: string;
    can_send_message?: string;
    errors?: { error_code?: number; error_description?: string; possible_solution?: string }[];
    additional_info?: string[];
  }[];
}

/** A number as Meta shows it (reference "WhatsApp Business Phone Number"). Values are open lists. */
interface NumberNode {
  id: string;
  display_phone_number: string;
  verified_name: string;
  name_status: string;
  new_display_name: string;
  new_name_status: string;
  code_verification_status: string;
  quality_rating: string;
  status: string;
  platform_type: string;
  host_platform: string;
  throughput: { level: string };
  account_mode: string;
  is_official_business_account: boolean;
  is_on_biz_app: boolean;
  is_pin_enabled: boolean;
  country_code: string;
  country_dial_code: string;
  last_onboarded_time: string;
  whatsapp_business_manager_messaging_limit: string;
  search_visibility: string;
  username: string;
  webhook_configuration: { phone_number?: string; whatsapp_business_account?: string; application?: string };
  health_status: HealthStatus;
}

export type NumberField = keyof NumberNode;
export type ReadNumber = Pick<NumberNode, 'id'> & Partial<NumberNode>;

/** Always named, because what comes without is not the same everywhere. */
const usualFields: readonly NumberField[] = [
  'id',
  'display_phone_number',
  'verified_name',
  'name_status',
  'code_verification_status',
  'quality_rating',
  'status',
  'platform_type',
  'throughput',
  'account_mode',
  'is_official_business_account',
  'is_on_biz_app',
  'whatsapp_business_manager_messaging_limit',
  'webhook_configuration',
];

export interface Registration {
  numberId: string;
  /** Six digits: sets the PIN, or must be the one that is set. */
  pin: string;
  /** Keeps messages at rest in this country. */
  region?: string;
}

export function listNumbers(
  graph: Graph,
  { accountId, fields = usualFields }: { accountId: string; fields?: readonly NumberField[] },
  limits?: CallLimits,
): AsyncGenerator<ReadNumber, void> {
  const query = { fields: fields.join(',') };
  return readPages(graph, { method: 'GET', path: [accountId, 'phone_numbers'], query }, limits);
}

export async function getNumber(
  graph: Graph,
  { numberId, fields = usualFields }: { numberId: string; fields?: readonly NumberField[] },
  limits?: CallLimits,
): Promise<ReadNumber> {
  const query = { fields: fields.join(',') };
  const body = await graph.call({ method: 'GET', path: [numberId], query }, limits);
  return { ...body, id: requiredText(body, 'id') };
}

export async function registerNumber(
  graph: Graph,
  { numberId, pin, region }: Registration,
  limits?: CallLimits,
): Promise<void> {
  const json = { messaging_product: 'whatsapp', pin, data_localization_region: region };
  confirm(await graph.call({ method: 'POST', path: [numberId, 'register'], json }, limits));
}

/** The number stays in its account. Not for numbers that the WhatsApp Business app uses too. */
export async function deregisterNumber(
  graph: Graph,
  { numberId }: { numberId: string },
  limits?: CallLimits,
): Promise<void> {
  confirm(await graph.call({ method: 'POST', path: [numberId, 'deregister'], json: {} }, limits));
}
