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
  /** The version of webhook payloads: that of the call by which the app subscribed. */
  webhookVersion?: number;
  /** Whether webhooks present Meta's client certificate. */
  clientCertificate: boolean;
  /** The portfolio of who made the app; accounts that customers bring by Embedded Signup are shared with it. */
  businessId?: string;
  /** Addresses to which the login dialog may lead back; without a list, any. */
  redirectUris?: string[];
  /** Configurations of Facebook Login for Business. */
  loginConfigurations?: LoginConfiguration[];
}

interface LoginConfiguration {
  id: string;
  name: string;
  /** Whether owners may bring a number that is in the WhatsApp Business app. */
  businessApp: boolean;
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
  issuedAt?: number;
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
  /** How many numbers it may have: two at first. */
  numberLimit?: number;
  createdAt?: number;
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
  /** When the ban comes or came. */
  banAt?: number;
  /** Blocked until an appeal succeeds. */
  locked?: boolean;
  /** Portfolios with which it is shared. */
  partnerBusinessIds?: string[];
  assignedUsers?: AssignedUser[];
  /** Two letters; the portfolio's country when absent. */
  primaryLocation?: string;
  /** Its authentication messages abroad have a rate of their own. */
  internationalRate?: { from: number; exceptions: { country: string; from: number }[] };
  /** The terms of the Marketing Messages API are signed. */
  marketingTerms?: boolean;
}

interface AssignedUser {
  userId: string;
  tasks: string[];
}

type NumberStatus =
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
  /** The code that was sent last to prove who owns the number. */
  ownership?: { code: string; method: 'SMS' | 'VOICE'; until: number; failures: number };
  codeRequests?: number[];
  /** When it was registered or deregistered in the last 72 hours. */
  registrations?: number[];
  pinGuesses?: { failures: number; last: number };
  /** Where messages are stored, when that is in one country. */
  storageRegion?: string;
  searchVisibility?: 'VISIBLE' | 'HIDDEN';
  /** Answers 131057 until then: Meta is changing its throughput. */
  maintenanceUntil?: number;
  deletedAt?: number;
  /** The number in another account whose place it takes once its ownership is proven. */
  migratesFrom?: string;
  /** The public key with which Flows of the number are encrypted. */
  encryption?: JsonObject;
  usernameStatus?: 'approved' | 'reserved';
  /** What is offered to a customer who opens the chat. */
  prompts?: string[];
  commands?: { command_name: string; command_description: string }[];
  welcomes?: boolean;
  cart?: boolean;
  catalog?: boolean;
  compliance?: JsonObject;
  officialRequest?: { status: 'PENDING' | 'APPROVED' | 'REJECTED'; at: number };
}
