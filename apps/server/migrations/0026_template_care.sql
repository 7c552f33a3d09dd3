-- Looking after templates: what the linter is told, when they are refreshed, and before which days nothing is submitted.

create table template_care (
  workspace_id uuid primary key references workspaces on delete cascade,
  -- Marketing that is older is due for new words; everything is looked through after so long.
  refresh_days integer not null check (refresh_days between 7 and 365),
  audit_days integer not null check (audit_days between 14 and 730),
  -- Before an event nothing is submitted any more, so that what is approved can settle.
  lock_days integer not null check (lock_days between 0 and 30),
  -- Keys of the festivals that the workspace prepares for.
  festivals text[] not null default '{}',
  -- In which order languages stand in for one that a template lacks.
  languages text[] not null default '{}',
  -- Where the business is at home on the web.
  domains text[] not null default '{}',
  -- What has to be said in every template, by language.
  disclosures jsonb not null default '{}',
  updated_at timestamptz not null,
  updated_by text not null
);
call system.protect('template_care');

-- Days of the workspace's own: a sale, a launch, an anniversary.
create table template_occasions (
  workspace_id uuid not null references workspaces on delete cascade,
  occasion_id uuid not null,
  name text not null,
  day date not null,
  -- Null for the usual number of the workspace.
  lock_days integer check (lock_days between 0 and 30),
  created_at timestamptz not null,
  created_by text not null,
  primary key (workspace_id, occasion_id)
);
create index on template_occasions (workspace_id, day);
call system.protect('template_occasions');

create table template_reminders (
  workspace_id uuid not null references workspaces on delete cascade,
  reminder_id uuid not null,
  kind text not null check (kind in ('refresh', 'audit', 'lock')),
  -- The family, the festival's key or the occasion; empty for all templates.
  subject text not null,
  name text not null,
  due_on date not null,
  raised_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  primary key (workspace_id, reminder_id)
);
-- One open reminder for each, and never twice for one day.
create unique index on template_reminders (workspace_id, kind, subject) where done_at is null;
create unique index on template_reminders (workspace_id, kind, subject, due_on);
call system.protect('template_reminders');
