-- Cost: what messages were estimated at and what Meta charged; what Meta tells of numbers and accounts; live tests.

-- The workspace's own prices. They win over the rate card that comes with the program.
create table price_entries (
  workspace_id uuid not null references workspaces on delete cascade,
  entry_id uuid not null,
  currency text not null,
  -- ISO 3166, or * for every country without a line of its own.
  country text not null,
  category text not null,
  -- In the account's zone.
  valid_from date not null,
  -- Millionths of the currency's unit per message: Meta's prices go below a paisa.
  micros bigint not null check (micros >= 0),
  note text,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (workspace_id, entry_id),
  unique (workspace_id, currency, country, category, valid_from)
);
call system.protect('price_entries');

-- What was delivered, summed up. Each message counts once, when it was delivered.
create table cost_meters (
  workspace_id uuid not null,
  number_id uuid not null,
  -- The first of the month in the account's zone, in which Meta counts and charges; and the day in the workspace's
  -- own zone, in which its people think.
  month date not null,
  day date not null,
  currency text not null,
  category text not null,
  -- Meta's words: regular, free_customer_service, free_entry_point…
  pricing_type text not null,
  origin text not null,
  -- Nobody's source is the nil uuid.
  source_id uuid not null,
  -- So that connections which count at the same time do not wait for each other's rows.
  shard smallint not null,
  messages bigint not null,
  micros bigint not null,
  -- Of them, those that have no price in any list.
  unpriced bigint not null,
  -- What was expected of those that were estimated, and how much they cost.
  estimated_micros bigint not null,
  estimated_actual_micros bigint not null,
  primary key (workspace_id, day, number_id, month, currency, category, pricing_type, origin, source_id, shard)
) with (fillfactor = 60);
create index on cost_meters (workspace_id, number_id, month);
call system.protect('cost_meters');

create table budgets (
  workspace_id uuid not null references workspaces on delete cascade,
  budget_id uuid not null,
  name text not null,
  scope text not null check (scope in ('workspace', 'number', 'origin', 'source')),
  -- A number, an origin or a source; of the workspace nothing.
  scope_id text,
  -- Null for all.
  category text,
  -- In the workspace's zone.
  period text not null check (period in ('day', 'month')),
  currency text not null,
  limit_micros bigint not null check (limit_micros > 0),
  warn_percents integer[] not null,
  -- Or it only warns.
  stops boolean not null,
  created_at timestamptz not null,
  primary key (workspace_id, budget_id),
  check ((scope = 'workspace') = (scope_id is null))
);
call system.protect('budgets');

-- What was told of a budget in a period, so that each thing is told once.
create table budget_periods (
  workspace_id uuid not null,
  budget_id uuid not null,
  starts_on date not null,
  spent_micros bigint not null,
  -- The highest share that was warned of.
  warned_percent integer,
  reached_at timestamptz,
  primary key (workspace_id, budget_id, starts_on),
  foreign key (workspace_id, budget_id) references budgets (workspace_id, budget_id) on delete cascade
);
call system.protect('budget_periods');

-- What is queued and will cost something, summed up, in workspaces with budgets. Counted anew every minute; what is
-- queued meanwhile is added at once.
create table cost_reservations (
  workspace_id uuid not null,
  number_id uuid not null,
  currency text not null,
  category text not null,
  origin text not null,
  source_id uuid not null,
  shard smallint not null,
  micros bigint not null,
  primary key (workspace_id, number_id, currency, category, origin, source_id, shard)
) with (fillfactor = 60);
call system.protect('cost_reservations');

-- A try of a number with a person's phone: sent, delivered, answered.
create table live_tests (
  workspace_id uuid not null,
  test_id uuid not null,
  number_id uuid not null,
  phone text not null,
  contact_id uuid,
  -- Of the intent: there is no such message when it was refused.
  message_id uuid,
  template text not null,
  -- What the rules of sending said: {"verdict", "rule", "sentence"}.
  decision jsonb not null,
  started_at timestamptz not null,
  started_by text not null,
  primary key (workspace_id, test_id),
  foreign key (workspace_id, number_id) references numbers (workspace_id, number_id)
);
create index on live_tests (workspace_id, number_id, started_at desc);
call system.protect('live_tests');

-- The worst of what is wrong with a number when it was last looked at: good, notice, warning, critical.
create table number_health (
  workspace_id uuid not null,
  number_id uuid not null,
  worst text not null,
  since timestamptz not null,
  primary key (workspace_id, number_id),
  foreign key (workspace_id, number_id) references numbers (workspace_id, number_id) on delete cascade
);
call system.protect('number_health');

-- Of numbers and accounts, what Meta tells only by webhook. The words are its own.
alter table numbers
  -- [{"type", "until", "remedy"}]
  add column restrictions jsonb not null default '[]',
  add column violation text,
  add column calling jsonb,
  add column name_rejection text,
  -- When each column was last told of, so that older news does not overturn newer.
  add column told_at jsonb not null default '{}',
  -- What Meta said about sending when the number was read last: {"canSend", "entities": [{"type", "id", "canSend", "reasons"}]}.
  add column meta_health jsonb,
  -- The last alert about it: {"type", "severity", "status", "description", "at"}.
  add column alert jsonb;

alter table whatsapp_accounts
  add column restrictions jsonb not null default '[]',
  add column violation text,
  add column ban_state text,
  -- In words, as Meta writes it.
  add column ban_date text,
  add column max_numbers integer,
  -- ISO 3166: where the business is at home, which decides over international prices.
  add column primary_country text,
  -- {"startsAt", "exceptions": {"ID": …}}: since when authentication abroad has a price of its own.
  add column international_rates jsonb,
  -- {"UTILITY India": {"tier", "month", "at"}}
  add column volume_tiers jsonb not null default '{}',
  add column presence text,
  add column alert jsonb,
  add column told_at jsonb not null default '{}';
