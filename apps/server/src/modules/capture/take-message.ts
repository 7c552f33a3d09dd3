import type { Tx } from '../../platform/db/index.ts';
import { findApprovedWords } from '../consent/index.ts';
import type { SendParts } from '../messaging/index.ts';
import { askInChat } from './ask.ts';
import { entryPointColumns, entryPointTables, getEntryPoint, type EntryPoint } from './entry-point.ts';
import { grantFor, type Evidence } from './grant.ts';
import { saidIn, type HeardMessage, type Said } from './heard.ts';
import { noticeOf } from './notice.ts';
import { plainText } from './plain-text.ts';
import { settleSubmission } from './settle.ts';
import { storeSubmissions, type SubmissionRefusal } from './store-submissions.ts';
import { giveChoices, thank, type Answering } from './thanks/thank.ts';

/** What a customer’s message does to consent: an answer settles its question, a code or a word is an opt-in. */
export async function takeMessage(tx: Tx, parts: Answering, message: HeardMessage): Promise<void> {
  const said = saidIn(message);
  if (said.answer !== null) return takeAnswer(tx, parts, message, said.answer);
  const waiting = await findConfirmed(tx, message, said.codes);
  if (waiting !== undefined) return confirm(tx, parts, message, waiting);
  if (said.choices !== undefined) return giveChoices(tx, parts, message, said.choices);
  const point = await findNamed(tx, message, said);
  if (point !== undefined) await takeOptIn(tx, parts, message, point);
}

interface Waiting {
  submissionId: string;
  entryPointId: string;
  phone: string | null;
  purposes: string[];
  evidence: Evidence;
  shown: { noticeId: string; version: number; language: string };
}

const waitingColumns = `submission_id as "submissionId", entry_point_id as "entryPointId", phone, purposes, evidence,
  jsonb_build_object('noticeId', notice_id, 'version', notice_version, 'language', language) as shown`;

/** Only who was asked can answer, and only while the question stands. */
async function takeAnswer(
  tx: Tx,
  parts: Answering,
  message: HeardMessage,
  { submissionId, says }: { submissionId: string; says: 'yes' | 'no' },
): Promise<void> {
  const [waiting] = await tx.sql<Waiting>(
    `select ${waitingColumns} from submissions
     where workspace_id = $1 and submission_id = $2 and state = 'waiting' and expires_at > $4 and contact_id in (
       select contact_id from contacts where workspace_id = $1 and (contact_id = $3 or merged_into = $3))`,
    [tx.workspaceId, submissionId, message.contactId, message.at],
  );
  if (waiting === undefined) return;
  if (says === 'yes') return confirm(tx, parts, message, waiting);
  const { kind } = await getEntryPoint(tx, waiting.entryPointId);
  const { entryPointId } = waiting;
  const { contactId } = message;
  await settleSubmission(tx, { submissionId, entryPointId, kind, contactId, state: 'declined' });
}

/** By the code that stands in the message that a form had ready; it has to come from the number that was typed. */
async function findConfirmed(
  tx: Tx,
  { phone, at }: HeardMessage,
  codes: readonly string[],
): Promise<Waiting | undefined> {
  if (codes.length === 0) return undefined;
  const [waiting] = await tx.sql<Waiting>(
    `select ${waitingColumns} from submissions
     where workspace_id = $1 and confirm_code = any($2) and state = 'waiting' and expires_at > $4
       -- WhatsApp does not show everybody's number; the code is known to nobody but who sent the form.
       and ($3::text is null or phone = $3)
     limit 1`,
    [tx.workspaceId, codes, phone, at],
  );
  return waiting;
}

/** The words that they agreed to are those that they were shown, not those of now. */
async function confirm(tx: Tx, parts: Answering, message: HeardMessage, waiting: Waiting): Promise<void> {
  const point = await getEntryPoint(tx, waiting.entryPointId);
  const notice = await findApprovedWords(tx, { workspaceId: tx.workspaceId, ...waiting.shown });
  const { submissionId, entryPointId, purposes } = waiting;
  const { contactId } = message;
  const settled = { submissionId, entryPointId, kind: point.kind, contactId, state: 'accepted' as const };
  if (notice === null || !(await settleSubmission(tx, settled))) return;
  const evidence = { ...waiting.evidence, ...evidenceOf(message), submissionId, confirmed: 'in the chat' };
  await grantFor(tx, [{ point, notice, purposes, contactId, at: message.at, source: point.kind, evidence }]);
  await thank(tx, parts, message, { submissionId, point, notice, purposes });
}

/** By its code wherever it is written; by a word on the number that the word belongs to. */
async function findNamed(
  tx: Tx,
  { numberId, at }: HeardMessage,
  { codes, keyword }: Said,
): Promise<EntryPoint | undefined> {
  const [point] = await tx.sql<EntryPoint>(
    `select ${entryPointColumns} from ${entryPointTables}
     where p.workspace_id = $1 and p.kind in ('counter', 'click_to_whatsapp', 'keyword') and p.created_at <= $5
       and (p.code = any($2) or p.active and p.number_id = $3 and p.keywords @> array[$4::text])
     order by p.code = any($2) desc limit 1`,
    [tx.workspaceId, codes, numberId, keyword, at],
  );
  return point;
}

async function takeOptIn(tx: Tx, parts: Answering, message: HeardMessage, point: EntryPoint): Promise<void> {
  const { contactId, at, messageId } = message;
  const originKey = `message ${messageId}`;
  const evidence = evidenceOf(message);
  const language = message.language ?? point.language;
  const notice = await noticeOf(tx, point, language);
  const { purposes } = point;
  const refused = async (reason: SubmissionRefusal): Promise<void> => {
    const refusal = {
      point,
      at,
      state: 'refused' as const,
      reason,
      contactId,
      purposes,
      language,
      evidence,
      originKey,
    };
    await storeSubmissions(tx, [refusal]);
  };
  if (!point.active) return refused('switched_off');
  if (notice === null) return refused('no_notice');
  if (await isRepeated(tx, point, contactId, at)) return refused('repeated');
  if (point.doubleOptIn) return ask(tx, parts.sending, { point, notice, contactId, at, evidence, originKey });
  const attempt = { point, at, state: 'accepted' as const, contactId, purposes, evidence, originKey };
  const [submissionId] = await storeSubmissions(tx, [{ ...attempt, language: notice.language }]);
  if (!submissionId) return;
  const proof = { ...evidence, submissionId };
  await grantFor(tx, [{ point, notice, purposes, contactId, at, source: point.kind, evidence: proof }]);
  await thank(tx, parts, message, { submissionId, point, notice, purposes });
}

async function ask(tx: Tx, sending: SendParts, question: Parameters<typeof askInChat>[2]): Promise<void> {
  const asked = await askInChat(tx, sending, question);
  if (asked?.sent.verdict !== 'refused') return;
  const { entryPointId, kind } = question.point;
  const { contactId } = question;
  const { submissionId } = asked;
  await settleSubmission(tx, {
    submissionId,
    entryPointId,
    kind,
    contactId,
    state: 'refused',
    reason: 'not_asked',
  });
}

/** Somebody who sends the same words again while they still stand has said nothing new. */
async function isRepeated(tx: Tx, point: EntryPoint, contactId: string, at: Date): Promise<boolean> {
  const rows = await tx.sql(
    `select from submissions s where s.workspace_id = $1 and s.entry_point_id = $2 and s.contact_id = $3
       and (s.state = 'waiting' and s.expires_at > $4::timestamptz
         or s.state = 'accepted' and s.at > $4::timestamptz - interval '1 day' and exists (
           select from consent_states c where c.workspace_id = $1 and c.contact_id = $3 and c.granted @> $5))`,
    [tx.workspaceId, point.entryPointId, contactId, at, point.purposes],
  );
  return rows.length > 0;
}

function evidenceOf({ messageId, text, referral }: HeardMessage): Evidence {
  const ad = referral && {
    source: plainText(referral.source_type, 40),
    adId: plainText(referral.source_id, 100),
    url: plainText(referral.source_url, 500),
    headline: plainText(referral.headline, 200),
    clickId: plainText(referral.ctwa_clid, 300),
  };
  const words = plainText(text, 500);
  return {
    messageId,
    ...(words !== undefined && { text: words }),
    ...(ad && { ad, campaign: ad.headline ?? ad.adId }),
  };
}
