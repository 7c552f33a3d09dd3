import type { Tx } from '../../../platform/db/index.ts';
import { listPurposes } from '../notices/purposes.ts';

interface Count {
  purpose: string;
  kind: 'granted' | 'withdrawn' | 'stopped' | 'frozen';
  count: number;
}

/** In one reading of the states. Those of merged contacts are counted under the one that is left. */
export async function consentOverview(tx: Tx) {
  const counts = await tx.sql<Count>(
    `select purpose, kind, count(*)::int as count
     from consent_states state cross join lateral (
       select unnest(granted) as purpose, 'granted' as kind
       union all select unnest(withdrawn), 'withdrawn'
       union all select '', 'stopped' where stopped_at is not null
       union all select '', 'frozen' where frozen_at is not null) said
     where workspace_id = $1 and not exists (
       select from contacts where contacts.workspace_id = $1 and contacts.contact_id = state.contact_id and merged_into is not null)
     group by purpose, kind`,
    [tx.workspaceId],
  );
  const countOf = (kind: Count['kind'], purpose = ''): number =>
    counts.find((each) => each.kind === kind && each.purpose === purpose)?.count ?? 0;
  const purposes = await listPurposes(tx, tx.workspaceId);
  return {
    purposes: purposes.map(({ purpose, texts, archivedAt }) => ({
      purpose,
      texts,
      archived: archivedAt !== null,
      granted: countOf('granted', purpose),
      withdrawn: countOf('withdrawn', purpose),
    })),
    withdrawnAll: countOf('withdrawn', '*'),
    stopped: countOf('stopped'),
    frozen: countOf('frozen'),
  };
}
