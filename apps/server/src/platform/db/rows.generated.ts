// Written by `npm run generate` from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely';

type Json = ColumnType<unknown, string, string>;

interface ApiKeys {
  workspace_id: string;
  key_id: string;
  name: string;
  hint: string;
  secret_hash: Buffer;
  permissions: string[];
  requests_per_minute: number;
  created_by: string;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

interface Events {
  workspace_id: string;
  at: Date;
  event_id: string;
  tx: Generated<string>;
  seq: Generated<number>;
  type: string;
  contact_id: string | null;
  actor_kind: string;
  actor_id: string;
  data: Json;
}

interface IdempotencyKeys {
  workspace_id: string;
  caller: string;
  key: string;
  procedure: string;
  input_hash: Buffer;
  answer: Json | null;
  created_at: Date;
}

interface IdentityAccounts {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  created_at: Date;
  updated_at: Date;
}

interface IdentityOrganisationMembers {
  organisation_id: string;
  user_id: string;
  role: string;
  joined_at: Date;
}

interface IdentityOrganisations {
  organisation_id: string;
  name: string;
  created_at: Date;
}

interface IdentityPasskeys {
  id: string;
  user_id: string;
  name: string | null;
  public_key: string;
  credential_id: string;
  counter: number;
  device_type: string;
  backed_up: boolean;
  transports: string | null;
  aaguid: string | null;
  created_at: Date | null;
}

interface IdentityRateLimits {
  id: string;
  key: string;
  count: number;
  last_request: number;
}

interface IdentitySessions {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
}

interface IdentitySignOnProviders {
  organisation_id: string;
  provider_id: string;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: Buffer;
  email_domains: string[];
  created_at: Date;
}

interface IdentityTwoFactors {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: Generated<boolean>;
  failed_verification_count: Generated<number>;
  locked_until: Date | null;
}

interface IdentityUsers {
  id: string;
  email: string;
  email_verified: Generated<boolean>;
  name: string;
  image: string | null;
  language: Generated<string>;
  two_factor_enabled: Generated<boolean>;
  created_at: Date;
  updated_at: Date;
}

interface IdentityVerifications {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

interface Invitations {
  workspace_id: string;
  invitation_id: string;
  email: string;
  role: string;
  role_id: string | null;
  token_hash: Buffer;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
}

interface Members {
  workspace_id: string;
  user_id: string;
  name: string;
  email: string;
  role: string;
  role_id: string | null;
  joined_at: Date;
}

interface Numbers {
  workspace_id: string;
  number_id: string;
  account_id: string;
  phone_number_id: string;
  phone: string;
  name: string;
  name_status: string;
  new_name: string | null;
  new_name_status: string | null;
  quality: string;
  messaging_limit: string | null;
  throughput: string;
  messages_per_second: number;
  status: string;
  registered: boolean;
  code_verification: string;
  pin_enabled: boolean;
  on_business_app: boolean;
  mode: string;
  username: string | null;
  connected_at: Date;
  last_checked_at: Date;
  disconnected_at: Date | null;
}

interface ParkedEvents {
  workspace_id: string;
  consumer: string;
  event_id: string;
  event: Json;
  reason: string;
  parked_at: Date;
}

interface Roles {
  workspace_id: string;
  role_id: string;
  name: string;
  description: Generated<string>;
  permissions: string[];
  created_at: Date;
  updated_at: Date;
}

interface SavedViews {
  workspace_id: string;
  view_id: string;
  screen: string;
  name: string;
  owner_id: string;
  shared: Generated<boolean>;
  state: Json;
  updated_at: Date;
}

interface SignIns {
  workspace_id: string;
  at: Date;
  event_id: string;
  user_id: string;
  name: string;
  email: string;
  outcome: string;
  method: string;
  ip_address: string | null;
  device: string | null;
}

interface SystemAccountRoutes {
  waba_id: string;
  workspace_id: string;
  account_id: string;
  meta_app_id: string;
}

interface SystemEventCursors {
  consumer: string;
  tx: string;
  seq: number;
  updated_at: Date;
}

interface SystemMigrations {
  name: string;
  checksum: string;
  applied_at: Date;
}

interface SystemNumberRoutes {
  phone_number_id: string;
  waba_id: string;
  workspace_id: string;
  number_id: string;
}

interface SystemProcesses {
  process_id: string;
  host: string;
  pid: number;
  version: string;
  roles: string[];
  worker_ids: Generated<string[]>;
  started_at: Date;
  seen_at: Date;
}

interface SystemSettings {
  name: string;
  value: Json;
}

interface SystemWebhookDoors {
  door: string;
  workspace_id: string;
  app_id: string;
  meta_app_id: string;
  received_at: Date | null;
}

interface WebhookDeliveries {
  workspace_id: string;
  received_on: string;
  body_hash: Buffer;
  delivery_id: string;
  app_id: string;
  received_at: Date;
  body: Buffer;
  size: number;
  state: Generated<string>;
  attempts: Generated<number>;
  reason: string | null;
  done_at: Date | null;
}

interface WhatsappAccounts {
  workspace_id: string;
  account_id: string;
  app_id: string;
  waba_id: string;
  name: string;
  currency: string | null;
  time_zone_id: string | null;
  review_status: string | null;
  token: Buffer | null;
  token_kind: string;
  scopes: string[];
  expires_at: Date | null;
  warned_days: number | null;
  connected_by: string;
  connected_at: Date;
  subscribed_at: Date | null;
  last_checked_at: Date;
  disconnected_at: Date | null;
  problem: string | null;
}

interface WhatsappApps {
  workspace_id: string;
  app_id: string;
  meta_app_id: string;
  name: string;
  secret: Buffer;
  next_secret: Buffer | null;
  secret_change_since: Date | null;
  verify_token: Buffer;
  door: string;
  created_at: Date;
  connected_at: Date | null;
}

interface WorkspaceKeys {
  workspace_id: string;
  version: number;
  wrapped_key: Buffer;
  master_key_id: string;
  created_at: Date;
}

interface Workspaces {
  workspace_id: string;
  organisation_id: string;
  name: string;
  country: Generated<string>;
  currency: Generated<string>;
  time_zone: Generated<string>;
  language: Generated<string>;
  require_two_factor: Generated<boolean>;
  session_idle_minutes: Generated<number>;
  demo: Generated<boolean>;
  created_at: Date;
  updated_at: Date;
}

export interface DB {
  api_keys: ApiKeys;
  events: Events;
  idempotency_keys: IdempotencyKeys;
  'identity.accounts': IdentityAccounts;
  'identity.organisation_members': IdentityOrganisationMembers;
  'identity.organisations': IdentityOrganisations;
  'identity.passkeys': IdentityPasskeys;
  'identity.rate_limits': IdentityRateLimits;
  'identity.sessions': IdentitySessions;
  'identity.sign_on_providers': IdentitySignOnProviders;
  'identity.two_factors': IdentityTwoFactors;
  'identity.users': IdentityUsers;
  'identity.verifications': IdentityVerifications;
  invitations: Invitations;
  members: Members;
  numbers: Numbers;
  parked_events: ParkedEvents;
  roles: Roles;
  saved_views: SavedViews;
  sign_ins: SignIns;
  'system.account_routes': SystemAccountRoutes;
  'system.event_cursors': SystemEventCursors;
  'system.migrations': SystemMigrations;
  'system.number_routes': SystemNumberRoutes;
  'system.processes': SystemProcesses;
  'system.settings': SystemSettings;
  'system.webhook_doors': SystemWebhookDoors;
  webhook_deliveries: WebhookDeliveries;
  whatsapp_accounts: WhatsappAccounts;
  whatsapp_apps: WhatsappApps;
  workspace_keys: WorkspaceKeys;
  workspaces: Workspaces;
}
