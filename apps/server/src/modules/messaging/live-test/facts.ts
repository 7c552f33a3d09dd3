import type { liveTestSteps } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';

export type StepName = (typeof liveTestSteps)[number];
export type StepResult = 'passed' | 'waiting' | 'failed' | 'skipped';

/** Of each step and what came of it: what happened, and what to do or to check. */
export type StepWords = Record<StepName, Record<StepResult, readonly [happened: string, next: string]>>;

interface Sentences {
  happened: string;
  next: string;
}

export interface Words {
  en: Sentences;
  hi: Sentences;
}

/** What the gate said when it was asked. */
export interface Decision {
  verdict: 'allowed' | 'held' | 'refused';
  rule: string | null;
  sentence: { en: string; hi: string } | null;
}

/** What is known of a test and of the message that it sent. */
export interface TestFacts {
  testId: string;
  numberId: string;
  phone: string;
  template: string;
  messageId: string | null;
  startedAt: Date;
  decision: Decision;
  /** Null while or because there is no message. */
  status: string | null;
  reason: string | null;
  errorCode: number | null;
  acceptedAt: Date | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
  failedAt: Date | null;
  answeredAt: Date | null;
}

/** The message by whichever contact the customer is by now, and the first thing they wrote since. */
export const readTest = (tx: Tx, testId: string): Promise<TestFacts[]> =>
  tx.sql<TestFacts>(
    `select test.test_id as "testId", test.number_id as "numberId", test.phone, test.template,
       message.message_id as "messageId", test.started_at as "startedAt", test.decision, message.status, message.reason,
       case when message.error->>'code' ~ '^[0-9]{1,9}$' then (message.error->>'code')::integer end as "errorCode",
       (select min(attempt.ended_at) from attempts attempt where attempt.workspace_id = test.workspace_id
          and attempt.message_id = test.message_id and attempt.outcome = 'accepted') as "acceptedAt",
       message.sent_at as "sentAt", coalesce(message.delivered_at, message.read_at) as "deliveredAt",
       message.failed_at as "failedAt", (
         select min(answer.at) from contacts asked
         join contacts family on family.workspace_id = asked.workspace_id
           and coalesce(family.merged_into, family.contact_id) = coalesce(asked.merged_into, asked.contact_id)
         join conversations conversation on conversation.workspace_id = family.workspace_id
           and conversation.contact_id = family.contact_id and conversation.number_id = test.number_id
         join messages answer on answer.workspace_id = conversation.workspace_id
           and answer.conversation_id = conversation.conversation_id and answer.direction = 'in'
           -- WhatsApp's clock and ours may differ, and what comes late was said before.
           and answer.created_at >= test.started_at and answer.at >= test.started_at - interval '1 minute'
         where asked.workspace_id = test.workspace_id and asked.contact_id = test.contact_id
       ) as "answeredAt"
     from live_tests test
     left join messages message on message.workspace_id = test.workspace_id and message.message_id = test.message_id
     where test.workspace_id = $1 and test.test_id = $2`,
    [tx.workspaceId, testId],
  );
