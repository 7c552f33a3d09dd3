-- What customers ask for in the chat, and whom a workspace keeps out of what it sends.

-- Words of the workspace's own beside those that the program knows.
create table opt_out_words (
  workspace_id uuid not null references workspaces on delete cascade,
  word_id uuid not null,
  -- As a person wrote it, and in the form that messages are compared in.
  words text not null,
  spoken text not null,
  wish text not null check (wish in ('stop', 'start', 'stop_promotions')),
  created_at timestamptz not null,
  created_by text not null,
  primary key (workspace_id, word_id),
  unique (workspace_id, spoken)
);
call system.protect('opt_out_words');

create table opt_out_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  -- What STOP takes back; answers to what customers write themselves are never part of it.
  stops text[] not null,
  -- Confirmations by kind and language, where they differ from the program's.
  texts jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null
);
call system.protect('opt_out_settings');

-- Every wish that was heard, with what was already on its way when it was.
create table heard_wishes (
  workspace_id uuid not null,
  -- Which said so.
  message_id uuid not null,
  contact_id uuid not null,
  number_id uuid not null,
  wish text not null check (wish in ('stop', 'start', 'stop_promotions', 'agree')),
  language text not null,
  said_by text not null check (said_by in ('words', 'own_words', 'button')),
  at timestamptz not null,
  heard_at timestamptz not null,
  under_way integer not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, contact_id) on delete cascade
);
create index on heard_wishes (workspace_id, heard_at desc, message_id desc);
create index on heard_wishes (workspace_id, contact_id);
call system.protect('heard_wishes');

-- When somebody was last told what became of their wish.
create table wish_confirmations (
  workspace_id uuid not null,
  contact_id uuid not null,
  message_id uuid not null,
  kind text not null,
  at timestamptz not null,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, contact_id) on delete cascade
);
call system.protect('wish_confirmations');

create table suppression_lists (
  workspace_id uuid not null references workspaces on delete cascade,
  list_id uuid not null,
  name text not null,
  kind text not null check (kind in
    ('manual', 'complaint', 'legal', 'bounce', 'recent_buyers', 'non_engagers', 'blockers', 'holdout')),
  reason text not null,
  -- What it keeps from its members: marketing, utility, authentication; null purposes are all.
  categories text[] not null check (cardinality(categories) > 0),
  purposes text[],
  -- How long a new member stays unless somebody says otherwise.
  member_days integer,
  ends_at timestamptz,
  -- By which its members are found again and again.
  rule jsonb,
  checked_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  primary key (workspace_id, list_id)
);
create unique index on suppression_lists (workspace_id, lower(name));
call system.protect('suppression_lists');

-- A person, or a phone that nobody is known by yet.
create table suppression_members (
  workspace_id uuid not null,
  list_id uuid not null,
  member_id uuid not null,
  contact_id uuid,
  phone text,
  reason text,
  added_at timestamptz not null,
  added_by text not null,
  ends_at timestamptz,
  by_rule boolean not null default false,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, list_id) references suppression_lists (workspace_id, list_id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, contact_id) on delete cascade,
  check ((contact_id is null) <> (phone is null))
);
create unique index on suppression_members (workspace_id, list_id, contact_id) where contact_id is not null;
create unique index on suppression_members (workspace_id, list_id, phone) where phone is not null;
create index on suppression_members (workspace_id, contact_id) where contact_id is not null;
create index on suppression_members (workspace_id, phone) where phone is not null;
create index on suppression_members (workspace_id, list_id, added_at desc, member_id desc);
call system.protect('suppression_members');
