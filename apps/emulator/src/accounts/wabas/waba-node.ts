import { createHash } from 'node:crypto';
import type { Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import { showField } from '../edge-field.ts';
import { healthStatus } from '../standing/health.ts';
import { timeText } from '../times.ts';
import { numbersIn } from './numbers-of-waba.ts';
import { subscribedApps } from './subscribed-apps.ts';
import { timezoneId } from './timezone-ids.ts';

/** What can be read of an account (Meta, "WhatsApp Business Accounts"). */
export function defineWabaNode(emulator: Emulator): void {
  const { directory, graph } = emulator;
  const businessOf = ({ businessId }: Waba) => directory.businesses.get(businessId);
  graph.nodes.define({
    kind: 'waba',
    type: 'WhatsAppBusinessAccount',
    collection: directory.wabas,
    owner: ({ id }) => ({ wabaId: id }),
    defaults: ['id', 'name', 'currency', 'timezone_id', 'message_template_namespace'],
    fields: {
      ...plain,
      country: (waba) => businessOf(waba)?.country,
      primary_business_location: (waba) => waba.primaryLocation ?? businessOf(waba)?.country,
      business_verification_status: (waba) => businessOf(waba)?.verification,
      whatsapp_business_manager_messaging_limit: (waba) => businessOf(waba)?.tier,
      owner_business_info: (waba) => nameOf(businessOf(waba)),
      on_behalf_of_business_info: (waba) => onBehalfOf(waba, businessOf(waba)),
      health_status: (waba, _, { app }) => healthStatus(directory, { waba, appId: app.id }),
      phone_numbers: (waba, field, call) =>
        showField(emulator, call, field, {
          kind: 'number',
          things: numbersIn(directory, waba),
          path: `${waba.id}/phone_numbers`,
        }),
      subscribed_apps: (waba) => subscribedApps(directory, waba),
    },
  });
}

const plain = {
  name: ({ name }: Waba) => name,
  currency: ({ currency }: Waba) => currency,
  timezone_id: ({ timezone }: Waba) => timezoneId(timezone),
  message_template_namespace: ({ id }: Waba) => namespaceOf(id),
  account_review_status: ({ reviewStatus }: Waba) => reviewStatus,
  status: ({ banState }: Waba) => (banState === 'DISABLE' ? 'DISABLED' : 'ACTIVE'),
  ownership_type: ({ partnerBusinessIds }: Waba) =>
    partnerBusinessIds?.length ? 'CLIENT_OWNED' : 'SELF_OWNED',
  is_enabled_for_insights: ({ insightsEnabled }: Waba) => insightsEnabled,
  creation_time: ({ createdAt }: Waba) => Math.floor(createdAt / 1000),
  auth_international_rate_eligibility: ({ internationalRate }: Waba) => rateEligibility(internationalRate),
  ban_state: ({ banState }: Waba) => banState,
  marketing_messages_onboarding_status: ({ marketingTerms }: Waba) =>
    marketingTerms ? 'ONBOARDED' : 'ELIGIBLE',
  marketing_messages_lite_api_status: ({ marketingTerms }: Waba) =>
    marketingTerms ? 'ONBOARDED' : 'ELIGIBLE',
  created_time: ({ createdAt }: Waba) => timeText(createdAt),
};

export function rateEligibility(rate: Waba['internationalRate']) {
  return (
    rate && {
      start_time: Math.floor(rate.from / 1000),
      exception_countries: rate.exceptions.map(({ country, from }) => ({
        country_code: country,
        start_time: Math.floor(from / 1000),
      })),
    }
  );
}

/** Looks like Meta's, and is the same for ever: the account keeps nothing for it. */
function namespaceOf(id: string): string {
  const hex = createHash('sha256').update(`namespace ${id}`).digest('hex');
  return [8, 4, 4, 4, 12].map((length, place) => hex.slice(place * 8, place * 8 + length)).join('_');
}

const nameOf = (business: { id: string; name: string } | undefined) =>
  business && { id: business.id, name: business.name };

function onBehalfOf({ partnerBusinessIds }: Waba, business: { id: string; name: string } | undefined) {
  if (!partnerBusinessIds?.length || !business) return undefined;
  return { name: business.name, id: business.id, status: 'APPROVED', type: 'SELF' };
}
