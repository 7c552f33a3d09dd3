-- How templates do with people, what a workspace's rules did about it, and what holds a template back.

-- What rules or people decided about a template, as the gate reads it. No row: nothing.
create table template_controls (
  workspace_id uuid not null,
  template_id uuid not null,
  -- Nothing leaves with it.
  held_at timestamptz,
  -- What leaves in its place, if that may be sent.
  instead_id uuid,
  -- How many may leave in a day.
  daily_most integer check (daily_most > 0),
  changed_at timestamptz not null,
  primary key (workspace_id, template_id),
  foreign key (workspace_id, template_id) references templates (workspace_id, template_id) on delete cascade
);
call system.protect('template_controls');

-- How many were let through on a day of the workspace's, of templates that are held to a number.
create table template_pace_days (
  workspace_id uuid not null references workspaces on delete cascade,
  template_id uuid not null,
  day date not null,
  allowed integer not null,
  primary key (workspace_id, template_id, day)
);
call system.protect('template_pace_days');
create index on outbox (workspace_id, template_id, message_id) where hold = 'template_paced';

-- Which version WhatsApp had of a template from when on.
create table template_spans (
  workspace_id uuid not null,
  template_id uuid not null,
  from_at timestamptz not null,
  version_id uuid not null,
  primary key (workspace_id, template_id, from_at),
  foreign key (workspace_id, template_id) references templates (workspace_id, template_id) on delete cascade
);
call system.protect('template_spans');

-- A message with a template that WhatsApp was given, and what became of it.
create table template_sends (
  workspace_id uuid not null references workspaces on delete cascade,
  message_id uuid not null,
  template_id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  sent_at timestamptz not null,
  -- In the workspace's zone.
  day date not null,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_code integer,
  primary key (workspace_id, message_id)
);
create index on template_sends (workspace_id, template_id, day);
create index on template_sends (workspace_id, contact_id, sent_at desc);
call system.protect('template_sends');

-- What people did after a message with a template: the last one before.
create table template_responses (
  workspace_id uuid not null references workspaces on delete cascade,
  -- The message or the event that says so.
  response_id uuid not null,
  kind text not null check (kind in ('reply', 'press', 'opt_out', 'block')),
  message_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, response_id, kind)
);
create index on template_responses (workspace_id, message_id);
call system.protect('template_responses');

-- Days that have to be counted again.
create table template_days_due (
  workspace_id uuid not null references workspaces on delete cascade,
  template_id uuid not null,
  day date not null,
  primary key (workspace_id, template_id, day)
);
call system.protect('template_days_due');

create table template_days (
  workspace_id uuid not null references workspaces on delete cascade,
  template_id uuid not null,
  -- The zero id while it is not known which version it was.
  version_id uuid not null,
  day date not null,
  sent integer not null,
  delivered integer not null,
  read integer not null,
  failed integer not null,
  -- {"131026": 4}
  failures jsonb not null,
  replied integer not null,
  pressed integer not null,
  -- Who did either, and of them those who never showed that they had read it.
  answered integer not null,
  answered_unread integer not null,
  opted_out integer not null,
  blocked integer not null,
  -- Until half of those who read had read.
  read_seconds integer,
  primary key (workspace_id, template_id, version_id, day)
);
create index on template_days (workspace_id, day);
call system.protect('template_days');

-- What WhatsApp said of a template's quality, status and category, as it changed.
create table template_turns (
  workspace_id uuid not null,
  turn_id uuid not null,
  template_id uuid not null,
  field text not null check (field in ('quality', 'status', 'category', 'correctCategory')),
  before text,
  after text,
  at timestamptz not null,
  primary key (workspace_id, turn_id, field),
  foreign key (workspace_id, template_id) references templates (workspace_id, template_id) on delete cascade
);
create index on template_turns (workspace_id, template_id, at desc);
call system.protect('template_turns');

create table template_rules (
  workspace_id uuid primary key references workspaces on delete cascade,
  -- By rule, what differs from what every workspace begins with.
  rules jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null
);
call system.protect('template_rules');

-- What a rule did about a template; once for each cause, for ever.
create table template_actions (
  workspace_id uuid not null,
  action_id uuid not null,
  template_id uuid not null,
  rule text not null,
  cause text not null,
  action text not null check (action in ('pause', 'throttle', 'rotate', 'review', 'ramp')),
  -- What the rule saw: {"share", "limit", "of", "before", "after"…}
  facts jsonb not null,
  instead_id uuid,
  daily_most integer,
  -- What was paused because of it.
  source_ids uuid[] not null default '{}',
  at timestamptz not null,
  state text not null default 'active' check (state in ('active', 'undone', 'over')),
  ended_at timestamptz,
  ended_by text,
  note text,
  primary key (workspace_id, action_id),
  unique (workspace_id, template_id, rule, cause),
  foreign key (workspace_id, template_id) references templates (workspace_id, template_id) on delete cascade,
  check ((state = 'active') = (ended_at is null))
);
create index on template_actions (workspace_id, at desc, action_id desc);
call system.protect('template_actions');
