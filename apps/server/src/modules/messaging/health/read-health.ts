import { classify } from '@trikon/whatsapp/errors';
import type { Database, SystemTx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { smallestId } from '../../../platform/ids/index.ts';
import { readAllowances } from '../cost/allowance.ts';
import { whyItIsPaused } from '../dispatch/why.ts';
import { readBacklog } from '../ingest/deliveries.ts';
import { peopleADay } from '../../numbers/index.ts';
import { readFacts, type NumberFacts } from './facts.ts';
import { findingsOf, worstOf } from './findings.ts';
import { wordsOf } from './words.ts';

interface OfNumber {
  workspaceId: string;
  numberId: string;
}

/** Everything about how a number is doing. Doors and the backlog belong to no workspace, so this is read across them. */
export async function readHealth(db: Database, ids: OfNumber) {
  const backlog = await readBacklog(db);
  return db.acrossWorkspaces('numbers', async (tx) => {
    const [facts] = await readFacts(tx, ids);
    if (facts === undefined) throw notFound('number');
    const allowance = (await readAllowances(tx, [ids])).get(ids.numberId) ?? { free: 0, used: 0 };
    const findings = findingsOf(facts, { now: tx.now, backlog, allowance });
    return {
      numberId: ids.numberId,
      severity: worstOf(findings),
      findings: findings.map((finding) => ({ ...finding, words: wordsOf(finding.code) })),
      ...shown(facts),
      webhooks: { lastAt: facts.webhookAt, waiting: backlog.pending, oldestSeconds: backlog.oldestSeconds },
      allowance: { ...allowance, used: Math.min(allowance.free, allowance.used) },
      errors: await readErrors(tx, ids),
    };
  });
}

const shown = (facts: NumberFacts) => ({
  quality: facts.quality,
  status: facts.status,
  throughput: { level: facts.throughput, messagesPerSecond: facts.messagesPerSecond },
  messagingLimit: {
    tier: facts.messagingLimit,
    customers: peopleADay(facts.messagingLimit),
    used: facts.reached,
  },
  name: { shown: facts.name, status: facts.nameStatus, next: facts.newName, nextStatus: facts.newNameStatus },
  sending: {
    pausedAt: facts.pausedAt,
    pausedReason: facts.pausedReason,
    why: facts.pausedReason === null ? null : whyItIsPaused(facts.pausedReason),
    queued: facts.queued,
  },
  templatesPaused: facts.templatesPaused,
  tokenEndsAt: facts.tokenEndsAt,
  meta: facts.metaHealth,
});

/** What Meta refused when it was tried, and what it said later about what it had taken. */
async function readErrors(tx: SystemTx, { workspaceId, numberId }: OfNumber) {
  const rows = await tx.sql<{ code: number; count: number }>(
    `select code, count(*)::integer as count from (
       select attempt.code from attempts attempt
       where attempt.workspace_id = $1 and attempt.number_id = $2 and attempt.message_id >= $3 and attempt.code is not null
       union all
       select (message.error->>'code')::integer from messages message
       where message.workspace_id = $1 and message.number_id = $2 and message.message_id >= $3
         and message.status = 'failed' and message.wamid is not null and message.error->>'code' ~ '^[0-9]{1,9}$'
     ) as error group by code order by count desc, code limit 20`,
    [workspaceId, numberId, smallestId(new Date(tx.now.getTime() - 86_400_000))],
  );
  return rows.map(({ code, count }) => {
    const { class: kind, actor, words } = classify({ code });
    return { code, count, class: kind, actor, words };
  });
}
