-- The gate: what a workspace decided about when and how often it writes.

create table gate_policies (
  workspace_id uuid primary key references workspaces on delete cascade,
  -- What differs from what every workspace begins with.
  policies jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null
);
call system.protect('gate_policies');

-- What the rules are asked about once more when a message leaves: the purpose that its sender named, when it is not the
-- usual one of its class, and its template.
alter table outbox add column purpose text, add column template_id uuid;

-- What is being sent to an audience in the background, and how far that is.
create table audience_sends (
  workspace_id uuid not null,
  source_id uuid not null,
  cause text not null,
  -- All but the recipients.
  intent jsonb not null,
  request_hash bytea not null,
  -- Null for everybody who was there when it began.
  contact_ids uuid[],
  -- How many of them are done, or behind which contact it goes on.
  done integer not null default 0,
  after_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, source_id),
  unique (workspace_id, cause),
  foreign key (workspace_id, source_id) references send_sources (workspace_id, source_id) on delete cascade
);
call system.protect('audience_sends');
