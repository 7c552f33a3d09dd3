import { makeToken } from '../accounts/apps/token-making.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { BusinessNumber } from '../directory/records.ts';
import { scopes } from '../directory/scopes.ts';
import { usualBusiness, usualNumber, usualWaba } from '../directory/usual-records.ts';
import { flag, list, matching, oneOf, optional, phone, readBody, text } from '../door/reading.ts';
import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import type { Emulator } from '../emulator.ts';
import { callingCodeOf, countryOf } from '../people/countries.ts';
import { find } from './find.ts';
import { showNumber, showToken } from './overview-routes.ts';

const tier = oneOf('TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED');

const country = matching(/^[A-Z]{2}$/, 'a country of two letters, such as IN');

const account = {
  currency: optional(matching(/^[A-Z]{3}$/, 'a currency such as INR')),
  timezone: optional(timezone),
  hasPaymentMethod: optional(flag),
};

const number = {
  phone,
  displayName: optional(text),
  registered: optional(flag),
  mode: optional(oneOf('LIVE', 'SANDBOX')),
  allowedRecipients: optional(list(phone)),
};

/** Businesses with all they need to send, made in one call, and more accounts and numbers for them. */
export function businessRoutes(emulator: Emulator, accounts: Accounts): WorldRoutes {
  const { world, directory } = emulator;
  const { apps, businesses, wabas } = directory;
  const openAccount = (businessId: string, name: string, given: object, appId?: string) =>
    wabas.put({
      ...usualWaba(world.clock.now()),
      ...given,
      id: world.ids.next(),
      businessId,
      name,
      ...(appId !== undefined && { subscriptions: [{ appId }] }),
    });
  return {
    'POST /world/businesses'({ body }) {
      const {
        app: appId,
        subscribe = false,
        ...given
      } = readBody(body, {
        ...account,
        ...number,
        name: text,
        country: optional(country),
        verified: optional(flag),
        tier: optional(tier),
        app: optional(text),
        subscribe: optional(flag),
      });
      const app = find(apps, 'app', appId ?? [...apps.values()][0]?.id);
      refuseTaken(emulator, given.phone);
      const { name, currency, timezone: zone, hasPaymentMethod, verified = true, tier: limit } = given;
      const business = businesses.put({
        ...usualBusiness(world.clock.now()),
        id: world.ids.next(),
        name,
        verification: verified ? 'verified' : 'not_verified',
        ...(given.country !== undefined && { country: given.country }),
        ...(limit !== undefined && { tier: limit }),
        // Twenty numbers come with verification or a higher limit (Meta, "Business phone numbers").
        ...(!verified && limit === 'TIER_250' && { numberLimit: 2 }),
      });
      const own = {
        ...(currency !== undefined && { currency }),
        ...(zone !== undefined && { timezone: zone }),
        ...(hasPaymentMethod !== undefined && { hasPaymentMethod }),
      };
      const waba = openAccount(business.id, name, own, subscribe ? app.id : undefined);
      const token = makeToken(emulator, {
        name: `${name} system user`,
        kind: 'system_user',
        appId: app.id,
        scopes: [...scopes],
        businessIds: [business.id],
        wabaIds: [],
      });
      const added = addNumber(emulator, waba.id, { displayName: name, ...given });
      return { app, business, account: waba, number: showNumber(added), token: showToken(token) };
    },
    'PATCH /world/businesses/:business'({ params, body }) {
      const { id } = find(businesses, 'business', params.business);
      const given = readBody(body, { name: optional(text), tier: optional(tier), verified: optional(flag) });
      if (given.name !== undefined) businesses.change(id, { name: given.name });
      if (given.verified === true) accounts.limits.verify(id);
      if (given.verified === false) businesses.change(id, { verification: 'not_verified' });
      if (given.tier !== undefined) accounts.limits.setTier(id, given.tier);
      return businesses.get(id);
    },
    'POST /world/businesses/:business/accounts'({ params, body }) {
      const business = find(businesses, 'business', params.business);
      const { name, app, ...given } = readBody(body, { ...account, name: text, app: optional(text) });
      return openAccount(business.id, name, given, app === undefined ? undefined : find(apps, 'app', app).id);
    },
    'POST /world/accounts/:account/numbers'({ params, body }) {
      const waba = find(wabas, 'account', params.account);
      const given = readBody(body, number);
      refuseTaken(emulator, given.phone);
      return showNumber(addNumber(emulator, waba.id, { displayName: waba.name, ...given }));
    },
  };
}

interface NewNumber {
  phone: string;
  displayName: string;
  registered?: boolean;
  mode?: BusinessNumber['mode'];
  allowedRecipients?: string[];
}

/** A number that can send at once, or one that is still to be verified and registered. */
function addNumber(
  { world, directory }: Emulator,
  wabaId: string,
  { phone: digits, displayName, registered = true, mode = 'LIVE', allowedRecipients = [] }: NewNumber,
): BusinessNumber {
  const { pin, ...usual } = usualNumber(world.clock.now());
  return directory.numbers.put({
    ...usual,
    ...(registered ? { pin } : { registered, status: 'PENDING', codeStatus: 'NOT_VERIFIED' }),
    id: world.ids.next(),
    wabaId,
    phone: digits,
    countryCode: callingCodeOf(digits) ?? '',
    country: countryOf(digits) ?? '',
    verifiedName: displayName,
    mode,
    allowedRecipients,
  });
}

function refuseTaken({ directory }: Emulator, digits: string): void {
  if (callingCodeOf(digits) === undefined) throw new WorldRefusal('phone begins with no calling code.');
  if (directory.numberByPhone.get(digits))
    throw new WorldRefusal(`+${digits} is a business number already.`, 409);
}

function timezone(value: unknown, name: string): string {
  const zone = text(value, name);
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    throw new WorldRefusal(`${name} must be a time zone such as Asia/Kolkata.`);
  }
}
