-- Sending: what was asked for and decided, what waits, what was tried, and who serves which number.

-- One intent per cause, for ever. It is there whether it was allowed or refused; allowed ones have a message.
create table intents (
  workspace_id uuid not null,
  -- <kind>:<id>:<step>:<recipient>, such as agent:<client's id>:: or campaign:<id>:1:<contact>.
  cause text not null,
  -- The message's id too, when there is one.
  intent_id uuid not null,
  contact_id uuid,
  number_id uuid,
  source_id uuid,
  origin text not null,
  origin_id text,
  -- Of what was asked for: the same cause with another content is a mistake of the caller.
  request_hash bytea not null,
  verdict text not null check (verdict in ('allowed', 'held', 'refused')),
  -- The rule that refused or held it, and what it saw.
  rule text,
  detail jsonb,
  decided_at timestamptz not null,
  primary key (workspace_id, cause)
);
create unique index on intents (workspace_id, intent_id);
create index on intents (workspace_id, decided_at desc, intent_id desc) where verdict = 'refused';
create index on intents (workspace_id, source_id, verdict, rule) where source_id is not null;
call system.protect('intents');

-- What many messages come from and can be stopped by: a campaign, a flow, an audience that was sent to by API.
create table send_sources (
  workspace_id uuid not null references workspaces on delete cascade,
  source_id uuid not null,
  kind text not null,
  name text not null,
  state text not null default 'running' check (state in ('running', 'paused', 'cancelled')),
  -- Who or what stopped it, in a stable word.
  reason text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, source_id)
);
call system.protect('send_sources');

-- What has to leave. A row goes when what became of it is known, so the table is as long as the queue.
create table outbox (
  workspace_id uuid not null,
  message_id uuid not null,
  number_id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  source_id uuid,
  class text not null check (class in ('otp', 'reply', 'utility', 'marketing')),
  -- Of the class: 0 to 3. Lower leaves first.
  priority smallint not null,
  state text not null check (state in ('ready', 'waiting', 'sending', 'unknown')),
  -- Within a priority sources take turns: a source's next row stands behind its own last and right behind the front.
  place bigint not null default 0,
  -- While it waits: until when, and for what (scheduled, quiet_hours, retry, portfolio_limit…).
  due_at timestamptz not null,
  hold text,
  -- After that it is of no use any more.
  deadline_at timestamptz not null,
  attempts smallint not null default 0,
  -- Whose lease it was claimed under.
  fence bigint,
  since timestamptz,
  queued_at timestamptz not null,
  primary key (workspace_id, message_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
create index on outbox (workspace_id, number_id, priority, place, message_id) where state = 'ready';
create index on outbox (workspace_id, number_id, due_at) where state = 'waiting';
create index on outbox (workspace_id, number_id, since) where state in ('sending', 'unknown');
create index on outbox (workspace_id, conversation_id);
create index on outbox (workspace_id, source_id, priority, place) where source_id is not null;
call system.protect('outbox');

-- Committed before the first byte leaves.
create table attempts (
  workspace_id uuid not null,
  message_id uuid not null,
  attempt smallint not null,
  number_id uuid not null,
  fence bigint not null,
  started_at timestamptz not null,
  -- accepted, refused, not_sent, unknown; null while it is under way. Later truth replaces unknown.
  outcome text,
  code integer,
  error jsonb,
  wamid text,
  ended_at timestamptz,
  -- What settled an unknown one: status, reply, history, time, person.
  settled_by text,
  settled_at timestamptz,
  primary key (workspace_id, message_id, attempt)
) partition by range (message_id);
call system.protect('attempts');
create table attempts_default partition of attempts default;

-- One row per number that has something to send or to wait for: who serves it, and whether it may.
create table number_lanes (
  workspace_id uuid not null,
  number_id uuid not null,
  holder uuid,
  -- Rises with each holder. What an earlier one still wants to write is refused.
  fence bigint not null default 0,
  leased_until timestamptz,
  paused_at timestamptz,
  -- manual, or a code of Meta's error class (token, account, quality…).
  paused_reason text,
  paused_by text,
  primary key (workspace_id, number_id),
  check ((paused_at is null) = (paused_reason is null))
);
call system.protect('number_lanes');

-- How many statuses came in each ten seconds, and of how recent sends: only such time counts as waiting for one.
create table status_pulses (
  workspace_id uuid not null,
  number_id uuid not null,
  slot timestamptz not null,
  newest_send_at timestamptz not null,
  statuses integer not null,
  primary key (workspace_id, number_id, slot)
);
call system.protect('status_pulses');

-- What was sent to whom lately, over every source, for caps. Pruned when no cap looks back so far.
create table recent_sends (
  workspace_id uuid not null,
  contact_id uuid not null,
  category text not null,
  at timestamptz not null,
  message_id uuid not null,
  tag text,
  primary key (workspace_id, contact_id, category, at, message_id)
);
create index on recent_sends (at);
call system.protect('recent_sends');

-- Whom a number's portfolio reached outside of a window in the last day: WhatsApp limits how many.
create table portfolio_reach (
  workspace_id uuid not null,
  -- As whatsapp_accounts.limit_key: the account stands for its portfolio while that is unknown.
  limit_key text not null,
  contact_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, limit_key, contact_id)
);
create index on portfolio_reach (workspace_id, limit_key, at);
call system.protect('portfolio_reach');
