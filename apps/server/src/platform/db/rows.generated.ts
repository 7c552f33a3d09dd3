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

interface Attempts {
  workspace_id: string;
  message_id: string;
  attempt: number;
  number_id: string;
  fence: number;
  started_at: Date;
  outcome: string | null;
  code: number | null;
  error: Json | null;
  wamid: string | null;
  ended_at: Date | null;
  settled_by: string | null;
  settled_at: Date | null;
}

interface AudienceSends {
  workspace_id: string;
  source_id: string;
  cause: string;
  intent: Json;
  request_hash: Buffer;
  contact_ids: string[] | null;
  done: Generated<number>;
  after_id: string | null;
  started_at: Date;
  finished_at: Date | null;
}

interface BudgetPeriods {
  workspace_id: string;
  budget_id: string;
  starts_on: string;
  spent_micros: number;
  warned_percent: number | null;
  reached_at: Date | null;
}

interface Budgets {
  workspace_id: string;
  budget_id: string;
  name: string;
  scope: string;
  scope_id: string | null;
  category: string | null;
  period: string;
  currency: string;
  limit_micros: number;
  warn_percents: number[];
  stops: boolean;
  created_at: Date;
}

interface ConsentCheckpoints {
  workspace_id: string;
  seq: number;
  at: Date;
  head: Buffer;
  key_id: string;
  signature: Buffer;
}

interface ConsentDetails {
  workspace_id: string;
  entry_id: string;
  salt: Buffer;
  details: string;
}

interface ConsentEntries {
  workspace_id: string;
  entry_id: string;
  contact_id: string;
  kind: string;
  purpose: string | null;
  source: string;
  at: Date;
  actor_kind: string;
  actor_id: string;
  recorded_at: Date;
  reason: string | null;
  notice_id: string | null;
  notice_version: number | null;
  language: string | null;
  text_hash: string | null;
  country: string | null;
  campaign: string | null;
  store: string | null;
  terms_url: string | null;
  commitment: Buffer | null;
}

interface ConsentLedgers {
  workspace_id: string;
  seq: number;
  hash: Buffer;
  sealed_at: Date;
}

interface ConsentNoticeDrafts {
  workspace_id: string;
  notice_id: string;
  version: number;
  texts: Json;
  terms_url: string | null;
  note: string | null;
  authors: Json;
  edited_at: Date;
}

interface ConsentNoticeVersions {
  workspace_id: string;
  notice_id: string;
  version: number;
  texts: Json;
  terms_url: string | null;
  note: string | null;
  authors: Json;
  edited_at: Date;
  approved_by: string;
  approved_at: Date;
}

interface ConsentNotices {
  workspace_id: string;
  notice_id: string;
  name: string;
  purposes: string[];
  current_version: number | null;
  created_at: Date;
  retired_at: Date | null;
}

interface ConsentPurposes {
  workspace_id: string;
  purpose: string;
  texts: Json;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
}

interface ConsentSeals {
  workspace_id: string;
  seq: number;
  entry_id: string;
  sealed_at: Date;
  hash: Buffer;
}

interface ConsentStates {
  workspace_id: string;
  contact_id: string;
  granted: Generated<string[]>;
  withdrawn: Generated<string[]>;
  stopped_at: Date | null;
  frozen_at: Date | null;
  frozen_reason: string | null;
  updated_at: Date;
}

interface ConsentUnsealed {
  workspace_id: string;
  entry_id: string;
}

interface ConsentVerifications {
  workspace_id: string;
  verification_id: string;
  asked_at: Date;
  asked_by_kind: string;
  asked_by_id: string;
  finished_at: Date | null;
  entries: Generated<number>;
  problems: Generated<number>;
  findings: Generated<Json>;
}

interface ContactBlockChecks {
  workspace_id: string;
  number_id: string;
  checked_at: Date;
}

interface ContactBlocks {
  workspace_id: string;
  contact_id: string;
  number_id: string;
  blocked_at: Date | null;
  elsewhere: Generated<boolean>;
  refused_at: Date | null;
  refusal_code: number | null;
  changed_at: Date;
}

interface ContactBulkChunks {
  workspace_id: string;
  bulk_id: string;
  chunk_id: string;
  contact_ids: string[];
}

interface ContactBulks {
  workspace_id: string;
  bulk_id: string;
  action: Json;
  selection: Json;
  state: string;
  total: number;
  seen: Generated<number>;
  changed: Generated<number>;
  cursor: string | null;
  actor_kind: string;
  actor_id: string;
  created_at: Date;
  ended_at: Date | null;
}

interface ContactExports {
  workspace_id: string;
  export_id: string;
  selection: Json;
  columns: string[];
  state: string;
  total: number;
  done: Generated<number>;
  size: number | null;
  actor_kind: string;
  actor_id: string;
  created_at: Date;
  ended_at: Date | null;
}

interface ContactFields {
  workspace_id: string;
  field_id: string;
  key: string;
  name: string;
  kind: string;
  choices: Generated<string[]>;
  place: number;
  created_at: Date;
  archived_at: Date | null;
}

interface ContactIdentities {
  workspace_id: string;
  identity_id: string;
  contact_id: string;
  kind: string;
  value: string;
  wa_id: string | null;
  portfolio: Generated<string>;
  phone: string | null;
  first_seen_at: Date;
  last_seen_at: Date;
  ended_at: Date | null;
}

interface ContactImportChunks {
  workspace_id: string;
  import_id: string;
  first_row: number;
  created: Generated<string[]>;
  changed: Generated<Json>;
  consents: Generated<Json>;
  problems: Generated<Json>;
  applied_at: Date;
  undone_at: Date | null;
}

interface ContactImportPlans {
  workspace_id: string;
  header_hash: string;
  plan: Json;
  used_at: Date;
}

interface ContactImports {
  workspace_id: string;
  import_id: string;
  file_name: string;
  size: number;
  state: string;
  failure: string | null;
  shape: Json;
  plan: Json;
  remembered: boolean;
  seen: Generated<number>;
  total: number | null;
  counts: Json;
  actor_kind: string;
  actor_id: string;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  file_deleted_at: Date | null;
}

interface ContactMerges {
  workspace_id: string;
  merge_id: string;
  into_id: string;
  from_id: string;
  moved: Json;
  merged_at: Date;
  merged_by: string;
  undone_at: Date | null;
}

interface ContactNotes {
  workspace_id: string;
  note_id: string;
  contact_id: string;
  body: string;
  author_kind: string;
  author_id: string;
  created_at: Date;
  edited_at: Date | null;
}

interface ContactTags {
  workspace_id: string;
  tag_id: string;
  name: string;
  color: string;
  created_at: Date;
}

interface Contacts {
  workspace_id: string;
  contact_id: string;
  name: string | null;
  profile_name: string | null;
  username: string | null;
  phone: string | null;
  wa_id: string | null;
  user_id: string | null;
  country: string | null;
  language: string | null;
  time_zone: string | null;
  blocked_at: Date | null;
  merged_into: string | null;
  source: string;
  created_at: Date;
  updated_at: Date;
  email: string | null;
  city: string | null;
  owner_id: string | null;
  tags: Generated<string[]>;
  fields: Generated<Json>;
  name_key: Generated<string>;
  profile_key: Generated<string>;
  search_key: Generated<string>;
  sort_name: Generated<string>;
  erased_at: Date | null;
}

interface Conversations {
  workspace_id: string;
  conversation_id: string;
  number_id: string;
  contact_id: string;
  window_ends_at: Date | null;
  free_entry_ends_at: Date | null;
  free_entry_offered_until: Date | null;
  last_message_at: Date | null;
  last_inbound_at: Date | null;
  last_outbound_at: Date | null;
  standby_since: Date | null;
  held_at: Date | null;
  pair_debt_until: Date | null;
  created_at: Date;
}

interface CostMeters {
  workspace_id: string;
  number_id: string;
  month: string;
  day: string;
  currency: string;
  category: string;
  pricing_type: string;
  origin: string;
  source_id: string;
  shard: number;
  messages: number;
  micros: number;
  unpriced: number;
  estimated_micros: number;
  estimated_actual_micros: number;
}

interface CostReservations {
  workspace_id: string;
  number_id: string;
  currency: string;
  category: string;
  origin: string;
  source_id: string;
  shard: number;
  micros: number;
}

interface CountryStops {
  workspace_id: string;
  account_id: string;
  country: string;
  told_at: Date;
}

interface EntryPointDays {
  workspace_id: string;
  entry_point_id: string;
  day: string;
  shown: number;
}

interface EntryPoints {
  workspace_id: string;
  entry_point_id: string;
  kind: string;
  name: string;
  code: string;
  purposes: string[];
  language: string;
  campaign: string | null;
  store: string | null;
  staff: string | null;
  number_id: string | null;
  keywords: Generated<string[]>;
  double_opt_in: boolean;
  allowed_origins: Generated<string[]>;
  look: Json;
  active: boolean;
  created_at: Date;
  updated_at: Date;
}

interface ErasedIdentities {
  workspace_id: string;
  mark: Buffer;
  erased_at: Date;
  list_ids: string[];
}

interface Erasures {
  workspace_id: string;
  request_id: string;
  state: string;
  contact_ids: string[];
  names: string[];
  parts: Json;
  asked_by: string;
  asked_at: Date;
  finished_at: Date | null;
  certificate: string | null;
  signature: string | null;
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

interface GatePolicies {
  workspace_id: string;
  policies: Json;
  updated_at: Date;
  updated_by: string;
}

interface HeardWishes {
  workspace_id: string;
  message_id: string;
  contact_id: string;
  number_id: string;
  wish: string;
  language: string;
  said_by: string;
  at: Date;
  heard_at: Date;
  under_way: number;
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

interface Intents {
  workspace_id: string;
  cause: string;
  intent_id: string;
  contact_id: string | null;
  number_id: string | null;
  source_id: string | null;
  origin: string;
  origin_id: string | null;
  request_hash: Buffer;
  verdict: string;
  rule: string | null;
  detail: Json | null;
  decided_at: Date;
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

interface LegalHolds {
  workspace_id: string;
  hold_id: string;
  contact_id: string;
  request_id: string | null;
  reason: string;
  placed_by: string;
  placed_at: Date;
  ends_at: Date | null;
  lifted_by: string | null;
  lifted_at: Date | null;
}

interface LiveTests {
  workspace_id: string;
  test_id: string;
  number_id: string;
  phone: string;
  contact_id: string | null;
  message_id: string | null;
  template: string;
  decision: Json;
  started_at: Date;
  started_by: string;
}

interface Media {
  workspace_id: string;
  media_id: string;
  direction: string;
  kind: string;
  state: string;
  reason: string | null;
  number_id: string | null;
  message_id: string | null;
  contact_id: string | null;
  meta_media_id: string | null;
  told_sha256: Buffer | null;
  fetch_by: Date | null;
  told_mime: string | null;
  mime: string | null;
  sha256: Buffer | null;
  size: number | null;
  file_name: string | null;
  width: number | null;
  height: number | null;
  duration_ms: number | null;
  pages: number | null;
  has_thumbnail: Generated<boolean>;
  has_preview: Generated<boolean>;
  created_at: Date;
  used_at: Date;
}

interface MediaUploads {
  workspace_id: string;
  media_id: string;
  number_id: string;
  state: string;
  meta_media_id: string | null;
  good_until: Date | null;
  reason: string | null;
  claimed_until: Date | null;
  changed_at: Date;
}

interface MediaWaits {
  workspace_id: string;
  media_id: string;
  number_id: string;
  message_id: string;
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

interface MessageKeys {
  workspace_id: string;
  number_id: string;
  wamid: string;
  message_id: string;
}

interface MessageStatuses {
  workspace_id: string;
  message_id: string;
  status: string;
  recipient: Generated<string>;
  at: Date;
  received_at: Date;
  errors: Json | null;
  pricing: Json | null;
  delivery_id: string | null;
}

interface Messages {
  workspace_id: string;
  message_id: string;
  conversation_id: string;
  contact_id: string;
  number_id: string;
  direction: string;
  origin: string;
  origin_id: string | null;
  type: string;
  content: Json;
  text: string | null;
  at: Date;
  wamid: string | null;
  status: string;
  reason: string | null;
  error: Json | null;
  sent_at: Date | null;
  delivered_at: Date | null;
  read_at: Date | null;
  failed_at: Date | null;
  reply_to_wamid: string | null;
  reply_to_id: string | null;
  context: Json | null;
  forwarded: Generated<boolean>;
  edits: Json | null;
  edited_at: Date | null;
  revoked_at: Date | null;
  reactions: Json | null;
  template_id: string | null;
  category: string | null;
  estimated_micros: number | null;
  price: Json | null;
  possible_duplicate: Generated<boolean>;
  created_at: Date;
}

interface NumberHealth {
  workspace_id: string;
  number_id: string;
  worst: string;
  since: Date;
}

interface NumberLanes {
  workspace_id: string;
  number_id: string;
  holder: string | null;
  fence: Generated<number>;
  leased_until: Date | null;
  paused_at: Date | null;
  paused_reason: string | null;
  paused_by: string | null;
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
  restrictions: Generated<Json>;
  violation: string | null;
  calling: Json | null;
  name_rejection: string | null;
  told_at: Generated<Json>;
  meta_health: Json | null;
  alert: Json | null;
}

interface OptOutSettings {
  workspace_id: string;
  stops: string[];
  texts: Json;
  updated_at: Date;
  updated_by: string;
}

interface OptOutWords {
  workspace_id: string;
  word_id: string;
  words: string;
  spoken: string;
  wish: string;
  created_at: Date;
  created_by: string;
}

interface Outbox {
  workspace_id: string;
  message_id: string;
  number_id: string;
  conversation_id: string;
  contact_id: string;
  source_id: string | null;
  class: string;
  priority: number;
  state: string;
  place: Generated<number>;
  due_at: Date;
  hold: string | null;
  deadline_at: Date;
  attempts: Generated<number>;
  fence: number | null;
  since: Date | null;
  queued_at: Date;
  purpose: string | null;
  template_id: string | null;
  retries: Generated<number>;
}

interface ParkedEvents {
  workspace_id: string;
  consumer: string;
  event_id: string;
  event: Json;
  reason: string;
  parked_at: Date;
}

interface PortfolioReach {
  workspace_id: string;
  limit_key: string;
  contact_id: string;
  at: Date;
}

interface PriceEntries {
  workspace_id: string;
  entry_id: string;
  currency: string;
  country: string;
  category: string;
  valid_from: string;
  micros: number;
  note: string | null;
  changed_at: Date;
  changed_by: string;
}

interface RecentSends {
  workspace_id: string;
  contact_id: string;
  category: string;
  at: Date;
  message_id: string;
  tag: string | null;
}

interface RightsPackages {
  workspace_id: string;
  package_id: string;
  request_id: string;
  contact_id: string;
  state: string;
  size: number | null;
  sha256: string | null;
  asked_at: Date;
  made_at: Date | null;
  ends_at: Date | null;
}

interface RightsRequests {
  workspace_id: string;
  request_id: string;
  kind: string;
  channel: string;
  state: string;
  contact_id: string | null;
  language: string;
  said: string | null;
  code: string | null;
  code_ends_at: Date | null;
  identified_at: Date | null;
  identified_how: string | null;
  assigned_to: string | null;
  received_at: Date;
  due_at: Date;
  warned_at: Date | null;
  overdue_at: Date | null;
  changes: Json | null;
  approved_by: string | null;
  approved_at: Date | null;
  closed_at: Date | null;
  reason: string | null;
  updated_at: Date;
}

interface RightsSettings {
  workspace_id: string;
  code: string;
  is_page_open: boolean;
  contact_name: string | null;
  contact_address: string | null;
  due_days: number;
  warn_days: number;
  four_eyes: boolean;
  backup_days: number;
  updated_at: Date;
}

interface RightsSteps {
  workspace_id: string;
  request_id: string;
  step_id: string;
  at: Date;
  what: string;
  note: string | null;
  actor_kind: string;
  actor_id: string;
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

interface SendSources {
  workspace_id: string;
  source_id: string;
  kind: string;
  name: string;
  state: Generated<string>;
  reason: string | null;
  created_at: Date;
  changed_at: Date;
  sweeping: Generated<boolean>;
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

interface StatusPulses {
  workspace_id: string;
  number_id: string;
  slot: Date;
  newest_send_at: Date;
  statuses: number;
}

interface StrayStatuses {
  workspace_id: string;
  number_id: string;
  wamid: string;
  status: string;
  recipient: Generated<string>;
  at: Date;
  received_at: Date;
  value: Json;
  delivery_id: string | null;
}

interface Submissions {
  workspace_id: string;
  submission_id: string;
  entry_point_id: string;
  at: Date;
  state: string;
  reason: string | null;
  contact_id: string | null;
  phone: string | null;
  purposes: string[];
  language: string;
  notice_id: string | null;
  notice_version: number | null;
  evidence: Json;
  origin_key: string | null;
  confirm_code: string | null;
  expires_at: Date | null;
  settled_at: Date | null;
}

interface SuppressionLists {
  workspace_id: string;
  list_id: string;
  name: string;
  kind: string;
  reason: string;
  categories: string[];
  purposes: string[] | null;
  member_days: number | null;
  ends_at: Date | null;
  rule: Json | null;
  checked_at: Date | null;
  created_at: Date;
  created_by: string;
  updated_at: Date;
}

interface SuppressionMembers {
  workspace_id: string;
  list_id: string;
  member_id: string;
  contact_id: string | null;
  phone: string | null;
  reason: string | null;
  added_at: Date;
  added_by: string;
  ends_at: Date | null;
  by_rule: Generated<boolean>;
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

interface SystemProcessingBatches {
  batch_id: string;
  lock_key: number;
  delivery_ids: string[];
  started_at: Date;
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

interface TemplateActions {
  workspace_id: string;
  action_id: string;
  template_id: string;
  rule: string;
  cause: string;
  action: string;
  facts: Json;
  instead_id: string | null;
  daily_most: number | null;
  source_ids: Generated<string[]>;
  at: Date;
  state: Generated<string>;
  ended_at: Date | null;
  ended_by: string | null;
  note: string | null;
}

interface TemplateCare {
  workspace_id: string;
  refresh_days: number;
  audit_days: number;
  lock_days: number;
  festivals: Generated<string[]>;
  languages: Generated<string[]>;
  domains: Generated<string[]>;
  disclosures: Generated<Json>;
  updated_at: Date;
  updated_by: string;
}

interface TemplateControls {
  workspace_id: string;
  template_id: string;
  held_at: Date | null;
  instead_id: string | null;
  daily_most: number | null;
  changed_at: Date;
}

interface TemplateDays {
  workspace_id: string;
  template_id: string;
  version_id: string;
  day: string;
  sent: number;
  delivered: number;
  read: number;
  failed: number;
  failures: Json;
  replied: number;
  pressed: number;
  answered: number;
  answered_unread: number;
  opted_out: number;
  blocked: number;
  read_seconds: number | null;
}

interface TemplateDaysDue {
  workspace_id: string;
  template_id: string;
  day: string;
}

interface TemplateDrafts {
  workspace_id: string;
  variant_id: string;
  content: Json;
  problem_count: number;
  based_on: string | null;
  updated_at: Date;
  updated_by: string;
}

interface TemplateFamilies {
  workspace_id: string;
  family_id: string;
  name: string;
  category: string;
  purpose: string | null;
  owner_id: string | null;
  note: string | null;
  account_ids: Generated<string[]>;
  created_at: Date;
  created_by: string;
  updated_at: Date;
  retired_at: Date | null;
}

interface TemplateHistory {
  workspace_id: string;
  entry_id: string;
  family_id: string;
  variant_id: string | null;
  version_id: string | null;
  account_id: string | null;
  what: string;
  at: Date;
  actor: string;
  note: string | null;
  before: string | null;
  after: string | null;
}

interface TemplateLinks {
  workspace_id: string;
  template_id: string;
  variant_id: string;
  version_id: string;
  compared_at: Date;
  asked_category: string;
}

interface TemplateOccasions {
  workspace_id: string;
  occasion_id: string;
  name: string;
  day: string;
  lock_days: number | null;
  created_at: Date;
  created_by: string;
}

interface TemplatePaceDays {
  workspace_id: string;
  template_id: string;
  day: string;
  allowed: number;
}

interface TemplateReminders {
  workspace_id: string;
  reminder_id: string;
  kind: string;
  subject: string;
  name: string;
  due_on: string;
  raised_at: Date;
  done_at: Date | null;
  done_by: string | null;
}

interface TemplateResponses {
  workspace_id: string;
  response_id: string;
  kind: string;
  message_id: string;
  at: Date;
}

interface TemplateRules {
  workspace_id: string;
  rules: Json;
  updated_at: Date;
  updated_by: string;
}

interface TemplateSends {
  workspace_id: string;
  message_id: string;
  template_id: string;
  conversation_id: string;
  contact_id: string;
  sent_at: Date;
  day: string;
  delivered_at: Date | null;
  read_at: Date | null;
  failed_code: number | null;
}

interface TemplateSettings {
  workspace_id: string;
  name_pattern: string;
  enforce_names: boolean;
  allow_own_approval: boolean;
}

interface TemplateSpans {
  workspace_id: string;
  template_id: string;
  from_at: Date;
  version_id: string;
}

interface TemplateSubmissions {
  workspace_id: string;
  submission_id: string;
  variant_id: string;
  version_id: string | null;
  account_id: string;
  kind: string;
  state: string;
  meta_template_id: string | null;
  problem: Json | null;
  created_at: Date;
  created_by: string;
  counts: Generated<boolean>;
  asked_at: Date | null;
  answered_at: Date | null;
}

interface TemplateTurns {
  workspace_id: string;
  turn_id: string;
  template_id: string;
  field: string;
  before: string | null;
  after: string | null;
  at: Date;
}

interface TemplateVariants {
  workspace_id: string;
  variant_id: string;
  family_id: string;
  language: string;
  meta_name: string;
  revision: Generated<number>;
  created_at: Date;
}

interface TemplateVersions {
  workspace_id: string;
  version_id: string;
  variant_id: string;
  number: number;
  state: string;
  origin: string;
  category: string;
  content: Json;
  note: string | null;
  created_at: Date;
  created_by: string;
  decided_at: Date | null;
  decided_by: string | null;
  rationale: string | null;
}

interface Templates {
  workspace_id: string;
  template_id: string;
  account_id: string;
  meta_template_id: string;
  name: string;
  language: string;
  category: string;
  previous_category: string | null;
  correct_category: string | null;
  category_changes_at: Date | null;
  status: string;
  rejected_reason: string | null;
  rejection: Json | null;
  paused_until: Date | null;
  disabled_at: Date | null;
  quality: string | null;
  parameter_format: string;
  components: Json;
  message_ttl_seconds: number | null;
  created_at: Date;
  updated_at: Date;
  status_at: Date;
  category_at: Date;
  quality_at: Date;
  components_at: Date;
  told_at: Date | null;
  synced_at: Date;
  removed_at: Date | null;
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
  detail: string | null;
  discarded_by: string | null;
}

interface WebhookShares {
  workspace_id: string;
  delivery_id: string;
  door_workspace_id: string;
  received_on: string;
}

interface WebhookUpdates {
  workspace_id: string;
  key: string;
  update_id: string;
  kind: string;
  field: string;
  waba_id: string;
  phone_number_id: string | null;
  contact_id: string | null;
  at: Date | null;
  received_at: Date;
  value: Json | null;
  delivery_id: string | null;
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
  restrictions: Generated<Json>;
  violation: string | null;
  ban_state: string | null;
  ban_date: string | null;
  max_numbers: number | null;
  primary_country: string | null;
  international_rates: Json | null;
  volume_tiers: Generated<Json>;
  presence: string | null;
  alert: Json | null;
  told_at: Generated<Json>;
  portfolio_id: string | null;
  limit_key: Generated<string>;
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

interface WishConfirmations {
  workspace_id: string;
  contact_id: string;
  message_id: string;
  kind: string;
  at: Date;
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
  attempts: Attempts;
  audience_sends: AudienceSends;
  budget_periods: BudgetPeriods;
  budgets: Budgets;
  consent_checkpoints: ConsentCheckpoints;
  consent_details: ConsentDetails;
  consent_entries: ConsentEntries;
  consent_ledgers: ConsentLedgers;
  consent_notice_drafts: ConsentNoticeDrafts;
  consent_notice_versions: ConsentNoticeVersions;
  consent_notices: ConsentNotices;
  consent_purposes: ConsentPurposes;
  consent_seals: ConsentSeals;
  consent_states: ConsentStates;
  consent_unsealed: ConsentUnsealed;
  consent_verifications: ConsentVerifications;
  contact_block_checks: ContactBlockChecks;
  contact_blocks: ContactBlocks;
  contact_bulk_chunks: ContactBulkChunks;
  contact_bulks: ContactBulks;
  contact_exports: ContactExports;
  contact_fields: ContactFields;
  contact_identities: ContactIdentities;
  contact_import_chunks: ContactImportChunks;
  contact_import_plans: ContactImportPlans;
  contact_imports: ContactImports;
  contact_merges: ContactMerges;
  contact_notes: ContactNotes;
  contact_tags: ContactTags;
  contacts: Contacts;
  conversations: Conversations;
  cost_meters: CostMeters;
  cost_reservations: CostReservations;
  country_stops: CountryStops;
  entry_point_days: EntryPointDays;
  entry_points: EntryPoints;
  erased_identities: ErasedIdentities;
  erasures: Erasures;
  events: Events;
  gate_policies: GatePolicies;
  heard_wishes: HeardWishes;
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
  intents: Intents;
  invitations: Invitations;
  legal_holds: LegalHolds;
  live_tests: LiveTests;
  media: Media;
  media_uploads: MediaUploads;
  media_waits: MediaWaits;
  members: Members;
  message_keys: MessageKeys;
  message_statuses: MessageStatuses;
  messages: Messages;
  number_health: NumberHealth;
  number_lanes: NumberLanes;
  numbers: Numbers;
  opt_out_settings: OptOutSettings;
  opt_out_words: OptOutWords;
  outbox: Outbox;
  parked_events: ParkedEvents;
  portfolio_reach: PortfolioReach;
  price_entries: PriceEntries;
  recent_sends: RecentSends;
  rights_packages: RightsPackages;
  rights_requests: RightsRequests;
  rights_settings: RightsSettings;
  rights_steps: RightsSteps;
  roles: Roles;
  saved_views: SavedViews;
  send_sources: SendSources;
  sign_ins: SignIns;
  status_pulses: StatusPulses;
  stray_statuses: StrayStatuses;
  submissions: Submissions;
  suppression_lists: SuppressionLists;
  suppression_members: SuppressionMembers;
  'system.account_routes': SystemAccountRoutes;
  'system.event_cursors': SystemEventCursors;
  'system.migrations': SystemMigrations;
  'system.number_routes': SystemNumberRoutes;
  'system.processes': SystemProcesses;
  'system.processing_batches': SystemProcessingBatches;
  'system.settings': SystemSettings;
  'system.webhook_doors': SystemWebhookDoors;
  template_actions: TemplateActions;
  template_care: TemplateCare;
  template_controls: TemplateControls;
  template_days: TemplateDays;
  template_days_due: TemplateDaysDue;
  template_drafts: TemplateDrafts;
  template_families: TemplateFamilies;
  template_history: TemplateHistory;
  template_links: TemplateLinks;
  template_occasions: TemplateOccasions;
  template_pace_days: TemplatePaceDays;
  template_reminders: TemplateReminders;
  template_responses: TemplateResponses;
  template_rules: TemplateRules;
  template_sends: TemplateSends;
  template_settings: TemplateSettings;
  template_spans: TemplateSpans;
  template_submissions: TemplateSubmissions;
  template_turns: TemplateTurns;
  template_variants: TemplateVariants;
  template_versions: TemplateVersions;
  templates: Templates;
  webhook_deliveries: WebhookDeliveries;
  webhook_shares: WebhookShares;
  webhook_updates: WebhookUpdates;
  whatsapp_accounts: WhatsappAccounts;
  whatsapp_apps: WhatsappApps;
  wish_confirmations: WishConfirmations;
  workspace_keys: WorkspaceKeys;
  workspaces: Workspaces;
}
