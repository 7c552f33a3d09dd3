import type { BusinessNumber, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call } from '../../graph/call.ts';
import { callingCodeOf } from '../../people/countries.ts';
import { healthStatus } from '../standing/health.ts';
import { timeText } from '../times.ts';
import { automationOf } from './conversational-components.ts';
import { displayNumber } from './display-number.ts';
import { officialStatus } from './official-account.ts';

const usual = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'webhook_configuration',
  'id',
];

/** What can be read of a business phone number (Meta, "Business phone numbers"). */
export function defineNumberNode({ directory, graph: { nodes } }: Emulator): void {
  const tierOf = (number: BusinessNumber): string => directory.ownersOf(number).business.tier;
  nodes.define({
    kind: 'number',
    type: 'WhatsAppBusinessPhoneNumber',
    collection: directory.numbers,
    owner: ({ wabaId }) => ({ wabaId }),
    defaults: usual,
    fields: {
      display_phone_number: ({ phone }) => displayNumber(phone),
      country_code: ({ country }) => country,
      country_dial_code: ({ phone, countryCode }) => callingCodeOf(phone) ?? countryCode,
      ...names,
      ...states,
      whatsapp_business_manager_messaging_limit: tierOf,
      messaging_limit_tier: tierOf,
      official_business_account: officialStatus,
      conversational_automation: automationOf,
      username: ({ username }) => username,
      webhook_configuration: (number, _, call) => webhooksOf(number, directory.ownersOf(number).waba, call),
      health_status: (number, _, { app }) =>
        healthStatus(directory, { number, waba: directory.ownersOf(number).waba, appId: app.id }),
      owner_business_info: (number) => {
        const { id, name } = directory.ownersOf(number).business;
        return { id, name };
      },
    },
  });
}

const names = {
  verified_name: ({ verifiedName }: BusinessNumber) => verifiedName,
  name_status: ({ nameStatus }: BusinessNumber) => nameStatus,
  new_display_name: ({ newName }: BusinessNumber) => newName,
  new_name_status: ({ newNameStatus }: BusinessNumber) => newNameStatus ?? 'NONE',
};

const states = {
  status: ({ status }: BusinessNumber) => status,
  code_verification_status: ({ codeStatus }: BusinessNumber) => codeStatus,
  quality_rating: ({ quality }: BusinessNumber) => quality,
  quality_score: ({ quality }: BusinessNumber) => ({ score: quality }),
  platform_type: platformOf,
  host_platform: platformOf,
  throughput: ({ registered, throughput }: BusinessNumber) => ({
    level: registered ? throughput : 'NOT_APPLICABLE',
  }),
  account_mode: ({ mode }: BusinessNumber) => mode,
  is_official_business_account: ({ official }: BusinessNumber) => official,
  is_on_biz_app: ({ onBusinessApp }: BusinessNumber) => onBusinessApp,
  is_pin_enabled: ({ pin }: BusinessNumber) => pin !== undefined,
  last_onboarded_time: ({ registered, onboardedAt }: BusinessNumber) =>
    registered ? timeText(onboardedAt) : undefined,
  search_visibility: ({ searchVisibility }: BusinessNumber) => searchVisibility ?? 'VISIBLE',
};

function platformOf({ registered }: BusinessNumber): string {
  return registered ? 'CLOUD_API' : 'NOT_APPLICABLE';
}

/** The callbacks in the order in which they win, as far as they are set (Meta, "Override webhooks"). */
function webhooksOf({ callbackUrl }: BusinessNumber, { subscriptions }: Waba, { app }: Call) {
  const override = subscriptions.find(({ appId }) => appId === app.id)?.callbackUrl;
  return {
    ...(callbackUrl !== undefined && { phone_number: callbackUrl }),
    ...(override !== undefined && { whatsapp_business_account: override }),
    ...(app.callbackUrl !== undefined && { application: app.callbackUrl }),
  };
}
