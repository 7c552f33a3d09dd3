import type { Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { decide } from '../gate/decide.ts';
import { orderedRules, type GateParts } from '../gate/ordered-rules.ts';
import { readAsked, type Told } from '../gate/read-asked.ts';
import { causeText, hashOf } from './cause.ts';
import { composer } from './compose.ts';
import type { Sender } from './intent.ts';
import { queue } from './queue.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { choicesFor, inLanguage, isInTheirLanguage } from './their-language.ts';

/** So many are decided about and queued by one transaction. */
export const chunkSize = 5_000;

/** Decides about these contacts and queues for those who may get it, each once for the cause. Answers how many are new. */
export async function sendToChunk(
  tx: Tx,
  parts: GateParts,
  intent: Told & Sender,
  contactIds: readonly string[],
): Promise<number> {
  if (!isInTheirLanguage(intent)) return sendAlike(tx, parts, { intent, wish: intent, contactIds });
  let count = 0;
  for (const group of await choicesFor(tx, intent, contactIds)) {
    const own = inLanguage(intent, group.choice);
    count += await sendAlike(tx, parts, { intent: own, wish: intent, contactIds: group.contactIds });
  }
  return count;
}

interface Alike {
  intent: Told & Sender;
  /** As it was asked for: by this a repetition is known. */
  wish: Told & Sender;
  contactIds: readonly string[];
}

async function sendAlike(tx: Tx, parts: GateParts, { intent, wish, contactIds }: Alike): Promise<number> {
  if (contactIds.length === 0) return 0;
  const audience = { contactIds };
  const { asked, template } = await readAsked(tx, intent, audience);
  await oneAtATime(tx, asked);
  const decisions = await decide(tx, { asked, audience, rules: orderedRules(parts) });
  const compose = composer(intent, template);
  const judged = decisions.map((decision) => ({
    messageId: newId(tx.now),
    cause: causeText(intent.cause, decision.contactId),
    decision,
    composed: compose(decision),
  }));
  const { cause: _cause, ...request } = wish;
  const { type } = intent.content;
  const written = await queue(tx, { asked, sender: intent, hash: hashOf(request), type, judged });
  return written.size;
}
