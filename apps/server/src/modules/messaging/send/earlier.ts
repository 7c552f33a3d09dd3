import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { sentenceOf } from '../gate/sentences.ts';
import type { Sent } from './intent.ts';

interface Row {
  intent_id: string;
  contact_id: string;
  request_hash: Buffer;
  verdict: Sent['verdict'];
  rule: string | null;
  until: string | null;
}

/** What the first request of this cause was answered; undefined when this is the first. */
export async function earlierAnswer(tx: Tx, cause: string, hash: Buffer): Promise<Sent | undefined> {
  const [row] = await tx.sql<Row>(
    `select intent_id, contact_id, request_hash, verdict, rule, detail ->> 'until' as until from intents
     where workspace_id = $1 and cause = $2`,
    [tx.workspaceId, cause],
  );
  if (row === undefined) return undefined;
  if (!row.request_hash.equals(hash)) {
    throw new Refusal(
      'conflict',
      'Something else was sent for this cause before. Use a new cause for a new message.',
      { details: { messageId: row.intent_id } },
    );
  }
  const { intent_id: messageId, contact_id: contactId, verdict, rule, until } = row;
  return {
    messageId,
    contactId,
    verdict,
    rule,
    sentence: rule === null ? null : sentenceOf(rule),
    until: until === null ? null : new Date(until),
  };
}
