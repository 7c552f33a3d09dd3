-- Messages: what was said, in conversations of a contact with a number, and what became of what was sent.

create table conversations (
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null,
  number_id uuid not null,
  contact_id uuid not null,
  -- Until when anything may be said: 24 hours after the customer spoke; and until when it is free: 72 hours after
  -- the first answer to an ad. Null before the first time.
  window_ends_at timestamptz,
  free_entry_ends_at timestamptz,
  -- The customer came by an ad and was not answered yet: an answer before then opens the free window.
  free_entry_offered_until timestamptz,
  last_message_at timestamptz,
  last_inbound_at timestamptz,
  last_outbound_at timestamptz,
  -- Another app (such as Meta's agent) holds the thread, and we only listen; and when it was last told who holds it.
  standby_since timestamptz,
  held_at timestamptz,
  -- When a message to this customer leaves room for the next one: the pair's rate, as a debt that shrinks with time.
  pair_debt_until timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, conversation_id),
  unique (workspace_id, number_id, contact_id)
);
create index on conversations (workspace_id, contact_id);
create index on conversations (workspace_id, last_message_at desc, conversation_id desc);
call system.protect('conversations');

-- Partitioned by the month in its id, which is when it was recorded: so one key is enough to find a message, and what
-- must be unique for ever can be so across months as well, if it is keyed by message.
create table messages (
  workspace_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  number_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  origin text not null check (origin in ('customer', 'agent', 'flow', 'campaign', 'api', 'app', 'meta', 'test')),
  -- Who of that origin: a member, a flow's run, a campaign, a key.
  origin_id text,
  -- Meta's own word, which may be one that we do not know.
  type text not null,
  -- What Meta's API calls the message without its envelope: {"text": {"body": …}}, {"template": …}.
  content jsonb not null,
  -- The words in it, for lists and search.
  text text,
  -- When it was said, by WhatsApp's clock; in the thread messages are ordered by it.
  at timestamptz not null,
  wamid text,
  -- Forward only, by rank (messages/status.ts): queued, sending, unknown, accepted, sent, failed, delivered, read, played;
  -- refused, cancelled and expired ended before Meta had it. Of inbound ones: received.
  status text not null,
  -- Why it failed, was refused, or waits: a stable code, and Meta's error as it came.
  reason text,
  error jsonb,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_at timestamptz,
  -- What it answers: Meta's id, and our message when we have it.
  reply_to_wamid text,
  reply_to_id uuid,
  -- Whatever else stood beside the content in the webhook: context, referral, identity, errors of unsupported ones.
  context jsonb,
  forwarded boolean not null default false,
  -- What was said before it was edited, oldest first: [{"at", "content"}]; and when it became what it is.
  edits jsonb,
  edited_at timestamptz,
  revoked_at timestamptz,
  -- The last reaction of each side: {"in": {"emoji": "👍", "at": …}, "out": …}; null for one that was taken back.
  reactions jsonb,
  template_id uuid,
  -- marketing, utility, authentication, service: as it was decided; and as Meta charged it.
  category text,
  estimated_micros bigint,
  price jsonb,
  -- The same intent was sent again while it was not known what came of the first time.
  possible_duplicate boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace_id, message_id)
) partition by range (message_id);
create index on messages (workspace_id, conversation_id, at desc, message_id desc);
call system.protect('messages');
create table messages_default partition of messages default;

-- By which a message is known however late Meta speaks of it. Never expires. An edit, a reaction and a revocation have ids
-- of their own, which lead to the message that they are about: so each of them takes effect once.
create table message_keys (
  workspace_id uuid not null,
  number_id uuid not null,
  wamid text not null,
  message_id uuid not null,
  primary key (workspace_id, number_id, wamid)
);
call system.protect('message_keys');

-- Every status that Meta told of a message, once; a message to a group has them per participant.
create table message_statuses (
  workspace_id uuid not null,
  message_id uuid not null,
  status text not null,
  recipient text not null default '',
  at timestamptz not null,
  received_at timestamptz not null,
  errors jsonb,
  pricing jsonb,
  delivery_id uuid,
  primary key (workspace_id, message_id, status, recipient)
) partition by range (message_id);
call system.protect('message_statuses');
create table message_statuses_default partition of message_statuses default;

-- What was told of messages that are not known (yet), which were sent by other programs, before our own answer came, or
-- arrive late. Beside Meta's statuses: reply, reaction, edit and revoke, whose `recipient` is the id of the one that said so.
create table stray_statuses (
  workspace_id uuid not null,
  number_id uuid not null,
  wamid text not null,
  status text not null,
  recipient text not null default '',
  at timestamptz not null,
  received_at timestamptz not null,
  value jsonb not null,
  delivery_id uuid,
  primary key (workspace_id, number_id, wamid, status, recipient)
);
create index on stray_statuses (received_at);
call system.protect('stray_statuses');

-- Every other update that Meta told, once and whole: of calls, groups, accounts, flows, and what nobody knows yet.
-- The keys never expire; values do.
create table webhook_updates (
  workspace_id uuid not null,
  key text not null,
  update_id uuid not null,
  kind text not null,
  field text not null,
  waba_id text not null,
  phone_number_id text,
  contact_id uuid,
  at timestamptz,
  received_at timestamptz not null,
  value jsonb,
  delivery_id uuid,
  primary key (workspace_id, key)
);
create unique index on webhook_updates (workspace_id, update_id);
call system.protect('webhook_updates');
