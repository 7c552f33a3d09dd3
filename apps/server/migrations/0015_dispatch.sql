-- Dispatch: what the rows of the outbox need on their way out.

-- How often Meta said "later"; attempts that never left do not count.
alter table outbox add column retries smallint not null default 0;

-- It was resumed or cancelled, and rows that waited for that are still to be moved.
alter table send_sources add column sweeping boolean not null default false;
create index on send_sources (workspace_id) where sweeping;
