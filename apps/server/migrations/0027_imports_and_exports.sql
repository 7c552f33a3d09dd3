-- Contacts that come in files and go out in files.

create table contact_imports (
  workspace_id uuid not null references workspaces on delete cascade,
  import_id uuid not null,
  file_name text not null,
  size bigint not null,
  state text not null check (state in
    ('draft', 'checking', 'checked', 'running', 'done', 'stopped', 'failed', 'undoing', 'undone')),
  -- Why its file cannot be read.
  failure text,
  -- How the file is to be read, and its first rows.
  shape jsonb not null,
  -- What its columns are, and what happens to whom: as the contract describes it.
  plan jsonb not null,
  remembered boolean not null,
  -- Rows that have been looked at since the check or the import began; how many there are.
  seen integer not null default 0,
  total integer,
  counts jsonb not null,
  actor_kind text not null,
  actor_id text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  file_deleted_at timestamptz,
  primary key (workspace_id, import_id)
);
create index on contact_imports (workspace_id, created_at desc, import_id desc);
create index on contact_imports (created_at) where file_deleted_at is null;
call system.protect('contact_imports');

-- What the rows of a chunk did, so that it can be taken back, and which of them were not taken.
create table contact_import_chunks (
  workspace_id uuid not null,
  import_id uuid not null,
  first_row integer not null,
  created uuid[] not null default '{}',
  -- By contact: what stood there before and what this wrote.
  changed jsonb not null default '[]',
  consents jsonb not null default '[]',
  -- By row: its number, the reason and the column.
  problems jsonb not null default '[]',
  applied_at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, import_id, first_row),
  foreign key (workspace_id, import_id) references contact_imports on delete cascade
);
call system.protect('contact_import_chunks');

-- What the columns of a file with this header were the last time.
create table contact_import_plans (
  workspace_id uuid not null references workspaces on delete cascade,
  header_hash text not null,
  plan jsonb not null,
  used_at timestamptz not null,
  primary key (workspace_id, header_hash)
);
call system.protect('contact_import_plans');

create table contact_exports (
  workspace_id uuid not null references workspaces on delete cascade,
  export_id uuid not null,
  selection jsonb not null,
  columns text[] not null,
  state text not null check (state in ('running', 'done', 'failed', 'expired')),
  total integer not null,
  done integer not null default 0,
  size bigint,
  actor_kind text not null,
  actor_id text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, export_id)
);
create index on contact_exports (workspace_id, created_at desc, export_id desc);
create index on contact_exports (created_at) where state in ('running', 'done');
call system.protect('contact_exports');
