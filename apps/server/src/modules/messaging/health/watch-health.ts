import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { readAllowances } from '../cost/allowance.ts';
import { readBacklog } from '../ingest/deliveries.ts';
import { readFacts, type NumberFacts } from './facts.ts';
import { findingsOf, worstOf, type Finding, type Severity } from './findings.ts';

interface Judged {
  facts: NumberFacts;
  findings: Finding[];
  worst: Severity;
}

/** Looks at all numbers and tells of those whose worst finding is worse or better than when they were looked at last. */
export async function watchHealth(db: Database): Promise<void> {
  const backlog = await readBacklog(db);
  await db.acrossWorkspaces('numbers', async (tx) => {
    const all = await readFacts(tx, null);
    const allowances = await readAllowances(tx, all);
    const judged = all.map((facts): Judged => {
      const allowance = allowances.get(facts.numberId) ?? { free: 0, used: 0 };
      const findings = findingsOf(facts, { now: tx.now, backlog, allowance });
      return { facts, findings, worst: worstOf(findings) };
    });
    await tell(
      tx,
      judged.filter(({ facts, worst }) => facts.health !== worst),
    );
  });
}

/** Only who changes the row tells of it, so two that look at once tell once. */
async function tell(tx: SystemTx, changed: readonly Judged[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ facts, worst }) => ({
    workspace_id: facts.workspaceId,
    number_id: facts.numberId,
    worst,
  }));
  const written = await tx.sql<{ numberId: string }>(
    `insert into number_health as known (workspace_id, number_id, worst, since)
     select workspace_id, number_id, worst, $2
     from jsonb_to_recordset($1::jsonb) as seen (workspace_id uuid, number_id uuid, worst text)
     order by workspace_id, number_id
     on conflict (workspace_id, number_id) do update set worst = excluded.worst, since = excluded.since
       where known.worst <> excluded.worst
     returning number_id as "numberId"`,
    [JSON.stringify(rows), tx.now],
  );
  const ours = new Set(written.map(({ numberId }) => numberId));
  const news = changed.filter(({ facts, worst }) => ours.has(facts.numberId) && !isFirstGood(facts, worst));
  await publishIn(
    tx,
    news.map(({ facts, findings, worst }) => ({
      type: 'number.health_changed' as const,
      workspaceId: facts.workspaceId,
      data: {
        numberId: facts.numberId,
        phone: facts.phone,
        name: facts.name,
        before: facts.health as Severity | null,
        after: worst,
        findings: findings.map(({ code }) => code),
      },
    })),
  );
}

/** That a new number is well is no news. */
const isFirstGood = ({ health }: NumberFacts, worst: Severity): boolean =>
  health === null && worst === 'good';
