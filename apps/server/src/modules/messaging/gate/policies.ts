import { gatePolicies, type GatePolicies } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';

export type Policies = GatePolicies;

/** India's habits, which are stricter than its law: see it as what a workspace begins with. */
const defaultPolicies: Policies = {
  quietHours: { marketing: { opens: '10:00', closes: '21:00', sundayOpens: '11:00' }, utility: null },
  caps: [
    { category: 'marketing', tag: null, hours: 24, most: 1 },
    { category: 'marketing', tag: null, hours: 168, most: 3 },
  ],
  blockedCountries: [],
};

/** What is stored, which an older program may have written, over what a workspace begins with. */
export const readPolicies = (stored: unknown): Policies =>
  gatePolicies.parse({ ...defaultPolicies, ...(stored as Partial<Policies> | null) });

export async function getPolicies(tx: Tx): Promise<Policies> {
  const [row] = await tx.sql<{ policies: unknown }>(
    'select policies from gate_policies where workspace_id = $1',
    [tx.workspaceId],
  );
  return readPolicies(row?.policies ?? null);
}

export async function updatePolicies(tx: Tx, changes: Partial<Policies>): Promise<Policies> {
  const [row] = await tx.sql<{ policies: unknown }>(
    `insert into gate_policies as known (workspace_id, policies, updated_at, updated_by) values ($1, $2::jsonb, $3, $4)
     on conflict (workspace_id) do update
       set policies = known.policies || excluded.policies, updated_at = excluded.updated_at, updated_by = excluded.updated_by
     returning policies`,
    [tx.workspaceId, JSON.stringify(changes), tx.now, `${tx.actor.kind} ${tx.actor.id}`],
  );
  return readPolicies(row!.policies);
}
