-- Contacts: the people whom a workspace talks to, and under which identities WhatsApp knows them.

-- Everything hangs on contact_id. Phone, WhatsApp's id, username and names are attributes that change.
create table contacts (
  workspace_id uuid not null references workspaces on delete cascade,
  contact_id uuid not null,
  -- What the business calls them; null until somebody says so.
  name text,
  -- What they call themselves on WhatsApp.
  profile_name text,
  username text,
  -- The active identities, as in contact_identities: E.164, and WhatsApp's business-scoped user id.
  phone text,
  -- How Meta writes this phone, when that differs from its digits (Brazil, Mexico, Argentina).
  wa_id text,
  user_id text,
  -- ISO 3166, from the phone or from the user id; language as BCP 47; zone as in the tz database. Null when unknown.
  country text,
  language text,
  time_zone text,
  -- Blocked by the business at WhatsApp.
  blocked_at timestamptz,
  -- Never a chain: it names a contact that is not merged itself.
  merged_into uuid,
  source text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, merged_into) references contacts (workspace_id, contact_id)
);
create index on contacts (workspace_id, merged_into) where merged_into is not null;
create index on contacts (workspace_id, created_at desc, contact_id desc) where merged_into is null;
-- Found by the beginning of a name, and by the beginning or the end of a phone.
create index on contacts (workspace_id, lower(name) text_pattern_ops) where merged_into is null;
create index on contacts (workspace_id, lower(profile_name) text_pattern_ops) where merged_into is null;
create index on contacts (workspace_id, phone text_pattern_ops) where merged_into is null;
create index on contacts (workspace_id, reverse(phone) text_pattern_ops) where merged_into is null;
call system.protect('contacts');

create table contact_identities (
  workspace_id uuid not null,
  identity_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('phone', 'user_id', 'parent_user_id')),
  -- A phone in its canonical form, so that the ways of writing one number meet here.
  value text not null,
  -- Of a phone: as in contacts.
  wa_id text,
  -- Of a user id: Meta's portfolio in which it is theirs, as far as that is known. In another one they have another.
  portfolio text not null default '',
  -- Of a user id: the phone that it was seen with last. Both belong to one WhatsApp account.
  phone text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- When it stopped being theirs. The row stays, because history was written under it.
  ended_at timestamptz,
  primary key (workspace_id, identity_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, contact_id) on delete cascade
);
create unique index on contact_identities (workspace_id, kind, value) where ended_at is null;
-- What arrives late was written under them.
create index on contact_identities (workspace_id, kind, value) where ended_at is not null;
create index on contact_identities (workspace_id, contact_id);
call system.protect('contact_identities');

-- What a merge moved, so that it can be taken back.
create table contact_merges (
  workspace_id uuid not null,
  merge_id uuid not null,
  into_id uuid not null,
  from_id uuid not null,
  moved jsonb not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  primary key (workspace_id, merge_id),
  foreign key (workspace_id, into_id) references contacts (workspace_id, contact_id) on delete cascade,
  foreign key (workspace_id, from_id) references contacts (workspace_id, contact_id) on delete cascade
);
create index on contact_merges (workspace_id, into_id);
create index on contact_merges (workspace_id, from_id);
call system.protect('contact_merges');
