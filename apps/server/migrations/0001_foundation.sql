-- The house: people and how they sign in, organisations and workspaces, the event log, and what the program keeps
-- about itself. Three schemas say who may look: public is tenants' data under row security, identity is people,
-- system is the program's own. `:app`, `:system` and `:auth` stand for the three roles.

create schema identity;

revoke create on schema public from public;
grant usage on schema public to :app, :system;
grant usage on schema identity to :auth, :system;
grant usage on schema system to :system;

-- Which workspace this transaction is in; null outside of one, and null matches no row.
create function current_workspace() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('trikon.workspace_id', true), '')::uuid $$;

-- Puts a table under row security: requests see their workspace, the system role sees all, the owner nothing.
create procedure system.protect(target regclass)
  language plpgsql
  as $$
  begin
    execute format('alter table %s enable row level security, force row level security', target);
    execute format('create policy own_workspace on %s to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace())', target);
    execute format('create policy all_workspaces on %s to :system using (true) with check (true)', target);
    execute format('grant select, insert, update, delete on %s to :app, :system', target);
  end $$;

------------------------------------------------------------------------------------------------ people and sign-in

create table identity.users (
  id uuid primary key,
  email text not null unique,
  email_verified boolean not null default false,
  name text not null,
  image text,
  language text not null default 'en',
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table identity.sessions (
  id uuid primary key,
  user_id uuid not null references identity.users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on identity.sessions (user_id);

create table identity.accounts (
  id uuid primary key,
  user_id uuid not null references identity.users on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index on identity.accounts (user_id);

create table identity.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on identity.verifications (identifier);

create table identity.passkeys (
  id uuid primary key,
  user_id uuid not null references identity.users on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index on identity.passkeys (user_id);

create table identity.two_factors (
  id uuid primary key,
  user_id uuid not null references identity.users on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index on identity.two_factors (user_id);
create index on identity.two_factors (secret);

create table identity.rate_limits (
  id uuid primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- An agency or a company; its workspaces are brands.
create table identity.organisations (
  organisation_id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table identity.organisation_members (
  organisation_id uuid not null references identity.organisations on delete cascade,
  user_id uuid not null references identity.users on delete cascade,
  role text not null check (role in ('owner', 'member')),
  joined_at timestamptz not null,
  primary key (organisation_id, user_id)
);
create index on identity.organisation_members (user_id);

-- OpenID Connect sign-on of an organisation. People whose e-mail ends in a domain here are sent to its issuer.
create table identity.sign_on_providers (
  organisation_id uuid not null references identity.organisations on delete cascade,
  provider_id uuid not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  email_domains text[] not null,
  created_at timestamptz not null,
  primary key (organisation_id, provider_id)
);

grant select, insert, update, delete on
  identity.users, identity.sessions, identity.accounts, identity.verifications, identity.passkeys,
  identity.two_factors, identity.rate_limits
  to :auth;
grant select, insert, update, delete on all tables in schema identity to :system;

---------------------------------------------------------------------------------------------- workspaces and members

create table workspaces (
  workspace_id uuid primary key,
  organisation_id uuid not null,
  name text not null,
  country text not null default 'IN',
  currency text not null default 'INR',
  time_zone text not null default 'Asia/Kolkata',
  language text not null default 'en',
  require_two_factor boolean not null default false,
  session_idle_minutes integer not null default 10080 check (session_idle_minutes between 5 and 43200),
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on workspaces (organisation_id);
call system.protect('workspaces');

-- Custom roles; the built-in ones are in code, so that they mean the same everywhere.
create table roles (
  workspace_id uuid not null references workspaces on delete cascade,
  role_id uuid not null,
  name text not null,
  description text not null default '',
  permissions text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, role_id),
  unique (workspace_id, name)
);
call system.protect('roles');

-- Name and e-mail are copied from the person, so that a request never needs to read the schema identity.
create table members (
  workspace_id uuid not null references workspaces on delete cascade,
  user_id uuid not null,
  name text not null,
  email text not null,
  role text not null,
  role_id uuid,
  joined_at timestamptz not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, role_id) references roles (workspace_id, role_id),
  check ((role = 'custom') = (role_id is not null))
);
create index on members (user_id);
create index on members (workspace_id, role_id) where role_id is not null;
call system.protect('members');

create table invitations (
  workspace_id uuid not null references workspaces on delete cascade,
  invitation_id uuid not null,
  email text not null,
  role text not null,
  role_id uuid,
  token_hash bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, invitation_id),
  unique (workspace_id, email),
  foreign key (workspace_id, role_id) references roles (workspace_id, role_id),
  check ((role = 'custom') = (role_id is not null))
);
create index on invitations (token_hash);
create index on invitations (workspace_id, role_id) where role_id is not null;
call system.protect('invitations');

create table api_keys (
  workspace_id uuid not null references workspaces on delete cascade,
  key_id uuid not null,
  name text not null,
  -- The first characters of the key, enough to tell keys apart in a list and to find one in a leak.
  hint text not null,
  secret_hash bytea not null,
  permissions text[] not null,
  requests_per_minute integer not null check (requests_per_minute between 1 and 100000),
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (workspace_id, key_id)
);
create index on api_keys (key_id);
call system.protect('api_keys');

-- How a person arranged a table: filters, columns, order. Private to its owner unless shared.
create table saved_views (
  workspace_id uuid not null references workspaces on delete cascade,
  view_id uuid not null,
  screen text not null,
  name text not null,
  owner_id uuid not null,
  shared boolean not null default false,
  state jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id, view_id),
  unique (workspace_id, screen, owner_id, name)
);
call system.protect('saved_views');

-- Each workspace's data key, wrapped by the master key. Rotation adds a version; old ones still open old values.
create table workspace_keys (
  workspace_id uuid not null references workspaces on delete cascade,
  version integer not null,
  wrapped_key bytea not null,
  master_key_id text not null,
  created_at timestamptz not null,
  primary key (workspace_id, version)
);
call system.protect('workspace_keys');

-------------------------------------------------------------------------------------------------------- API writes

-- An answer kept under the caller's Idempotency-Key, written in the transaction of the change it answers for.
create table idempotency_keys (
  workspace_id uuid not null references workspaces on delete cascade,
  caller text not null,
  key text not null,
  procedure text not null,
  input_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, caller, key)
);
create index on idempotency_keys (created_at);
call system.protect('idempotency_keys');

--------------------------------------------------------------------------------------------------------- event log

-- One history. `tx` is the transaction that appended the event: readers stop below the oldest one still running,
-- so an event that commits late is never skipped. `seq` orders events of one transaction.
create sequence event_seq as bigint cache 1;
grant usage on sequence event_seq to :app, :system;

create table events (
  workspace_id uuid not null,
  at timestamptz not null,
  event_id uuid not null,
  tx xid8 not null default pg_current_xact_id(),
  seq bigint not null default nextval('event_seq'),
  type text not null,
  contact_id uuid,
  actor_kind text not null,
  actor_id text not null,
  data jsonb not null,
  primary key (workspace_id, at, event_id)
) partition by range (at);
create index on events (tx, seq);
create index on events (workspace_id, tx, seq);
create index on events (workspace_id, type, tx, seq);
create index on events (workspace_id, contact_id, at desc) where contact_id is not null;
call system.protect('events');
-- History is appended to and never rewritten, not even by the program.
revoke update, delete on events from :app, :system;
-- Months are added ahead of time; whatever falls outside of them lands here rather than being refused.
create table events_default partition of events default;

create table system.event_cursors (
  consumer text primary key,
  tx xid8 not null,
  seq bigint not null,
  updated_at timestamptz not null
);

-- An event that a consumer could not digest, kept with its reason until someone retries it.
create table parked_events (
  workspace_id uuid not null,
  consumer text not null,
  event_id uuid not null,
  event jsonb not null,
  reason text not null,
  parked_at timestamptz not null,
  primary key (workspace_id, consumer, event_id)
);
call system.protect('parked_events');

----------------------------------------------------------------------------------------------------- audit: sign-ins

create table sign_ins (
  workspace_id uuid not null references workspaces on delete cascade,
  at timestamptz not null,
  event_id uuid not null,
  user_id uuid not null,
  name text not null,
  email text not null,
  outcome text not null,
  method text not null,
  ip_address text,
  device text,
  primary key (workspace_id, at, event_id)
);
call system.protect('sign_ins');
revoke update, delete on sign_ins from :app;

------------------------------------------------------------------------------------------------------- the program

create table system.settings (
  name text primary key,
  value jsonb not null
);

-- A copy of the program that is alive says so; what a silent one held is taken back.
create table system.processes (
  process_id uuid primary key,
  host text not null,
  pid integer not null,
  version text not null,
  roles text[] not null,
  worker_ids text[] not null default '{}',
  started_at timestamptz not null,
  seen_at timestamptz not null
);

grant select, insert, update, delete on all tables in schema system to :system;
revoke insert, update, delete on system.migrations from :system;

-- The log's cursor and the stream's, in one text: <log>.<tx>.<seq>. A restored database starts another log.
insert into system.settings values ('log', to_jsonb(substr(md5(random()::text), 1, 8)));
