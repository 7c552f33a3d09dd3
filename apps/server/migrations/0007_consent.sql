-- Consent: what people agreed to and took back, and what follows from it now.

-- Appended to and never rewritten.
create table consent_entries (
  workspace_id uuid not null,
  entry_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('granted', 'withdrawn', 'stopped', 'resumed', 'frozen', 'released')),
  -- A purpose, or * for all of them. WhatsApp's own preference (stopped, resumed) has none.
  purpose text,
  source text not null,
  -- When it happened, which may be before it was recorded.
  at timestamptz not null,
  evidence jsonb not null,
  actor_kind text not null,
  actor_id text not null,
  recorded_at timestamptz not null,
  primary key (workspace_id, entry_id),
  check ((purpose is null) = (kind not in ('granted', 'withdrawn'))),
  -- Consent is given for a purpose that is named; all of it can only be taken back.
  check (kind <> 'granted' or purpose <> '*')
);
create index on consent_entries (workspace_id, contact_id, recorded_at);
call system.protect('consent_entries');
revoke update, delete on consent_entries from :app, :system;

-- What follows from the entries, one row per contact, so that a send is decided by one keyed read and can lock it:
-- whoever starts a send holds this row shared, so none starts after a withdrawal has committed.
create table consent_states (
  workspace_id uuid not null,
  contact_id uuid not null,
  granted text[] not null default '{}',
  -- May hold *.
  withdrawn text[] not null default '{}',
  -- They chose in WhatsApp itself to get no marketing from this business.
  stopped_at timestamptz,
  -- Nothing that needs consent is sent until a person looked: the number may have changed hands.
  frozen_at timestamptz,
  frozen_reason text,
  updated_at timestamptz not null,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, contact_id) on delete cascade,
  check ((frozen_at is null) = (frozen_reason is null))
);
call system.protect('consent_states');
