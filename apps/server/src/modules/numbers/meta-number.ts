import type { NumberField, ReadNumber } from '@trikon/whatsapp/client';
import { openGraph, limitsOf, type GraphPlace } from './graph.ts';

/** A number as Meta tells of it, in our words. */
export interface MetaNumber {
  phoneNumberId: string;
  phone: string;
  name: string;
  nameStatus: string;
  newName: string | null;
  newNameStatus: string | null;
  quality: string;
  messagingLimit: string | null;
  throughput: string;
  messagesPerSecond: number;
  status: string;
  registered: boolean;
  codeVerification: string;
  pinEnabled: boolean;
  onBusinessApp: boolean;
  mode: string;
  username: string | null;
  metaHealth: MetaHealth | null;
}

/** What Meta says about sending: of the number, its account, its business and the app. */
interface MetaHealth {
  canSend: string;
  entities: { type: string; id: string; canSend: string; reasons: string[] }[];
}

const fields: NumberField[] = [
  'id',
  'display_phone_number',
  'verified_name',
  'name_status',
  'new_display_name',
  'new_name_status',
  'quality_rating',
  'whatsapp_business_manager_messaging_limit',
  'throughput',
  'status',
  'platform_type',
  'code_verification_status',
  'is_pin_enabled',
  'is_on_biz_app',
  'account_mode',
  'username',
  'health_status',
];

interface Access {
  token: string;
  appSecret: string;
}

export async function readNumber(
  place: GraphPlace,
  { phoneNumberId, ...access }: Access & { phoneNumberId: string },
  signal: AbortSignal,
): Promise<MetaNumber> {
  const graph = openGraph(place, access);
  return asNumber(await graph.getNumber({ numberId: phoneNumberId, fields }, limitsOf(signal)));
}

export async function readNumbers(
  place: GraphPlace,
  { wabaId, ...access }: Access & { wabaId: string },
  signal: AbortSignal,
): Promise<MetaNumber[]> {
  const found = new Map<string, MetaNumber>();
  const listed = openGraph(place, access).listNumbers({ accountId: wabaId, fields }, limitsOf(signal));
  for await (const number of listed) found.set(number.id, asNumber(number));
  return [...found.values()];
}

function asNumber(number: ReadNumber): MetaNumber {
  const level = number.throughput?.level ?? 'NOT_APPLICABLE';
  const onBusinessApp = number.is_on_biz_app === true;
  return {
    phoneNumberId: number.id,
    phone: `+${(number.display_phone_number ?? '').replaceAll(/\D/g, '')}`,
    name: number.verified_name ?? '',
    nameStatus: number.name_status ?? 'NONE',
    newName: number.new_display_name ?? null,
    newNameStatus: number.new_name_status === 'NONE' ? null : (number.new_name_status ?? null),
    quality: number.quality_rating ?? 'UNKNOWN',
    messagingLimit: number.whatsapp_business_manager_messaging_limit ?? null,
    throughput: level,
    messagesPerSecond: rateOf(level, onBusinessApp),
    status: number.status ?? 'UNKNOWN',
    registered: number.platform_type === 'CLOUD_API',
    codeVerification: number.code_verification_status ?? 'UNKNOWN',
    pinEnabled: number.is_pin_enabled === true,
    onBusinessApp,
    mode: number.account_mode ?? 'LIVE',
    username: number.username ?? null,
    metaHealth: readHealth(number.health_status),
  };
}

/** Messages a second, in both directions (Meta, "Throughput"). */
function rateOf(level: string, onBusinessApp: boolean): number {
  if (level === 'NOT_APPLICABLE') return 0;
  if (onBusinessApp) return 20;
  return level === 'HIGH' ? 1_000 : 80;
}

function readHealth(told: ReadNumber['health_status']): MetaHealth | null {
  if (told?.can_send_message === undefined) return null;
  const entities = (told.entities ?? []).map((entity) => ({
    type: entity.entity_type ?? '',
    id: entity.id ?? '',
    canSend: entity.can_send_message ?? '',
    reasons: [
      ...(entity.errors ?? []).map(({ error_description: error, possible_solution: solution }) =>
        [error, solution].filter(Boolean).join(' '),
      ),
      ...(entity.additional_info ?? []),
    ].map((reason) => reason.slice(0, 500)),
  }));
  return { canSend: told.can_send_message, entities };
}
