import type { NoticeShown } from '../consent/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { notFound, Refusal } from '../../platform/errors/index.ts';
import { send, sentenceOf, type SendParts, type Sent } from '../messaging/index.ts';
import { getEntryPoint, type EntryPoint } from './entry-point.ts';
import type { Evidence } from './grant.ts';
import { storeSubmissions } from './store-submissions.ts';
import { readyNotice } from './submit.ts';
import { wordsIn } from './words/words-in.ts';

const hour = 3_600_000;
/** The window in which whoever is asked can answer, and we could ask. */
const answerHours = 24;

interface Question {
  point: EntryPoint;
  notice: NoticeShown;
  contactId: string;
  at: Date;
  evidence: Evidence;
  originKey: string;
}

/** Asks in the chat, and counts nothing before they said Yes. Null for what was asked before. */
export async function askInChat(
  tx: Tx,
  sending: SendParts,
  { point, notice, ...given }: Question,
): Promise<{ submissionId: string; sent: Sent } | null> {
  const expiresAt = new Date(tx.now.getTime() + answerHours * hour);
  const waiting = { ...given, point, notice, state: 'waiting' as const, purposes: point.purposes, expiresAt };
  const [submissionId] = await storeSubmissions(tx, [{ ...waiting, language: notice.language }]);
  if (!submissionId) return null;
  const sent = await send(tx, sending, {
    cause: { kind: 'opt-in', id: submissionId, step: 'question' },
    to: { contactId: given.contactId },
    numberId: point.numberId!,
    origin: 'flow',
    originId: submissionId,
    content: questionOf(submissionId, notice),
    deadlineSeconds: answerHours * 3_600,
  });
  return { submissionId, sent };
}

export const answerPattern = /^opt-in:([\da-f-]{36}):(yes|no)$/;

function questionOf(submissionId: string, notice: NoticeShown) {
  const words = wordsIn(notice.language);
  const purposes = notice.purposes.map(({ name }) => `• ${name}`).join('\n');
  const text = `*${notice.heading}*\n${notice.body}\n${purposes}`;
  const reply = (answer: 'yes' | 'no') => ({
    type: 'reply' as const,
    reply: { id: `opt-in:${submissionId}:${answer}`, title: words[answer] },
  });
  return {
    type: 'interactive' as const,
    interactive: {
      type: 'button' as const,
      body: { text: `${cut(text, mostText - words.question.length - 2)}\n\n${words.question}` },
      action: { buttons: [reply('yes'), reply('no')] },
    },
  };
}

const mostText = 1024;

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;

/** A member or a program asks somebody; the window decides whether that can be. */
export async function askContact(
  tx: Tx,
  sending: SendParts,
  { entryPointId, contactId: named }: { entryPointId: string; contactId: string },
) {
  const point = await getEntryPoint(tx, entryPointId);
  const [contact] = await tx.sql<{ contactId: string; language: string | null }>(
    `select c.contact_id as "contactId", c.language from contacts named
     join contacts c on c.workspace_id = named.workspace_id and c.contact_id = coalesce(named.merged_into, named.contact_id)
     where named.workspace_id = $1 and named.contact_id = $2`,
    [tx.workspaceId, named],
  );
  if (contact === undefined) throw notFound('contact');
  const { contactId } = contact;
  const notice = await readyNotice(tx, point, 'chat', contact.language);
  const waiting = await findWaiting(tx, entryPointId, contactId);
  if (waiting !== undefined) return { submissionId: waiting, contactId, state: 'waiting' as const };
  const originKey = `ask ${entryPointId} ${contactId} ${tx.now.toISOString()}`;
  const evidence = { askedBy: `${tx.actor.kind} ${tx.actor.id}` };
  const asked = (await askInChat(tx, sending, {
    point,
    notice,
    contactId,
    at: tx.now,
    evidence,
    originKey,
  }))!;
  const { submissionId, sent } = asked;
  if (sent.verdict !== 'refused') return { submissionId, contactId, state: 'waiting' as const };
  const sentence = sent.rule === null ? null : sentenceOf(sent.rule);
  throw new Refusal('send_refused', sentence?.en ?? 'The rules of sending refuse this question.', {
    details: { rule: sent.rule, sentence },
  });
}

async function findWaiting(tx: Tx, entryPointId: string, contactId: string): Promise<string | undefined> {
  const [waiting] = await tx.sql<{ id: string }>(
    `select submission_id as id from submissions
     where workspace_id = $1 and entry_point_id = $2 and contact_id = $3 and state = 'waiting' and expires_at > $4 limit 1`,
    [tx.workspaceId, entryPointId, contactId, tx.now],
  );
  return waiting?.id;
}
