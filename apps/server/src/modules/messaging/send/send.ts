import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { decide } from '../gate/decide.ts';
import { orderedRules } from '../gate/ordered-rules.ts';
import { readAsked } from '../gate/read-asked.ts';
import { causeText, hashOf } from './cause.ts';
import { composer } from './compose.ts';
import { earlierAnswer } from './earlier.ts';
import type { Intent, SendParts, Sent } from './intent.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { queue } from './queue.ts';
import { findRecipient } from './recipient.ts';
import { inTheirLanguage } from './their-language.ts';
import { sentenceOf } from '../gate/sentences.ts';

/** Decides about one message and queues it. What one cause asked for is asked for once: a repetition changes nothing. */
export async function send(tx: Tx, parts: SendParts, wish: Intent): Promise<Sent> {
  const cause = causeText(wish.cause);
  const { cause: _cause, sourceId: _source, originId: _who, ...request } = wish;
  const hash = hashOf(request);
  const earlier = await earlierAnswer(tx, cause, hash);
  if (earlier !== undefined) return earlier;
  const contactId = await findRecipient(tx, parts, wish);
  const { asked: intent } = await inTheirLanguage(tx, wish, contactId);
  const replyTo = await findAnswered(tx, intent, contactId);
  const audience = { contactIds: [contactId] };
  const { asked, template } = await readAsked(tx, intent, audience);
  await oneAtATime(tx, asked);
  const [decision] = await decide(tx, { asked, audience, rules: orderedRules(parts) });
  const messageId = newId(tx.now);
  const composed = composer(intent, template)(decision!);
  const judged = [{ messageId, cause, decision: decision!, composed }];
  const type = intent.content.type;
  const isNew = await queue(tx, { asked, sender: intent, hash, type, judged, replyTo });
  const answer = await earlierAnswer(tx, cause, hash);
  if (answer === undefined || (isNew.has(messageId) && answer.messageId !== messageId))
    throw new Error('An intent was written and is not there.');
  return answer;
}

/** The message that an intent answers, which has to be of the same conversation. */
async function findAnswered(
  tx: Tx,
  { replyToId, numberId }: Intent,
  contactId: string,
): Promise<{ messageId: string; wamid: string } | undefined> {
  if (replyToId === undefined) return undefined;
  const [answered] = await tx.sql<{ wamid: string | null }>(
    `select m.wamid from messages m join contacts c on c.workspace_id = m.workspace_id and c.contact_id = m.contact_id
     where m.workspace_id = $1 and m.message_id = $2 and m.number_id = $3 and coalesce(c.merged_into, c.contact_id) = $4`,
    [tx.workspaceId, replyToId, numberId, contactId],
  );
  if (answered === undefined) {
    throw invalidField('replyToId', 'not_found', 'There is no such message in this conversation.');
  }
  if (answered.wamid === null) {
    throw new Refusal('conflict', 'The message that this one answers has not reached WhatsApp yet.');
  }
  return { messageId: replyToId, wamid: answered.wamid };
}

/** A refused message as a caller is answered. */
export function refusalOf({ messageId, rule }: Sent): Refusal {
  const sentence = rule === null ? null : sentenceOf(rule);
  return new Refusal('send_refused', sentence?.en ?? 'The rules of sending refuse this message.', {
    details: { messageId, rule, sentence },
  });
}
