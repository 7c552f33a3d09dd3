-- Numbers: which apps, accounts and numbers at Meta a workspace is connected to, and how webhooks find their workspace.

create table whatsapp_apps (
  workspace_id uuid not null references workspaces on delete cascade,
  app_id uuid not null,
  meta_app_id text not null,
  name text not null,
  -- Sealed. While the secret is changed, the next one is accepted beside it.
  secret bytea not null,
  next_secret bytea,
  secret_change_since timestamptz,
  verify_token bytea not null,
  -- The unguessable end of the address that Meta delivers to.
  door text not null,
  created_at timestamptz not null,
  -- Null while its first account is being connected: Meta asks at the door before there is anything to keep.
  connected_at timestamptz,
  primary key (workspace_id, app_id),
  unique (workspace_id, meta_app_id),
  check ((next_secret is null) = (secret_change_since is null))
);
call system.protect('whatsapp_apps');

-- A disconnected account stays for its history, without its token.
create table whatsapp_accounts (
  workspace_id uuid not null references workspaces on delete cascade,
  account_id uuid not null,
  app_id uuid not null,
  waba_id text not null,
  name text not null,
  currency text,
  time_zone_id text,
  review_status text,
  token bytea,
  token_kind text not null,
  scopes text[] not null,
  expires_at timestamptz,
  -- The days before its end of which people were told last.
  warned_days integer,
  connected_by text not null check (connected_by in ('sign-up', 'hand')),
  connected_at timestamptz not null,
  subscribed_at timestamptz,
  last_checked_at timestamptz not null,
  disconnected_at timestamptz,
  primary key (workspace_id, account_id),
  unique (workspace_id, waba_id),
  foreign key (workspace_id, app_id) references whatsapp_apps (workspace_id, app_id),
  check ((token is null) = (disconnected_at is not null))
);
create index on whatsapp_accounts (workspace_id, app_id);
create index on whatsapp_accounts (last_checked_at) where disconnected_at is null;
call system.protect('whatsapp_accounts');

-- The words of status, quality, limit and the like are Meta's own, which adds to them without notice.
create table numbers (
  workspace_id uuid not null references workspaces on delete cascade,
  number_id uuid not null,
  account_id uuid not null,
  phone_number_id text not null,
  phone text not null,
  name text not null,
  name_status text not null,
  new_name text,
  new_name_status text,
  quality text not null,
  messaging_limit text,
  throughput text not null,
  messages_per_second integer not null,
  status text not null,
  registered boolean not null,
  code_verification text not null,
  pin_enabled boolean not null,
  on_business_app boolean not null,
  mode text not null,
  username text,
  connected_at timestamptz not null,
  last_checked_at timestamptz not null,
  disconnected_at timestamptz,
  primary key (workspace_id, number_id),
  unique (workspace_id, phone_number_id),
  foreign key (workspace_id, account_id) references whatsapp_accounts (workspace_id, account_id)
);
create index on numbers (workspace_id, account_id);
call system.protect('numbers');

-- What arrives names a door, an account and a number at Meta, and no workspace: these say whose they are. An account
-- and a number belong to one workspace. An app may serve many, though it has one callback: its door then is that of
-- whoever connected it first, and the account of each entry says where it belongs.
create table system.webhook_doors (
  door text primary key,
  workspace_id uuid not null,
  app_id uuid not null,
  meta_app_id text not null,
  received_at timestamptz
);

create table system.account_routes (
  waba_id text primary key,
  workspace_id uuid not null,
  account_id uuid not null,
  meta_app_id text not null
);

create table system.number_routes (
  phone_number_id text primary key,
  waba_id text not null references system.account_routes on delete cascade,
  workspace_id uuid not null,
  number_id uuid not null
);
create index on system.number_routes (waba_id);

grant select, insert, update, delete on system.webhook_doors, system.account_routes, system.number_routes to :system;
