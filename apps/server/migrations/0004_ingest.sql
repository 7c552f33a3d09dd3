-- Ingest: what Meta delivered, byte for byte, durable before it was acknowledged and kept until it was taken in.

create table webhook_deliveries (
  workspace_id uuid not null,
  -- The day of received_at in UTC. Partitions are days, so that what was taken in goes without a trace of bloat.
  received_on date not null,
  -- SHA-256. The same bytes on the same day are one delivery: Meta's bodies hold ids or times, so equal ones are repeats.
  body_hash bytea not null,
  delivery_id uuid not null,
  app_id uuid not null,
  received_at timestamptz not null,
  body bytea not null,
  size integer not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'parked')),
  attempts integer not null default 0,
  -- Why it was parked.
  reason text,
  done_at timestamptz,
  primary key (workspace_id, received_on, body_hash),
  check ((state = 'done') = (done_at is not null)),
  check ((state = 'parked') = (reason is not null))
) partition by range (received_on);
create index on webhook_deliveries (delivery_id) where state = 'pending';
create index on webhook_deliveries (workspace_id, delivery_id) where state = 'parked';
call system.protect('webhook_deliveries');
-- No request reads them. An app that serves many workspaces has one door, so a body may speak of others than its own.
revoke select, insert, update, delete on webhook_deliveries from :app;
create table webhook_deliveries_default partition of webhook_deliveries default;
