import type { NoticeShown } from '../consent/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { normalisePhone, resolveContacts } from '../contacts/index.ts';
import type { CaptureParts } from './capture-parts.ts';
import { newConfirmCode } from './codes.ts';
import { chatUrlOf } from './entry-point.ts';
import type { PublicEntryPoint } from './find-by-code.ts';
import { readFormToken } from './form-token.ts';
import { grantFor, type Evidence } from './grant.ts';
import { noticeOf } from './notice.ts';
import { storeSubmissions, type SubmissionRefusal } from './store-submissions.ts';
import { fill, wordsIn } from './words/words-in.ts';

/** What somebody sent from a page or from a form on a website. */
export interface Form {
  token: string;
  /** `page`, or the origin of the website. */
  via: string;
  phone: string;
  purposes: readonly string[];
  language: string;
  /** A field that no person sees. */
  trap: string;
  evidence: Evidence;
  /** Looks at everything and keeps nothing. */
  isTest: boolean;
}

export type FormOutcome =
  | { state: 'accepted'; language: string }
  /** Until the message with its code comes, which this address has ready. */
  | { state: 'waiting'; language: string; chatUrl: string | null }
  | { state: 'refused'; reason: SubmissionRefusal };

const confirmHours = 48;
const mostADay = 5;
const hour = 3_600_000;

const actor = { kind: 'system', id: 'capture.forms' } as const;

/** Takes a form in: everything that follows from it in one transaction, or nothing. */
export const takeForm = (parts: CaptureParts, point: PublicEntryPoint, form: Form): Promise<FormOutcome> =>
  parts.db.inWorkspace({ workspaceId: point.workspaceId, actor }, (tx) => takeIn(tx, parts, point, form));

async function takeIn(
  tx: Tx,
  parts: CaptureParts,
  point: PublicEntryPoint,
  form: Form,
): Promise<FormOutcome> {
  const read = readFormToken(
    parts.formKey,
    { entryPointId: point.entryPointId, via: form.via },
    form.token,
    tx.now,
  );
  const phone = normalisePhone(form.phone.slice(0, 60), point.country);
  const purposes = point.purposes.filter((purpose) => form.purposes.includes(purpose));
  const notice = await noticeOf(tx, point, form.language);
  if (!point.active) return refused('switched_off');
  if (typeof read === 'string') return refused('forged');
  if (form.trap !== '') return refused('robot');
  if (notice === null) return refused('no_notice');
  if (phone === null) return refused('phone');
  if (purposes.length === 0) return refused('nothing_chosen');
  if (await isTooOften(tx, phone.phone)) return refused('too_often');
  if (form.isTest) return shownOutcome(point, notice.language, newConfirmCode());
  const given = { point, notice, purposes, phone, form, nonce: read.nonce };
  const outcome = point.doubleOptIn ? await wait(tx, given) : await accept(tx, parts, given);
  return outcome ?? refused('replayed');
}

interface Given {
  point: PublicEntryPoint;
  notice: NoticeShown;
  purposes: string[];
  phone: { phone: string; country: string | null };
  form: Form;
  nonce: string;
}

/** Null for a form that was sent before. */
async function wait(tx: Tx, given: Given): Promise<FormOutcome | null> {
  const confirmCode = newConfirmCode();
  const expiresAt = new Date(tx.now.getTime() + confirmHours * hour);
  const { phone } = given.phone;
  const waiting = { ...submissionOf(tx, given), state: 'waiting' as const, phone, confirmCode, expiresAt };
  const [submissionId] = await storeSubmissions(tx, [waiting]);
  return submissionId === null ? null : shownOutcome(given.point, given.notice.language, confirmCode);
}

async function accept(tx: Tx, parts: CaptureParts, given: Given): Promise<FormOutcome | null> {
  const { phone } = given.phone;
  const seen = { workspaceId: tx.workspaceId, phone, at: tx.now, source: 'opt-in' };
  const [contact] = await resolveContacts(tx, parts.contacts, [seen]);
  const contactId = contact!.contactId;
  const accepted = { ...submissionOf(tx, given), state: 'accepted' as const, contactId };
  const [submissionId] = await storeSubmissions(tx, [accepted]);
  if (submissionId === null || submissionId === undefined) return null;
  const { point, notice, purposes } = given;
  const evidence = { ...accepted.evidence, submissionId };
  await grantFor(tx, [{ point, notice, purposes, contactId, at: tx.now, source: point.kind, evidence }]);
  return { state: 'accepted', language: notice.language };
}

const submissionOf = (tx: Tx, { point, notice, purposes, phone, form, nonce }: Given) => ({
  point,
  at: tx.now,
  purposes,
  language: notice.language,
  evidence: {
    ...form.evidence,
    ...(phone.country !== null && { country: phone.country }),
  },
  notice,
  originKey: `form ${nonce}`,
});

/** As if everything had been kept, for whoever only tries it. */
function shownOutcome(point: PublicEntryPoint, language: string, confirmCode: string): FormOutcome {
  if (!point.doubleOptIn) return { state: 'accepted', language };
  const text = `${fill(wordsIn(language).yesIAgree, point.brand)} (${confirmCode})`;
  return { state: 'waiting', language, chatUrl: chatUrlOf(point.phone, text) };
}

async function isTooOften(tx: Tx, phone: string): Promise<boolean> {
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from submissions s
     where s.workspace_id = $1 and s.at > $3 and s.state in ('accepted', 'waiting') and (s.phone = $2 or s.contact_id in (
       select contact_id from contact_identities
       where workspace_id = $1 and kind = 'phone' and value = $2 and ended_at is null))`,
    [tx.workspaceId, phone, new Date(tx.now.getTime() - 24 * hour)],
  );
  return row!.count >= mostADay;
}

const refused = (reason: SubmissionRefusal): FormOutcome => ({ state: 'refused', reason });

/** Of a refused attempt is kept that it was made, and from where; not the number, which may be anybody's. */
export async function keepRefusal(
  { db }: CaptureParts,
  point: PublicEntryPoint,
  { evidence, language }: Pick<Form, 'evidence' | 'language'>,
  reason: SubmissionRefusal,
): Promise<void> {
  await db.inWorkspace({ workspaceId: point.workspaceId, actor }, async (tx) => {
    const attempt = {
      point,
      at: tx.now,
      state: 'refused' as const,
      reason,
      purposes: [],
      language,
      evidence,
    };
    await storeSubmissions(tx, [attempt]);
  });
}
