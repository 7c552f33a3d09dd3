-- The consent ledger: purposes and notices in words, entries with everything that proves them, and the chain over them.

------------------------------------------------------------------------------------------------ purposes and notices

-- How purposes are called, and those of the workspace's own: `promotions.festivals` is a part of promotions.
create table consent_purposes (
  workspace_id uuid not null references workspaces on delete cascade,
  purpose text not null check (purpose ~ '^(service|orders|promotions)(\.[a-z][a-z0-9_]{0,39})?$'),
  -- By language: name and explanation.
  texts jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, purpose)
);
call system.protect('consent_purposes');

create table consent_notices (
  workspace_id uuid not null references workspaces on delete cascade,
  notice_id uuid not null,
  name text not null,
  purposes text[] not null check (cardinality(purposes) > 0),
  -- The version that people are shown; null for none.
  current_version integer,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (workspace_id, notice_id),
  check (retired_at is null or current_version is null)
);
create index on consent_notices (workspace_id, purposes) where current_version is not null;
call system.protect('consent_notices');

-- What is being written: one for a notice, until it is approved.
create table consent_notice_drafts (
  workspace_id uuid not null,
  notice_id uuid not null,
  version integer not null,
  -- By language: heading, body, agree.
  texts jsonb not null,
  terms_url text,
  note text,
  -- Everybody who wrote at it, as kind and id.
  authors jsonb not null,
  edited_at timestamptz not null,
  primary key (workspace_id, notice_id),
  foreign key (workspace_id, notice_id) references consent_notices on delete cascade
);
call system.protect('consent_notice_drafts');

-- What was approved, for good: people agree to it word for word.
create table consent_notice_versions (
  workspace_id uuid not null,
  notice_id uuid not null,
  version integer not null,
  -- By language: heading, body, agree, the purposes in words, and the hash of all of it.
  texts jsonb not null,
  terms_url text,
  note text,
  authors jsonb not null,
  edited_at timestamptz not null,
  approved_by text not null,
  approved_at timestamptz not null,
  primary key (workspace_id, notice_id, version),
  foreign key (workspace_id, notice_id) references consent_notices
);
call system.protect('consent_notice_versions');
revoke update, delete on consent_notice_versions from :app, :system;

------------------------------------------------------------------------------------------------------------- entries

alter table consent_entries
  drop column evidence,
  drop constraint consent_entries_kind_check,
  -- Of a freeze, a stable word.
  add column reason text,
  -- What they were shown: a version of a notice, its language and the hash of its words.
  add column notice_id uuid,
  add column notice_version integer,
  add column language text,
  add column text_hash text,
  add column country text,
  add column campaign text,
  add column store text,
  add column terms_url text,
  -- SHA-256 of salt and text in consent_details; null where there is none. It outlives their erasure.
  add column commitment bytea,
  -- `erased` says that the details of this contact's entries before it were erased.
  add check (kind in ('granted', 'withdrawn', 'stopped', 'resumed', 'frozen', 'released', 'erased')),
  add check ((notice_id is null) = (notice_version is null)),
  add check ((notice_id is null) = (text_hash is null));
create index on consent_entries (workspace_id, recorded_at, entry_id);
create index on consent_entries (workspace_id, notice_id, notice_version) where notice_id is not null;

-- What may be personal: address, device, staff, exact words, evidence. A person may ask that it is erased.
create table consent_details (
  workspace_id uuid not null,
  entry_id uuid not null,
  salt bytea not null,
  -- JSON, kept to the byte, for its hash is in the entry.
  details text not null,
  primary key (workspace_id, entry_id)
);
call system.protect('consent_details');
revoke update on consent_details from :app, :system;

--------------------------------------------------------------------------------------------------------------- chain

-- Which entries have no place in the chain yet.
create table consent_unsealed (
  workspace_id uuid not null,
  entry_id uuid not null,
  primary key (workspace_id, entry_id)
);
call system.protect('consent_unsealed');
revoke update on consent_unsealed from :app, :system;

-- The place of an entry in its workspace's chain: each hash covers the one before it and everything in the entry.
create table consent_seals (
  workspace_id uuid not null,
  seq bigint not null,
  entry_id uuid not null,
  sealed_at timestamptz not null,
  hash bytea not null,
  primary key (workspace_id, seq),
  unique (workspace_id, entry_id)
);
call system.protect('consent_seals');
revoke update, delete on consent_seals from :app, :system;

-- The end of each chain. Whoever seals holds its row.
create table consent_ledgers (
  workspace_id uuid not null primary key,
  seq bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null
);
call system.protect('consent_ledgers');

-- What was signed and exported; the files outside of the database are what counts.
create table consent_checkpoints (
  workspace_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  head bytea not null,
  key_id text not null,
  signature bytea not null,
  primary key (workspace_id, seq, at)
);
call system.protect('consent_checkpoints');
revoke update, delete on consent_checkpoints from :app, :system;

create table consent_verifications (
  workspace_id uuid not null references workspaces on delete cascade,
  verification_id uuid not null,
  asked_at timestamptz not null,
  asked_by_kind text not null,
  asked_by_id text not null,
  finished_at timestamptz,
  -- Entries that were checked.
  entries bigint not null default 0,
  -- How many things are wrong, and the first of them.
  problems bigint not null default 0,
  findings jsonb not null default '[]',
  primary key (workspace_id, verification_id)
);
create index on consent_verifications (workspace_id, asked_at desc);
call system.protect('consent_verifications');
