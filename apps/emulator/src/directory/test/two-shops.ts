import type { Directory } from '../directory.ts';
import type { App, Token } from '../records.ts';

export const app: App = {
  id: '600000000000001',
  name: 'Trikon',
  secret: '0123456789abcdef0123456789abcdef',
  mode: 'live',
  requireSecretProof: false,
  fields: ['messages', 'account_update'],
  clientCertificate: false,
};

export const token: Token = {
  id: '700000000000001',
  value: 'EAAsilks',
  name: 'Surat Silks',
  kind: 'system_user',
  appId: app.id,
  scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
  businessIds: ['500000000000001'],
  wabaIds: [],
};

export const silks = { wabaId: '200000000000001', numberId: '300000000000001' };
export const dental = { wabaId: '200000000000002', numberId: '300000000000002', token: 'EAAdental' };

/** A silk shop and a dental clinic, customers of one app, each with a token of its own. */
export function putTwoShops(directory: Directory): void {
  directory.apps.put(app);
  putShop(directory, { ...silks, businessId: '500000000000001', name: 'Surat Silks', phone: '912614001234' });
  putShop(directory, {
    ...dental,
    businessId: '500000000000002',
    name: 'Sahyadri Dental Care',
    phone: '912026401234',
  });
  directory.tokens.put(token);
  directory.tokens.put({
    ...token,
    id: '700000000000002',
    value: dental.token,
    businessIds: ['500000000000002'],
  });
}

interface Shop {
  businessId: string;
  wabaId: string;
  numberId: string;
  name: string;
  phone: string;
}

function putShop(directory: Directory, { businessId, wabaId, numberId, name, phone }: Shop): void {
  directory.businesses.put({
    id: businessId,
    name,
    country: 'IN',
    verification: 'verified',
    tier: 'TIER_100K',
  });
  directory.wabas.put({
    id: wabaId,
    businessId,
    name,
    currency: 'INR',
    timezone: 'Asia/Kolkata',
    reviewStatus: 'APPROVED',
    hasPaymentMethod: true,
    subscriptions: [{ appId: app.id }],
    restrictions: [],
    insightsEnabled: true,
    createdAt: 0,
    extra: {},
  });
  directory.numbers.put({
    id: numberId,
    wabaId,
    phone,
    countryCode: '91',
    country: 'IN',
    verifiedName: name,
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
    onboardedAt: 0,
    createdAt: 0,
    extra: {},
  });
}
