import type { JsonObject } from '../world/json.ts';

/** An app of the developer dashboard: who signs webhooks, and where they go. */
export interface App {
  id: string;
  name: string;
  secret: string;
  mode: 'live' | 'development';
  requireSecretProof: boolean;
  callbackUrl?: string;
  verifyToken?: string;
  /** Fields of whatsapp_business_account to which the app subscribed. */
  fields: string[];
  /** Whether webhooks present Meta's client certificate. */
  clientCertificate: boolean;
}

export type Scope =
  | 'whatsapp_business_messaging'
  | 'whatsapp_business_management'
  | 'whatsapp_business_manage_events'
  | 'business_management'
  | 'catalog_management'
  | 'ads_read';

export interface Token {
  id: string;
  value: string;
  name: string;
  kind: 'user' | 'system_user' | 'business_integration' | 'app';
  appId: string;
  scopes: Scope[];
  businessIds: string[];
  /** The WABAs it may touch; without any, all of its businesses. */
  wabaIds: string[];
  expiresAt?: number;
  revokedAt?: number;
}

export type Tier = 'TIER_250' | 'TIER_2K' | 'TIER_10K' | 'TIER_100K' | 'TIER_UNLIMITED';

export interface Business {
  id: string;
  name: string;
  country: string;
  verification: 'verified' | 'not_verified' | 'pending';
  tier: Tier;
}

export interface Subscription {
  appId: string;
  callbackUrl?: string;
  verifyToken?: string;
}

export interface Restriction {
  type: string;
  until?: number;
}

export interface Waba {
  id: string;
  businessId: string;
  name: string;
  currency: string;
  timezone: string;
  reviewStatus: 'APPROVED' | 'PENDING' | 'REJECTED' | 'DEFERRED';
  hasPaymentMethod: boolean;
  subscriptions: Subscription[];
  restrictions: Restriction[];
  banState?: 'SCHEDULE_FOR_DISABLE' | 'DISABLE';
  insightsEnabled: boolean;
  createdAt: number;
  /** What endpoints keep on the account that nothing else asks for. */
  extra: JsonObject;
}

export type NumberStatus =
  | 'CONNECTED'
  | 'PENDING'
  | 'FLAGGED'
  | 'RESTRICTED'
  | 'RATE_LIMITED'
  | 'BANNED'
  | 'DISCONNECTED'
  | 'DELETED'
  | 'MIGRATED';

export type Quality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';

export interface BusinessNumber {
  id: string;
  wabaId: string;
  /** E.164 without the plus sign. */
  phone: string;
  countryCode: string;
  country: string;
  verifiedName: string;
  nameStatus: 'APPROVED' | 'AVAILABLE_WITHOUT_REVIEW' | 'DECLINED' | 'EXPIRED' | 'PENDING_REVIEW' | 'NONE';
  newName?: string;
  newNameStatus?: BusinessNumber['nameStatus'];
  status: NumberStatus;
  codeStatus: 'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED';
  registered: boolean;
  pin?: string;
  quality: Quality;
  throughput: 'STANDARD' | 'HIGH';
  /** Sandbox numbers only reach recipients who were verified before. */
  mode: 'LIVE' | 'SANDBOX';
  allowedRecipients: string[];
  onBusinessApp: boolean;
  official: boolean;
  username?: string;
  profile: JsonObject;
  callSettings: JsonObject;
  identityCheck: boolean;
  callbackUrl?: string;
  verifyToken?: string;
  onboardedAt: number;
  createdAt: number;
  extra: JsonObject;
}
