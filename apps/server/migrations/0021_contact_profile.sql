-- The profile of a contact: who is blocked on which number, and who may be the same person.

-- On which numbers a contact is blocked at WhatsApp, and what it said when it refused.
create table contact_blocks (
  workspace_id uuid not null,
  contact_id uuid not null,
  number_id uuid not null,
  -- Null when they are not blocked: they were, or WhatsApp refused.
  blocked_at timestamptz,
  -- Found in WhatsApp's list without having been asked for here.
  elsewhere boolean not null default false,
  -- When WhatsApp refused the last try, and by which code of its own; without one it could not be asked.
  refused_at timestamptz,
  refusal_code integer,
  changed_at timestamptz not null,
  primary key (workspace_id, contact_id, number_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, contact_id) on delete cascade
);
create index on contact_blocks (workspace_id, number_id) where blocked_at is not null;
call system.protect('contact_blocks');

-- When WhatsApp was last asked whom a number blocks.
create table contact_block_checks (
  workspace_id uuid not null references workspaces on delete cascade,
  number_id uuid not null,
  checked_at timestamptz not null,
  primary key (workspace_id, number_id)
);
call system.protect('contact_block_checks');

create index on contacts (workspace_id, lower(email)) where merged_into is null and email is not null;

-- A contact's timeline is read along this index and never sorted, so it is by the whole order in which lines stand.
drop index events_workspace_id_contact_id_at_idx;
create index on events (workspace_id, contact_id, at desc, seq desc) where contact_id is not null;
