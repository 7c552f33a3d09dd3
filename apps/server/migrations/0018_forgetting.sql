-- Forgetting: what no rule looks back to any more is found without reading the rest.

create index on status_pulses (slot);
create index on webhook_updates (received_at) where value is not null;
