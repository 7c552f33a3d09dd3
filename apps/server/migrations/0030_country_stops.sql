-- Countries to which WhatsApp refused everything of an account: held to for a day, then one message tries again.
create table country_stops (
  workspace_id uuid not null,
  account_id uuid not null,
  -- ISO 3166.
  country text not null,
  told_at timestamptz not null,
  primary key (workspace_id, account_id, country),
  foreign key (workspace_id, account_id) references whatsapp_accounts (workspace_id, account_id) on delete cascade
);
call system.protect('country_stops');
