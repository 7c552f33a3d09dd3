-- How contacts are found in lists of a million: by words in any script, pieces of phones, tags, own fields, and in order.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

alter table contacts
  -- How their names are spelled and sound (contacts/search): written by whoever writes the name.
  add column name_key text not null default '',
  add column profile_key text not null default '',
  -- All that a search looks in: every word has a blank before it.
  add column search_key text not null generated always as (
    ' ' || name_key || ' ' || profile_key || ' ' || translate(lower(coalesce(username, '')), '._-', '   ') || ' '
    || translate(split_part(lower(coalesce(email, '')), '@', 1), '._-+', '    ') || ' ' || lower(coalesce(email, '')) || ' '
    || translate(coalesce(phone, ''), '+', '') || ' '
  ) stored,
  -- Their place in a list by name: those without one come last, by phone. Short, since cursors hold it.
  add column sort_name text not null generated always as (
    coalesce(left(lower(coalesce(name, profile_name, username)), 60), U&'\FFFD' || coalesce(phone, ''))
  ) stored,
  add check (name is not null or name_key = ''),
  add check (profile_name is not null or profile_key = '');

-- The first pages of a contact list in each of its orders.
create index contacts_by_change on contacts (workspace_id, updated_at desc, contact_id desc) where merged_into is null;
create index contacts_by_name on contacts (workspace_id, sort_name, contact_id) where merged_into is null;

-- Only the path contact-lists can use it: the operators are not leakproof, so under row security PostgreSQL would ask them
-- of rows that the policy has already passed, one by one.
create index contacts_found on contacts
  using gin (workspace_id, search_key gin_trgm_ops, tags, fields jsonb_path_ops) where merged_into is null;

-- These found names and phones before.
drop index contacts_workspace_id_lower_idx, contacts_workspace_id_lower_idx1, contacts_workspace_id_reverse_idx;

-- What somebody did to many contacts at once, with how far it is.
create table contact_bulks (
  workspace_id uuid not null references workspaces on delete cascade,
  bulk_id uuid not null,
  -- What is done, and to whom: as the contract describes them.
  action jsonb not null,
  selection jsonb not null,
  state text not null check (state in ('running', 'done', 'stopped', 'undoing', 'undone')),
  -- How many were meant when it began; how many have been looked at, and how many of those changed.
  total integer not null,
  seen integer not null default 0,
  changed integer not null default 0,
  -- The last contact that was looked at.
  cursor uuid,
  actor_kind text not null,
  actor_id text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, bulk_id)
);
create index on contact_bulks (workspace_id, created_at desc, bulk_id desc);
call system.protect('contact_bulks');

-- Whom a tag action changed, so that it can be taken back from them alone.
create table contact_bulk_chunks (
  workspace_id uuid not null,
  bulk_id uuid not null,
  chunk_id uuid not null,
  contact_ids uuid[] not null,
  primary key (workspace_id, bulk_id, chunk_id),
  foreign key (workspace_id, bulk_id) references contact_bulks (workspace_id, bulk_id) on delete cascade
);
call system.protect('contact_bulk_chunks');
