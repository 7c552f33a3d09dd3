import type { Business, Waba } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';

/** A portfolio as owners make it in Embedded Signup: not verified, with the smallest limit. */
export const makeBusiness = ({ world, directory }: Emulator, name: string): Business =>
  directory.businesses.put({
    id: world.ids.next(),
    name,
    country: 'IN',
    verification: 'not_verified',
    tier: 'TIER_250',
    numberLimit: 2,
    createdAt: world.clock.now(),
  });

/** Without a payment method, which the owner adds later. */
export const makeWaba = ({ world, directory }: Emulator, businessId: string, name: string): Waba =>
  directory.wabas.put({
    id: world.ids.next(),
    businessId,
    name,
    currency: 'INR',
    timezone: 'Asia/Kolkata',
    reviewStatus: 'APPROVED',
    hasPaymentMethod: false,
    subscriptions: [],
    restrictions: [],
    insightsEnabled: false,
    createdAt: world.clock.now(),
    extra: {},
  });
