import type { SystemTx, Tx } from '../../../platform/db/index.ts';

interface IntentLife {
  cause: string;
  origin: string;
  originId: string | null;
  sourceId: string | null;
  verdict: 'allowed' | 'held' | 'refused';
  rule: string | null;
  detail: unknown;
  decidedAt: Date;
}

interface AttemptLife {
  attempt: number;
  startedAt: Date;
  outcome: string | null;
  code: number | null;
  error: unknown;
  wamid: string | null;
  endedAt: Date | null;
  settledBy: string | null;
  settledAt: Date | null;
}

interface QueueLife {
  class: string;
  state: string;
  hold: string | null;
  dueAt: Date;
  deadlineAt: Date;
  queuedAt: Date;
}

export interface Life {
  intent: IntentLife | null;
  attempts: AttemptLife[];
  /** Null once it is out of the queue. */
  outbox: QueueLife | null;
}

/** How a message came to be sent: what was asked and decided, every try, and where it stands in the queue. */
export async function lifeOf(
  tx: Tx | (SystemTx & { workspaceId: string }),
  messageId: string,
): Promise<Life> {
  const key = [tx.workspaceId, messageId];
  const [intents, attempts, rows] = await Promise.all([
    tx.sql<IntentLife>(
      `select cause, origin, origin_id as "originId", source_id as "sourceId", verdict, rule, detail,
         decided_at as "decidedAt"
       from intents where workspace_id = $1 and intent_id = $2`,
      key,
    ),
    tx.sql<AttemptLife>(
      `select attempt, started_at as "startedAt", outcome, code, error, wamid, ended_at as "endedAt",
         settled_by as "settledBy", settled_at as "settledAt"
       from attempts where workspace_id = $1 and message_id = $2 order by attempt`,
      key,
    ),
    tx.sql<QueueLife>(
      `select class, state, hold, due_at as "dueAt", deadline_at as "deadlineAt", queued_at as "queuedAt"
       from outbox where workspace_id = $1 and message_id = $2`,
      key,
    ),
  ]);
  return { intent: intents[0] ?? null, attempts, outbox: rows[0] ?? null };
}
