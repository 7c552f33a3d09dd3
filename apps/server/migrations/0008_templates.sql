-- Templates: what Meta has approved for each account, as far as it was told.

-- The words of category, status and quality are Meta's own, which adds to them without notice.
create table templates (
  workspace_id uuid not null references workspaces on delete cascade,
  template_id uuid not null,
  account_id uuid not null,
  meta_template_id text not null,
  name text not null,
  -- As Meta writes it when sending: en_US.
  language text not null,
  category text not null,
  previous_category text,
  -- What Meta holds for right; if it said so, from when on that will be the category.
  correct_category text,
  category_changes_at timestamptz,
  status text not null,
  rejected_reason text,
  -- Meta's words on what is wrong and what to do: {"reason", "recommendation"}.
  rejection jsonb,
  -- Null for a pause that has to be ended by hand.
  paused_until timestamptz,
  disabled_at timestamptz,
  quality text,
  parameter_format text not null,
  -- As Meta has them, examples included.
  components jsonb not null,
  message_ttl_seconds integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Up to when each of these is known, by Meta's clock: what Meta told of earlier is older news.
  status_at timestamptz not null,
  category_at timestamptz not null,
  quality_at timestamptz not null,
  components_at timestamptz not null,
  -- When a webhook told something last, and when Meta was asked last, by our own clock.
  told_at timestamptz,
  synced_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, template_id),
  unique (workspace_id, account_id, name, language),
  foreign key (workspace_id, account_id) references whatsapp_accounts (workspace_id, account_id)
);
create index on templates (workspace_id, account_id, meta_template_id);
create index on templates (workspace_id, name, language, template_id);
call system.protect('templates');
