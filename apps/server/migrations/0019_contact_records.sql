-- What a workspace notes of its contacts: its own fields, tags and notes.

alter table contacts
  add column email text,
  add column city text,
  -- The member who looks after them; null for nobody in particular.
  add column owner_id uuid,
  add column tags uuid[] not null default '{}',
  -- Values of the workspace's own fields by key, in the form that their kind has in contact_fields.
  add column fields jsonb not null default '{}';

create table contact_tags (
  workspace_id uuid not null references workspaces on delete cascade,
  tag_id uuid not null,
  name text not null,
  color text not null,
  created_at timestamptz not null,
  primary key (workspace_id, tag_id)
);
create unique index on contact_tags (workspace_id, lower(name));
call system.protect('contact_tags');

create table contact_fields (
  workspace_id uuid not null references workspaces on delete cascade,
  field_id uuid not null,
  -- Under which values are kept and programs ask; never changes.
  key text not null,
  name text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'time', 'yes_no', 'choice', 'choices', 'link')),
  -- Of choice and choices: what may be chosen.
  choices text[] not null default '{}',
  place integer not null,
  created_at timestamptz not null,
  -- Not offered any more; values that are there stay.
  archived_at timestamptz,
  primary key (workspace_id, field_id),
  unique (workspace_id, key)
);
call system.protect('contact_fields');

create table contact_notes (
  workspace_id uuid not null,
  note_id uuid not null,
  contact_id uuid not null,
  body text not null,
  author_kind text not null,
  author_id text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  primary key (workspace_id, note_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, contact_id) on delete cascade
);
create index on contact_notes (workspace_id, contact_id, created_at desc);
call system.protect('contact_notes');
