import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { contactInList } from '../contact-in-list.ts';
import { tellOfCode, tellOfErrors, tellOfReason } from './ending.ts';
import { messageColumns, type Message } from './read.ts';

/** What a rule of sending said; null of a rule that is not known. */
export type SentenceOf = (rule: string) => { en: string; hi: string } | null;

interface Whole extends Message {
  contactName: string | null;
  contactPhone: string | null;
  estimatedMicros: number | null;
  currency: string | null;
  sourceName: string | null;
}

interface Status {
  status: string;
  recipient: string;
  at: Date;
  receivedAt: Date;
  errors: unknown;
  pricing: unknown;
  deliveryId: string | null;
}

interface Attempt {
  attempt: number;
  startedAt: Date;
  outcome: string | null;
  code: number | null;
  error: unknown;
  endedAt: Date | null;
  settledBy: string | null;
  settledAt: Date | null;
}

interface Intent {
  cause: string;
  verdict: string;
  rule: string | null;
  detail: unknown;
  decidedAt: Date;
  sourceId: string | null;
}

const wholeMessage = `select m.*, ${contactInList('contact')}, account.currency, source.name as "sourceName"
  from (
    select ${messageColumns}, estimated_micros::float8 as "estimatedMicros" from messages
    where workspace_id = $1 and message_id = $2
  ) m
  left join contacts contact on contact.workspace_id = $1 and contact.contact_id = m."contactId"
  left join numbers number on number.workspace_id = $1 and number.number_id = m."numberId"
  left join whatsapp_accounts account on account.workspace_id = $1 and account.account_id = number.account_id
  left join intents intent on intent.workspace_id = $1 and intent.intent_id = m."messageId"
  left join send_sources source on source.workspace_id = $1 and source.source_id = intent.source_id`;

export async function getMessage(tx: Tx, { messageId }: { messageId: string }, sentenceOf: SentenceOf) {
  const here = [tx.workspaceId, messageId];
  const [[message], statuses, [intent], attempts] = await Promise.all([
    tx.sql<Whole>(wholeMessage, here),
    tx.sql<Status>(
      `select status, recipient, at, received_at as "receivedAt", errors, pricing, delivery_id as "deliveryId"
       from message_statuses where workspace_id = $1 and message_id = $2 order by at, received_at, status`,
      here,
    ),
    tx.sql<Intent>(
      `select cause, verdict, rule, detail, decided_at as "decidedAt", source_id as "sourceId" from intents
       where workspace_id = $1 and intent_id = $2`,
      here,
    ),
    tx.sql<Attempt>(
      `select attempt, started_at as "startedAt", outcome, code, error, ended_at as "endedAt",
         settled_by as "settledBy", settled_at as "settledAt"
       from attempts where workspace_id = $1 and message_id = $2 order by attempt`,
      here,
    ),
  ]);
  if (message === undefined) throw notFound('message');
  return {
    ...message,
    told: tellOfReason(message.reason),
    statuses: statuses.map((status) => ({ ...status, told: tellOfErrors(status.errors) })),
    intent: intent ? { ...intent, sentence: intent.rule === null ? null : sentenceOf(intent.rule) } : null,
    attempts: attempts.map((attempt) => ({ ...attempt, told: tellOfCode(attempt.code) })),
  };
}
