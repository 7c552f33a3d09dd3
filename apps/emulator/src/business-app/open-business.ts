import type { BusinessNumber } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import { callingCodeOf, countryOf } from '../people/countries.ts';
import type { JsonObject } from '../world/json.ts';

export interface NewBusiness {
  name: string;
  phone: string;
  profile?: JsonObject;
  /** Of the portfolio, the account and the number; made up when they are not given. */
  ids?: { business: string; waba: string; number: string };
}

/**
 * A business that so far has nothing but the app on a phone. Its portfolio and its account wait for the day on which the
 * number joins the Cloud API: until then nobody subscribes to them and no token reaches them.
 */
export function openBusiness({ world, directory }: Emulator, business: NewBusiness): BusinessNumber {
  const { name, phone, profile = {} } = business;
  const ids = business.ids ?? {
    business: world.ids.next(),
    waba: world.ids.next(),
    number: world.ids.next(),
  };
  const country = countryOf(phone) ?? 'IN';
  const createdAt = world.clock.now();
  directory.businesses.put({
    id: ids.business,
    name,
    country,
    verification: 'not_verified',
    tier: 'TIER_250',
    createdAt,
  });
  directory.wabas.put({
    id: ids.waba,
    businessId: ids.business,
    name,
    createdAt,
    currency: country === 'IN' ? 'INR' : 'USD',
    timezone: country === 'IN' ? 'Asia/Kolkata' : 'Etc/UTC',
    reviewStatus: 'APPROVED',
    hasPaymentMethod: true,
    insightsEnabled: true,
    subscriptions: [],
    restrictions: [],
    extra: {},
  });
  return directory.numbers.put({
    id: ids.number,
    wabaId: ids.waba,
    phone,
    country,
    profile,
    createdAt,
    countryCode: callingCodeOf(phone) ?? '91',
    verifiedName: name,
    nameStatus: 'APPROVED',
    status: 'DISCONNECTED',
    codeStatus: 'VERIFIED',
    quality: 'UNKNOWN',
    throughput: 'STANDARD',
    mode: 'LIVE',
    registered: false,
    onBusinessApp: true,
    official: false,
    identityCheck: false,
    allowedRecipients: [],
    callSettings: {},
    onboardedAt: createdAt,
    extra: {},
  });
}
