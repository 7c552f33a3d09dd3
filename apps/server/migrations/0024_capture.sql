-- Where people opt in: forms, pages, codes on counters, words; and every attempt there.

create table entry_points (
  workspace_id uuid not null references workspaces on delete cascade,
  entry_point_id uuid not null,
  kind text not null
    check (kind in ('website', 'page', 'counter', 'click_to_whatsapp', 'keyword', 'chat', 'api')),
  name text not null,
  -- Stands in addresses, snippets and prefilled messages, which are printed and pasted: it never changes.
  code text not null,
  purposes text[] not null check (cardinality(purposes) > 0),
  -- In which its notice is shown to whoever asks for no other.
  language text not null,
  campaign text,
  store text,
  staff text,
  -- Where its messages go to and come from.
  number_id uuid,
  -- In the form that words are compared in.
  keywords text[] not null default '{}',
  double_opt_in boolean not null,
  -- Of origins such as https://shop.example.in, from which its script may ask.
  allowed_origins text[] not null default '{}',
  look jsonb not null,
  active boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, entry_point_id),
  unique (workspace_id, code),
  foreign key (workspace_id, number_id) references numbers (workspace_id, number_id)
);
-- A public form names its code and no workspace.
create index on entry_points (code);
create index on entry_points using gin (keywords) where active;
call system.protect('entry_points');

-- How often a form came before somebody's eyes.
create table entry_point_days (
  workspace_id uuid not null,
  entry_point_id uuid not null,
  day date not null,
  shown integer not null,
  primary key (workspace_id, entry_point_id, day),
  foreign key (workspace_id, entry_point_id) references entry_points on delete cascade
);
call system.protect('entry_point_days');

create table submissions (
  workspace_id uuid not null,
  submission_id uuid not null,
  entry_point_id uuid not null,
  at timestamptz not null,
  -- What waits past expires_at has expired; nothing has to write that down.
  state text not null check (state in ('accepted', 'refused', 'waiting', 'declined')),
  -- Why it was refused, by a stable word.
  reason text,
  contact_id uuid,
  -- Whose number was typed, while there is no contact to name: until somebody confirmed it.
  phone text,
  purposes text[] not null,
  language text not null,
  -- The words that were shown, for when it is confirmed.
  notice_id uuid,
  notice_version integer,
  evidence jsonb not null,
  -- Makes a repetition known: of a form its nonce, of a message its id, of a program its own name for it.
  origin_key text,
  -- What the message has to hold that confirms it.
  confirm_code text,
  expires_at timestamptz,
  settled_at timestamptz,
  check (state <> 'waiting' or notice_id is not null),
  primary key (workspace_id, submission_id),
  foreign key (workspace_id, entry_point_id) references entry_points on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, contact_id) on delete set null (contact_id)
);
create unique index on submissions (workspace_id, origin_key) where origin_key is not null;
create unique index on submissions (workspace_id, confirm_code) where confirm_code is not null;
create index on submissions (workspace_id, entry_point_id, at desc, submission_id desc);
create index on submissions (workspace_id, contact_id) where contact_id is not null;
create index on submissions (workspace_id, phone) where phone is not null;
call system.protect('submissions');
