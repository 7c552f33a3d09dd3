-- Writing templates: families in several languages, their drafts and versions, review, and submission to WhatsApp.

create table template_families (
  workspace_id uuid not null references workspaces on delete cascade,
  family_id uuid not null,
  -- What its languages share of their name.
  name text not null,
  category text not null,
  -- The consent that it rests on.
  purpose text,
  owner_id uuid,
  note text,
  -- The accounts that it is meant for.
  account_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  primary key (workspace_id, family_id),
  unique (workspace_id, name)
);
call system.protect('template_families');

create table template_variants (
  workspace_id uuid not null,
  variant_id uuid not null,
  family_id uuid not null,
  language text not null,
  -- Its name at WhatsApp, which cannot change once it is there.
  meta_name text not null,
  -- Counts up with each change of its draft: whoever saves names the one that they read.
  revision integer not null default 0,
  created_at timestamptz not null,
  primary key (workspace_id, variant_id),
  unique (workspace_id, family_id, language),
  unique (workspace_id, meta_name, language),
  foreign key (workspace_id, family_id) references template_families (workspace_id, family_id) on delete cascade
);
call system.protect('template_variants');

-- What never changes once it is written, but for the decision about it.
create table template_versions (
  workspace_id uuid not null,
  version_id uuid not null,
  variant_id uuid not null,
  number integer not null,
  state text not null check (state in ('in_review', 'sent_back', 'withdrawn', 'approved')),
  origin text not null check (origin in ('here', 'whatsapp', 'changed_at_whatsapp')),
  category text not null,
  content jsonb not null,
  note text,
  created_at timestamptz not null,
  created_by text not null,
  decided_at timestamptz,
  decided_by text,
  rationale text,
  primary key (workspace_id, version_id),
  unique (workspace_id, variant_id, number),
  foreign key (workspace_id, variant_id) references template_variants (workspace_id, variant_id) on delete cascade
);
create index on template_versions (workspace_id, version_id) where state = 'in_review';
-- One question at a time for each language.
create unique index on template_versions (workspace_id, variant_id) where state = 'in_review';
call system.protect('template_versions');

-- What is being written of a language.
create table template_drafts (
  workspace_id uuid not null,
  variant_id uuid not null,
  content jsonb not null,
  problem_count integer not null,
  based_on uuid,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (workspace_id, variant_id),
  foreign key (workspace_id, variant_id) references template_variants (workspace_id, variant_id) on delete cascade
);
call system.protect('template_drafts');

-- Which version WhatsApp has of a template, and up to which change of its components that was compared.
create table template_links (
  workspace_id uuid not null,
  template_id uuid not null,
  variant_id uuid not null,
  version_id uuid not null,
  compared_at timestamptz not null,
  -- How the category was asked for, to tell when WhatsApp makes it another one.
  asked_category text not null,
  primary key (workspace_id, template_id),
  foreign key (workspace_id, template_id) references templates (workspace_id, template_id) on delete cascade,
  foreign key (workspace_id, variant_id) references template_variants (workspace_id, variant_id) on delete cascade,
  foreign key (workspace_id, version_id) references template_versions (workspace_id, version_id)
);
create index on template_links (workspace_id, variant_id);
create index on template_links (workspace_id, version_id);
call system.protect('template_links');

create table template_submissions (
  workspace_id uuid not null,
  submission_id uuid not null,
  variant_id uuid not null,
  -- Null when it is to be deleted there.
  version_id uuid,
  account_id uuid not null,
  kind text not null check (kind in ('create', 'edit', 'delete')),
  state text not null check (state in ('waiting', 'asking', 'unclear', 'done', 'refused', 'failed')),
  -- Of an edit and a deletion: the template's id at WhatsApp.
  meta_template_id text,
  problem jsonb,
  created_at timestamptz not null,
  created_by text not null,
  -- Whether Meta counts it among the edits of an approved template, which are limited.
  counts boolean not null default false,
  asked_at timestamptz,
  answered_at timestamptz,
  primary key (workspace_id, submission_id),
  foreign key (workspace_id, variant_id) references template_variants (workspace_id, variant_id) on delete cascade,
  foreign key (workspace_id, account_id) references whatsapp_accounts (workspace_id, account_id)
);
create index on template_submissions (workspace_id, variant_id, account_id, created_at desc);
-- One at a time for a language at an account.
create unique index on template_submissions (workspace_id, variant_id, account_id)
  where state in ('waiting', 'asking', 'unclear');
call system.protect('template_submissions');

create table template_history (
  workspace_id uuid not null,
  entry_id uuid not null,
  family_id uuid not null,
  variant_id uuid,
  version_id uuid,
  account_id uuid,
  what text not null,
  at timestamptz not null,
  actor text not null,
  note text,
  before text,
  after text,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, family_id) references template_families (workspace_id, family_id) on delete cascade
);
create index on template_history (workspace_id, family_id, at desc, entry_id desc);
call system.protect('template_history');
-- It is appended to and never rewritten.
revoke update, delete on template_history from :app, :system;

create table template_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  name_pattern text not null,
  enforce_names boolean not null,
  allow_own_approval boolean not null
);
call system.protect('template_settings');
