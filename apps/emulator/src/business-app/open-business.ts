import type { BusinessNumber } from '../directory/records.ts';
import { usualBusiness, usualNumber, usualWaba } from '../directory/usual-records.ts';
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
  const now = world.clock.now();
  const isIndian = country === 'IN';
  directory.businesses.put({
    ...usualBusiness(now),
    id: ids.business,
    name,
    country,
    verification: 'not_verified',
    tier: 'TIER_250',
    numberLimit: 2,
  });
  directory.wabas.put({
    ...usualWaba(now),
    id: ids.waba,
    businessId: ids.business,
    name,
    ...(!isIndian && { currency: 'USD', timezone: 'Etc/UTC' }),
  });
  const { pin: _, ...usual } = usualNumber(now);
  return directory.numbers.put({
    ...usual,
    id: ids.number,
    wabaId: ids.waba,
    phone,
    country,
    countryCode: callingCodeOf(phone) ?? '91',
    verifiedName: name,
    profile,
    status: 'DISCONNECTED',
    quality: 'UNKNOWN',
    registered: false,
    onBusinessApp: true,
  });
}
