import type { Business, BusinessNumber, Waba } from './records.ts';

/** What businesses, accounts and numbers are unless somebody says otherwise: Indian, verified, and able to send at once. */
export const usualBusiness = (now: number) =>
  ({
    country: 'IN',
    verification: 'verified',
    tier: 'TIER_100K',
    numberLimit: 20,
    createdAt: now,
  }) satisfies Partial<Business>;

export const usualWaba = (now: number) =>
  ({
    currency: 'INR',
    timezone: 'Asia/Kolkata',
    reviewStatus: 'APPROVED',
    hasPaymentMethod: true,
    subscriptions: [],
    restrictions: [],
    insightsEnabled: true,
    createdAt: now,
    extra: {},
  }) satisfies Partial<Waba>;

export const usualNumber = (now: number) =>
  ({
    countryCode: '91',
    country: 'IN',
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
  }) satisfies Partial<BusinessNumber>;
