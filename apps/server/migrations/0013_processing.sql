-- Processing: how far each delivery was taken in, and what could not be.

alter table webhook_deliveries
  -- For a person: what was wrong, beside the stable code in `reason`.
  add column detail text,
  add column discarded_by text,
  drop constraint webhook_deliveries_state_check,
  drop constraint webhook_deliveries_check,
  drop constraint webhook_deliveries_check1,
  add constraint webhook_deliveries_state check (state in ('pending', 'done', 'parked', 'discarded')),
  add constraint webhook_deliveries_done check ((state in ('done', 'discarded')) = (done_at is not null)),
  add constraint webhook_deliveries_parked check ((state in ('parked', 'discarded')) = (reason is not null)),
  add constraint webhook_deliveries_discarded check ((state = 'discarded') = (discarded_by is not null));
create index on webhook_deliveries (workspace_id, delivery_id) where state in ('done', 'discarded');

-- An app that serves several workspaces has one door: these are the deliveries that came through another workspace's.
create table webhook_shares (
  workspace_id uuid not null references workspaces on delete cascade,
  delivery_id uuid not null,
  -- Whose row it is, and on which day.
  door_workspace_id uuid not null,
  received_on date not null,
  primary key (workspace_id, delivery_id)
);
create index on webhook_shares (received_on);
call system.protect('webhook_shares');

-- What is being taken in at this moment. Committed before the work and deleted with its effects, so a row whose lock is
-- free is what a copy that died has left behind: its deliveries were tried once more than their rows say.
create table system.processing_batches (
  batch_id uuid primary key,
  -- Held as an advisory lock for as long as the work goes on.
  lock_key bigint not null,
  delivery_ids uuid[] not null,
  started_at timestamptz not null
);
grant select, insert, delete on system.processing_batches to :system;
