-- Templates: what Meta has approved for each account, as far as it was told.

-- The words of category, status and quality are Meta's own, which adds to them without notice.
create table templates (
  workspace_id uuid not null references workspaces on delete cascade,
  template_id uuid not null,
  account_id uuid not null,
  meta_template_id text not null,
  name text not null,
  language text not null,
  category text not null,
  previous_category text,
  status text not null,
  quality text,
  parameter_format text not null,
  -- As Meta has them, examples included.
  components jsonb not null,
  rejected_reason text,
  paused_until timestamptz,
  message_ttl_seconds integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  synced_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, template_id),
  unique (workspace_id, account_id, name, language),
  foreign key (workspace_id, account_id) references whatsapp_accounts (workspace_id, account_id)
);
create index on templates (workspace_id, meta_template_id);
call system.protect('templates');
