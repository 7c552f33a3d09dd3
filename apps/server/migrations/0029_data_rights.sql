-- Data rights: what people ask for about their own data, until when it has to be done, and what was erased of whom.

create table rights_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  -- Stands in the address of the public page.
  code text not null,
  is_page_open boolean not null,
  -- Who answers: the law wants a person named in every answer.
  contact_name text,
  contact_address text,
  due_days integer not null check (due_days between 1 and 90),
  warn_days integer not null check (warn_days between 1 and 30),
  -- An erasure needs a second person.
  four_eyes boolean not null,
  -- How long copies of the database are kept, which no erasure reaches.
  backup_days integer not null check (backup_days between 0 and 3650),
  updated_at timestamptz not null
);
-- The page names its code and no workspace.
create index on rights_settings (code);
call system.protect('rights_settings');

create table rights_requests (
  workspace_id uuid not null references workspaces on delete cascade,
  request_id uuid not null,
  kind text not null check (kind in ('access', 'correction', 'erasure', 'withdrawal', 'grievance', 'nomination')),
  channel text not null check (channel in ('chat', 'page', 'api', 'hand')),
  state text not null check (state in ('received', 'identified', 'in_work', 'done', 'refused')),
  -- Null until it is known who asks. Stays after an erasure: it leads to nothing then.
  contact_id uuid,
  language text not null,
  -- What they wrote.
  said text,
  -- What the message has to hold that proves the number.
  code text,
  code_ends_at timestamptz,
  identified_at timestamptz,
  identified_how text,
  assigned_to uuid,
  received_at timestamptz not null,
  due_at timestamptz not null,
  warned_at timestamptz,
  overdue_at timestamptz,
  -- Of a correction: [{field, before, after}].
  changes jsonb,
  -- The first of four eyes.
  approved_by text,
  approved_at timestamptz,
  closed_at timestamptz,
  reason text,
  updated_at timestamptz not null,
  primary key (workspace_id, request_id),
  check ((state in ('done', 'refused')) = (closed_at is not null)),
  check (state = 'received' or state = 'refused' or identified_at is not null)
);
create unique index on rights_requests (workspace_id, code) where code is not null;
create index on rights_requests (workspace_id, due_at, request_id) where closed_at is null;
create index on rights_requests (workspace_id, received_at desc, request_id desc);
create index on rights_requests (workspace_id, contact_id) where contact_id is not null;
call system.protect('rights_requests');

create table rights_steps (
  workspace_id uuid not null,
  request_id uuid not null,
  step_id uuid not null,
  at timestamptz not null,
  what text not null,
  note text,
  actor_kind text not null,
  actor_id text not null,
  primary key (workspace_id, request_id, step_id),
  foreign key (workspace_id, request_id) references rights_requests (workspace_id, request_id) on delete cascade
);
call system.protect('rights_steps');

-- Copies for people of what is held of them, in the storage until they expire.
create table rights_packages (
  workspace_id uuid not null,
  package_id uuid not null,
  request_id uuid not null,
  contact_id uuid not null,
  state text not null check (state in ('making', 'ready', 'failed', 'gone')),
  size bigint,
  sha256 text,
  asked_at timestamptz not null,
  made_at timestamptz,
  ends_at timestamptz,
  primary key (workspace_id, package_id),
  foreign key (workspace_id, request_id) references rights_requests (workspace_id, request_id) on delete cascade
);
create index on rights_packages (workspace_id, request_id);
create index on rights_packages (ends_at) where state = 'ready';
call system.protect('rights_packages');

-- What law or a dispute wants kept: nothing of these contacts is erased.
create table legal_holds (
  workspace_id uuid not null references workspaces on delete cascade,
  hold_id uuid not null,
  contact_id uuid not null,
  request_id uuid,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  ends_at timestamptz,
  lifted_by text,
  lifted_at timestamptz,
  primary key (workspace_id, hold_id)
);
create index on legal_holds (workspace_id, contact_id) where lifted_at is null;
call system.protect('legal_holds');

create table erasures (
  workspace_id uuid not null,
  request_id uuid not null,
  state text not null check (state in ('running', 'done')),
  contact_ids uuid[] not null,
  -- By which they are found where no contact is named; kept while the erasure runs and not a moment longer.
  names text[] not null,
  -- What each part of the program has erased so far: {"messaging.messages": {"messages": 12}}.
  parts jsonb not null,
  asked_by text not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  -- As it was signed, to the byte.
  certificate text,
  signature text,
  primary key (workspace_id, request_id),
  foreign key (workspace_id, request_id) references rights_requests (workspace_id, request_id) on delete cascade,
  check ((state = 'done') = (certificate is not null)),
  check (state = 'running' or cardinality(names) = 0)
);
call system.protect('erasures');

-- Numbers and ids of erased people under a keyed hash: who comes back by import finds their wish still standing.
create table erased_identities (
  workspace_id uuid not null references workspaces on delete cascade,
  mark bytea not null,
  erased_at timestamptz not null,
  -- On which suppression lists they were.
  list_ids uuid[] not null,
  primary key (workspace_id, mark)
);
call system.protect('erased_identities');

-- An erased contact has been merged into itself: nothing lists it or writes to it, and whoever asks what became of it gets it.
alter table contacts
  add column erased_at timestamptz,
  add check (erased_at is null or (merged_into is not null and phone is null and user_id is null and name is null));

-- History is never rewritten. Only the words that a customer wrote can be taken out of it, and nothing put in their place.
create function system.only_words_leave_history() returns trigger language plpgsql as $$
begin
  if new.type = 'message.received' and to_jsonb(new) - 'data' = to_jsonb(old) - 'data'
    and new.data = jsonb_set(old.data, '{text}', 'null') then
    return new;
  end if;
  raise exception 'events are never rewritten';
end $$;
revoke execute on function system.only_words_leave_history() from public;
create trigger only_words_leave before update on events
  for each row execute function system.only_words_leave_history();
grant update on events to :system;
