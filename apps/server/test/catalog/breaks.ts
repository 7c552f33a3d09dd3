/** Ways to break tenancy, each with the sentence that has to come of it. `:app` and the others are role names. */
export interface Break {
  /** The rule that is to notice. */
  rule: string;
  sql: string;
  problem: string;
}

/** How a migration adds a table. */
export const newTable = `create table notes (workspace_id uuid not null, note_id uuid not null, text text, primary key (workspace_id, note_id));
  call system.protect('notes');`;

export const tableBreaks: Break[] = [
  {
    rule: 'knownSchemas',
    sql: `create schema reports`,
    problem: 'schema reports is not one that these rules know',
  },
  {
    rule: 'tablesNameTheirWorkspace',
    sql: `create table notes (id uuid primary key)`,
    problem: 'table notes has no column workspace_id uuid not null',
  },
  {
    rule: 'tablesNameTheirWorkspace',
    sql: `create table notes (workspace_id text primary key)`,
    problem: 'table notes has no column workspace_id uuid not null',
  },
  {
    rule: 'tablesNameTheirWorkspace',
    sql: `create table notes (workspace_id uuid, id uuid primary key)`,
    problem: 'table notes has no column workspace_id uuid not null',
  },
  {
    rule: 'onlyTablesHoldRows',
    sql: `create materialized view member_names as select workspace_id, name from members`,
    problem: 'materialized view public.member_names cannot stand under row security',
  },
  {
    rule: 'primaryKeysBeginWithTheWorkspace',
    sql: `create table notes (workspace_id uuid not null, note_id uuid, primary key (note_id, workspace_id))`,
    problem: 'table notes has no primary key that begins with workspace_id',
  },
  {
    rule: 'uniqueIndexesBeginWithTheWorkspace',
    sql: `alter table members add constraint one_email unique (email)`,
    problem: 'unique index one_email does not begin with workspace_id',
  },
  {
    rule: 'uniqueIndexesBeginWithTheWorkspace',
    sql: `create unique index lower_email on members (lower(email), workspace_id)`,
    problem: 'unique index lower_email does not begin with workspace_id',
  },
  {
    rule: 'exclusionsHoldWithinAWorkspace',
    sql: `alter table members add constraint one_name exclude using btree (name with =)`,
    problem: 'exclusion constraint one_name of members does not begin with workspace_id and =',
  },
  {
    rule: 'foreignKeysStayInTheWorkspace',
    sql: `create unique index any_role on roles (role_id);
      alter table members add constraint any_role foreign key (role_id) references roles (role_id)`,
    problem: 'foreign key any_role of public.members does not begin with workspace_id on both sides',
  },
  {
    rule: 'foreignKeysStayInTheWorkspace',
    sql: `alter table members add constraint person foreign key (user_id) references identity.users`,
    problem: 'foreign key person of public.members does not begin with workspace_id on both sides',
  },
  {
    rule: 'sequencesAreNamed',
    sql: `create table notes (workspace_id uuid, number serial, primary key (workspace_id, number))`,
    problem: 'sequence notes_number_seq is not on the list of sequences that tenants may share',
  },
];

export const rowSecurityBreaks: Break[] = [
  {
    rule: 'rowSecurityIsForced',
    sql: `alter table members no force row level security`,
    problem: 'table members does not enable and force row security',
  },
  {
    rule: 'rowSecurityIsForced',
    sql: `alter table api_keys disable row level security`,
    problem: 'table api_keys does not enable and force row security',
  },
  {
    rule: 'policiesAreTheTwo',
    sql: `drop policy own_workspace on members;
      create policy own_workspace on members to :app using (workspace_id = current_workspace()) with check (true)`,
    problem: 'table members lacks the policy own_workspace as system.protect writes it',
  },
  {
    rule: 'policiesAreTheTwo',
    sql: `alter policy own_workspace on roles using (true)`,
    problem: 'table roles lacks the policy own_workspace as system.protect writes it',
  },
  {
    rule: 'policiesAreTheTwo',
    sql: `alter policy all_workspaces on roles to public`,
    problem: 'table roles lacks the policy all_workspaces as system.protect writes it',
  },
  {
    rule: 'policiesAreTheTwo',
    sql: `create policy curious on members for select to :app using (true)`,
    problem: 'table public.members has the policy curious, which no rule knows',
  },
  {
    rule: 'jobPoliciesServeTheSystemRole',
    sql: `create policy curious on graphile_worker._private_jobs to :app using (true)`,
    problem: 'policy curious of graphile_worker._private_jobs serves another role than the system role',
  },
  {
    rule: 'theWorkspaceComesFromTheTransaction',
    sql: `create or replace function current_workspace() returns uuid language sql stable
      as $$ select workspace_id from workspaces limit 1 $$`,
    problem: 'function current_workspace does not read the setting of the transaction, and only that',
  },
  {
    rule: 'viewsLookWithTheCallersEyes',
    sql: `create view people as select * from members`,
    problem: 'view people is not security_invoker',
  },
  {
    rule: 'nothingIsRewritten',
    sql: `create rule loud as on delete to roles do also delete from members`,
    problem: 'rule loud of public.roles rewrites statements past row security',
  },
];

export const routineBreaks: Break[] = [
  {
    rule: 'definersAreNamed',
    sql: `create function peek() returns bigint language sql security definer set search_path = pg_catalog
      as $$ select 1::bigint $$`,
    problem: 'function public.peek() is security definer without being on the list',
  },
  {
    rule: 'definersAreNamed',
    sql: `alter function system.enqueue reset search_path`,
    problem:
      'function system.enqueue(json,timestamp with time zone) is security definer without a fixed search_path',
  },
  {
    rule: 'definersAreNamed',
    sql: `alter function system.enqueue set search_path = pg_catalog, public`,
    problem:
      'function system.enqueue(json,timestamp with time zone) is security definer without a fixed search_path',
  },
  {
    rule: 'nothingIsLeakproof',
    sql: `create function louder(text) returns text language sql immutable leakproof as $$ select upper($1) $$`,
    problem: 'function louder(text) is marked leakproof',
  },
  {
    rule: 'routinesSpeakSql',
    sql: `create function fast(internal) returns internal language internal as 'array_subscript_handler'`,
    problem: 'function fast(internal) is written in internal',
  },
  {
    rule: 'systemRoutinesAreGrantedByName',
    sql: `grant execute on procedure system.protect to :app`,
    problem: 'procedure system.protect(regclass) may be called by :app',
  },
  {
    rule: 'systemRoutinesAreGrantedByName',
    sql: `create function system.vacuum_all() returns void language sql as ''`,
    problem: 'function system.vacuum_all() may be called by :app',
  },
];

export const roleBreaks: Break[] = [
  {
    rule: 'rolesHaveNoPowers',
    sql: `alter role :app bypassrls`,
    problem: 'role :app may bypass what it should stand under (bypassrls)',
  },
  {
    rule: 'rolesHaveNoPowers',
    sql: `alter role :system superuser createrole createdb`,
    problem: 'role :system may bypass what it should stand under (superuser, createrole, createdb)',
  },
  { rule: 'rolesJoinNoOthers', sql: `grant :system to :app`, problem: 'role :app is a member of :system' },
  {
    rule: 'rolesJoinNoOthers',
    sql: `grant pg_read_all_data to :app`,
    problem: 'role :app is a member of pg_read_all_data',
  },
  {
    rule: 'rolesOwnNothing',
    sql: `alter table members owner to :app`,
    problem: 'role :app owns table members',
  },
  {
    rule: 'rolesCreateNothing',
    sql: `grant create on schema public to :app`,
    problem: 'role :app may create in schema public',
  },
];

export const grantBreaks: Break[] = [
  {
    rule: 'relationsGrantWhatIsNamed',
    sql: `grant select on identity.users to :app`,
    problem: 'identity.users grants SELECT to :app',
  },
  {
    rule: 'relationsGrantWhatIsNamed',
    sql: `grant select on system.settings to :app`,
    problem: 'system.settings grants SELECT to :app',
  },
  {
    rule: 'relationsGrantWhatIsNamed',
    sql: `grant select on graphile_worker._private_jobs to :app`,
    problem: 'graphile_worker._private_jobs grants SELECT to :app',
  },
  {
    rule: 'relationsGrantWhatIsNamed',
    sql: `grant update on events to :app`,
    problem: 'public.events grants UPDATE to :app',
  },
  {
    rule: 'relationsGrantWhatIsNamed',
    sql: `grant delete on events to :system`,
    problem: 'public.events grants DELETE to :system',
  },
  {
    rule: 'relationsGrantWhatIsNamed',
    sql: `grant truncate on members to :app`,
    problem: 'public.members grants TRUNCATE to :app',
  },
  {
    rule: 'relationsGrantWhatIsNamed',
    sql: `grant select on members to public`,
    problem: 'public.members grants SELECT to everyone',
  },
  {
    rule: 'relationsGrantWhatIsNamed',
    sql: `grant select on events_default to :app`,
    problem: 'public.events_default grants SELECT to :app',
  },
  {
    rule: 'relationsGrantWhatIsNamed',
    sql: `grant update on sequence event_seq to :app`,
    problem: 'public.event_seq grants UPDATE to :app',
  },
  {
    rule: 'columnsGrantNothing',
    sql: `grant select (email) on identity.users to :app`,
    problem: 'column identity.users.email is granted by itself',
  },
  {
    rule: 'schemasOpenToWhomTheyServe',
    sql: `grant usage on schema identity to :app`,
    problem: 'schema identity grants USAGE to :app',
  },
  {
    rule: 'nothingIsGrantedAhead',
    sql: `alter default privileges in schema public grant select on tables to :app`,
    problem: 'default privileges are set for role postgres',
  },
];
