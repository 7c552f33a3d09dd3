-- Media: files that customers sent and files to send, what became of them, and under which ids Meta has them.

create table media (
  workspace_id uuid not null references workspaces on delete cascade,
  media_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  -- As the message calls it; of uploads it is what the bytes are.
  kind text not null check (kind in ('audio', 'document', 'image', 'sticker', 'video')),
  -- Refused: not what it was said to be, or too large. Quarantined: the operator's scanner says so.
  state text not null check (state in ('waiting', 'stored', 'failed', 'refused', 'quarantined', 'expired')),
  reason text,
  -- Of received ones.
  number_id uuid,
  message_id uuid,
  contact_id uuid,
  meta_media_id text,
  told_sha256 bytea,
  -- When Meta forgets it.
  fetch_by timestamptz,
  -- As whoever sent it says, and as its bytes say.
  told_mime text,
  mime text,
  sha256 bytea,
  size bigint,
  -- Anything at all: shown as text and nowhere used as a name of a file.
  file_name text,
  width integer,
  height integer,
  duration_ms integer,
  pages integer,
  -- Which of the stored objects there are, besides the original.
  has_thumbnail boolean not null default false,
  has_preview boolean not null default false,
  created_at timestamptz not null,
  -- When it was last wanted: what is used stays.
  used_at timestamptz not null,
  primary key (workspace_id, media_id),
  check (direction = 'out' or (number_id is not null and meta_media_id is not null)),
  check (state <> 'stored' or (sha256 is not null and mime is not null and size is not null)),
  check ((state in ('failed', 'refused', 'quarantined')) <= (reason is not null))
);
create unique index on media (workspace_id, number_id, meta_media_id) where direction = 'in';
create unique index on media (workspace_id, sha256) where direction = 'out' and state = 'stored';
create index on media (workspace_id, message_id) where message_id is not null;
create index on media (workspace_id, contact_id) where contact_id is not null;
create index on media (used_at) where state in ('waiting', 'stored', 'quarantined');
call system.protect('media');

-- Our files at Meta, per number: uploaded once, and used until Meta forgets them.
create table media_uploads (
  workspace_id uuid not null,
  media_id uuid not null,
  number_id uuid not null,
  state text not null check (state in ('waiting', 'ready', 'failed')),
  meta_media_id text,
  good_until timestamptz,
  reason text,
  -- Who uploads has it alone until then.
  claimed_until timestamptz,
  changed_at timestamptz not null,
  primary key (workspace_id, media_id, number_id),
  foreign key (workspace_id, media_id) references media on delete cascade,
  check (state <> 'ready' or (meta_media_id is not null and good_until is not null))
);
call system.protect('media_uploads');

-- Which messages wait in the outbox for a file to be at Meta.
create table media_waits (
  workspace_id uuid not null,
  media_id uuid not null,
  number_id uuid not null,
  message_id uuid not null,
  primary key (workspace_id, media_id, number_id, message_id),
  foreign key (workspace_id, media_id, number_id) references media_uploads on delete cascade
);
create index on media_waits (workspace_id, message_id);
call system.protect('media_waits');
