import type { RoleNames } from '../../src/platform/db/roles.ts';
import { ours, roles, sqlRule, type CatalogRule } from './rule.ts';

const read = ['SELECT'];
const append = ['SELECT', 'INSERT'];
const write = [...append, 'UPDATE', 'DELETE'];

type Grants = Partial<Record<keyof RoleNames, string[]>>;

/** What a table of a tenant grants, unless it is named below. */
const tenantTable: Grants = { app: write, system: write };

/** Tables, views and sequences that grant something else, by what they are for. */
const named: Record<string, Grants> = {
  // History is appended to and never rewritten, not even by the program: a trigger lets only words go that were erased.
  'public.events': { app: append, system: [...append, 'UPDATE'] },
  'public.consent_entries': { app: append, system: append },
  'public.consent_seals': { app: append, system: append },
  'public.consent_checkpoints': { app: append, system: append },
  'public.consent_notice_versions': { app: append, system: append },
  // Erased it can be, changed it cannot.
  'public.consent_details': { app: [...append, 'DELETE'], system: [...append, 'DELETE'] },
  'public.consent_unsealed': { app: [...append, 'DELETE'], system: [...append, 'DELETE'] },
  'public.sign_ins': { app: append, system: write },
  'public.template_history': { app: append, system: append },
  'public.event_seq': { app: ['USAGE'], system: ['USAGE'] },
  // The sign-in library's own tables; whom an organisation holds and by which sign-on is none of its business.
  'identity.users': { auth: write, system: write },
  'identity.sessions': { auth: write, system: write },
  'identity.accounts': { auth: write, system: write },
  'identity.verifications': { auth: write, system: write },
  'identity.passkeys': { auth: write, system: write },
  'identity.two_factors': { auth: write, system: write },
  'identity.rate_limits': { auth: write, system: write },
  'identity.organisations': { system: write },
  'identity.organisation_members': { system: write },
  'identity.sign_on_providers': { system: write },
  'system.migrations': { system: read },
  'system.settings': { system: write },
  'system.processes': { system: write },
  'system.event_cursors': { system: write },
  'system.webhook_doors': { system: write },
  'system.account_routes': { system: write },
  'system.number_routes': { system: write },
  'system.processing_batches': { system: ['SELECT', 'INSERT', 'DELETE'] },
  'graphile_worker.migrations': { system: read },
  'graphile_worker._private_jobs': { system: write },
  'graphile_worker._private_job_queues': { system: write },
  'graphile_worker._private_tasks': { system: append },
  'graphile_worker._private_known_crontabs': { system: [...append, 'UPDATE'] },
};

interface Grant {
  relation: string;
  kind: string;
  partition: boolean;
  grantee: string;
  privilege: string;
}

/** Everything that is granted to anyone but the owner has to be on the lists above. */
export const relationsGrantWhatIsNamed: CatalogRule = async (query) => {
  const grants = await query<Grant>(`
    select format('%s.%s', n.nspname, c.relname) as relation, c.relkind as kind, c.relispartition as partition,
      coalesce(g.rolname, 'everyone') as grantee, acl.privilege_type as privilege
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) as acl
    left join pg_roles g on g.oid = acl.grantee
    where ${ours} and acl.grantee <> c.relowner`);
  return grants
    .filter((grant) => !isExpected(grant))
    .map(({ relation, grantee, privilege }) => `${relation} grants ${privilege} to ${grantee}`);
};

function isExpected({ relation, kind, partition, grantee, privilege }: Grant): boolean {
  const role = (Object.keys(roles) as (keyof RoleNames)[]).find((each) => roles[each] === grantee);
  if (role === undefined || partition) return false;
  return (named[relation] ?? unnamed(relation, kind))[role]?.includes(privilege) ?? false;
}

function unnamed(relation: string, kind: string): Grants {
  if (!relation.startsWith('public.')) return {};
  if (kind === 'v') return { app: read, system: read };
  return kind === 'r' || kind === 'p' ? tenantTable : {};
}

export const columnsGrantNothing = sqlRule(`
  select format('column %s.%s.%s is granted by itself', n.nspname, c.relname, a.attname) as problem
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours} and a.attacl is not null and cardinality(a.attacl) > 0`);

export const schemasOpenToWhomTheyServe = sqlRule(`
  select format('schema %s grants %s to %s', n.nspname, acl.privilege_type, coalesce(g.rolname, 'everyone')) as problem
  from pg_namespace n cross join lateral aclexplode(n.nspacl) as acl left join pg_roles g on g.oid = acl.grantee
  where ${ours} and acl.grantee <> n.nspowner and not (acl.privilege_type = 'USAGE' and (n.nspname, coalesce(g.rolname, '')) in (
    ('public', ''), ('public', :app), ('public', :system), ('identity', :auth), ('identity', :system),
    ('system', :app), ('system', :system), ('graphile_worker', :system)))`);

/** They would open tables that do not exist yet, which nobody would see in a review. */
export const nothingIsGrantedAhead = sqlRule(`
  select format('default privileges are set for role %s', defaclrole::regrole) as problem from pg_default_acl`);
