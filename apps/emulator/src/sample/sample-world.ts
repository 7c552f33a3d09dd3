import type { Directory } from '../directory/directory.ts';
import type { BusinessNumber, Scope } from '../directory/records.ts';
import type { World } from '../world/world.ts';

/** The words that stand in the README: every new world has them, so that examples can be copied. */
export const sample = {
  appId: '634974688087057',
  appSecret: 'b7c1f2a4d95e4c0f8a36e1d27f40c9b8',
  token: 'EAAtrikonEmulatorSuratSilks',
  clinicToken: 'EAAtrikonEmulatorSahyadriDental',
  businessId: '506914307656634',
  wabaId: '102290129340398',
  numberId: '106540352242922',
  secondNumberId: '106540352242923',
  clinicBusinessId: '506914307656635',
  clinicWabaId: '102290129340399',
  clinicNumberId: '106540352242924',
} as const;

const allScopes: Scope[] = [
  'whatsapp_business_messaging',
  'whatsapp_business_management',
  'whatsapp_business_manage_events',
  'business_management',
  'catalog_management',
  'ads_read',
];

export const allFields = [
  'messages',
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'template_correct_category_detection',
  'account_alerts',
  'account_review_update',
  'account_update',
  'account_settings_update',
  'business_capability_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'payment_configuration_update',
  'partner_solutions',
  'business_username_updates',
  'user_preferences',
  'automatic_events',
  'flows',
  'calls',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'smb_message_echoes',
  'smb_app_state_sync',
  'history',
  'messaging_handovers',
  'standby',
];

/** A silk shop in Surat with two numbers and a dental clinic in Pune with one, each with an app's token of its own. */
export function makeSampleWorld(world: World, directory: Directory): void {
  directory.apps.put({
    id: sample.appId,
    name: 'Trikon',
    secret: sample.appSecret,
    mode: 'live',
    requireSecretProof: false,
    fields: allFields,
    clientCertificate: false,
  });
  makeBusiness(world, directory, {
    businessId: sample.businessId,
    wabaId: sample.wabaId,
    token: sample.token,
    name: 'Surat Silks',
    numbers: [
      { id: sample.numberId, phone: '912614001234', name: 'Surat Silks' },
      { id: sample.secondNumberId, phone: '912614005678', name: 'Surat Silks Care' },
    ],
  });
  makeBusiness(world, directory, {
    businessId: sample.clinicBusinessId,
    wabaId: sample.clinicWabaId,
    token: sample.clinicToken,
    name: 'Sahyadri Dental Care',
    numbers: [{ id: sample.clinicNumberId, phone: '912026401234', name: 'Sahyadri Dental Care' }],
  });
}

interface SampleBusiness {
  businessId: string;
  wabaId: string;
  token: string;
  name: string;
  numbers: { id: string; phone: string; name: string }[];
}

function makeBusiness(
  world: World,
  directory: Directory,
  { businessId, wabaId, token, name, numbers }: SampleBusiness,
): void {
  const now = world.clock.now();
  directory.businesses.put({
    id: businessId,
    name,
    country: 'IN',
    verification: 'verified',
    tier: 'TIER_100K',
  });
  directory.tokens.put({
    id: world.ids.next(),
    value: token,
    name: `${name} system user`,
    kind: 'system_user',
    appId: sample.appId,
    scopes: allScopes,
    businessIds: [businessId],
    wabaIds: [],
  });
  directory.wabas.put({
    id: wabaId,
    businessId,
    name,
    currency: 'INR',
    timezone: 'Asia/Kolkata',
    reviewStatus: 'APPROVED',
    hasPaymentMethod: true,
    subscriptions: [],
    restrictions: [],
    insightsEnabled: true,
    createdAt: now,
    extra: {},
  });
  for (const { id, phone, name: verifiedName } of numbers)
    directory.numbers.put(sampleNumber({ id, wabaId, phone, verifiedName, now }));
}

function sampleNumber({
  id,
  wabaId,
  phone,
  verifiedName,
  now,
}: {
  id: string;
  wabaId: string;
  phone: string;
  verifiedName: string;
  now: number;
}): BusinessNumber {
  return {
    id,
    wabaId,
    phone,
    countryCode: '91',
    country: 'IN',
    verifiedName,
    nameStatus: 'APPROVED',
    status: 'CONNECTED',
    codeStatus: 'VERIFIED',
    registered: true,
    pin: '123456',
    quality: 'GREEN',
    throughput: 'STANDARD',
    mode: 'LIVE',
    allowedRecipients: [],
    onBusinessApp: false,
    official: false,
    profile: {},
    callSettings: {},
    identityCheck: false,
    onboardedAt: now,
    createdAt: now,
    extra: {},
  };
}
