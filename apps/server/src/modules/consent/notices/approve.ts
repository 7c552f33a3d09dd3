import { builtInRoles, type BuiltInRole } from '@trikon/contract';
import type { Actor, Tx } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import type { PurposeTexts } from './built-in-words.ts';
import type { ApprovedText } from './current-notice.ts';
import { lockNotice } from './drafts.ts';
import { hashOfWords } from './hash-of-words.ts';
import { nearestLanguage } from './nearest-language.ts';
import { listPurposes, type ShownPurpose } from './purposes.ts';

interface Draft {
  version: number;
  texts: Record<string, Pick<ApprovedText, 'heading' | 'body' | 'agree'>>;
  termsUrl: string | null;
  authors: Actor[];
  purposes: string[];
}

/** From now on people are shown it, word for word and for good. */
export async function approveNotice(
  tx: Tx,
  { noticeId, version }: { noticeId: string; version: number },
): Promise<void> {
  const name = await lockNotice(tx, noticeId);
  const draft = await readDraft(tx, noticeId);
  if (draft === null || draft.version !== version)
    throw new Refusal('conflict', 'There is no draft of that version any more. Look at the notice again.');
  if (isAuthor(draft.authors, tx.actor.id) && (await othersMayApprove(tx)))
    throw new Refusal('forbidden', 'You wrote at this version, so somebody else has to approve it.');
  const known = await listPurposes(tx, tx.workspaceId);
  const texts = Object.fromEntries(
    Object.entries(draft.texts).map(([language, words]) => {
      const purposes = purposesInWords(known, draft.purposes, language);
      const text = { ...words, purposes };
      return [language, { ...text, hash: hashOfWords({ language, termsUrl: draft.termsUrl, ...text }) }];
    }),
  );
  await keep(tx, noticeId, version, texts);
  await publish(tx, { type: 'notice.changed', data: { noticeId, name, version, what: 'approved' } });
}

async function keep(
  tx: Tx,
  noticeId: string,
  version: number,
  texts: Record<string, ApprovedText>,
): Promise<void> {
  await tx.sql(
    `with draft as (delete from consent_notice_drafts where workspace_id = $1 and notice_id = $2 returning *)
     insert into consent_notice_versions (workspace_id, notice_id, version, texts, terms_url, note, authors, edited_at,
       approved_by, approved_at)
     select workspace_id, notice_id, version, $3, terms_url, note, authors, edited_at, $4, $5 from draft`,
    [tx.workspaceId, noticeId, JSON.stringify(texts), tx.actor.id, tx.now],
  );
  await tx.sql(
    `update consent_notices set current_version = $3, retired_at = null where workspace_id = $1 and notice_id = $2`,
    [tx.workspaceId, noticeId, version],
  );
}

export async function retireNotice(tx: Tx, noticeId: string): Promise<void> {
  const name = await lockNotice(tx, noticeId);
  const [row] = await tx.sql<{ version: number }>(
    `update consent_notices notice set current_version = null, retired_at = $3
     from consent_notices before where before.workspace_id = $1 and before.notice_id = $2
       and notice.workspace_id = $1 and notice.notice_id = $2 and notice.current_version is not null
     returning before.current_version as version`,
    [tx.workspaceId, noticeId, tx.now],
  );
  if (row === undefined) throw new Refusal('conflict', 'Nobody is shown this notice.');
  await publish(tx, {
    type: 'notice.changed',
    data: { noticeId, name, version: row.version, what: 'retired' },
  });
}

async function readDraft(tx: Tx, noticeId: string): Promise<Draft | null> {
  const [draft] = await tx.sql<Draft>(
    `select version, texts, terms_url as "termsUrl", authors, purposes from consent_notice_drafts
     join consent_notices using (workspace_id, notice_id) where workspace_id = $1 and notice_id = $2`,
    [tx.workspaceId, noticeId],
  );
  return draft ?? null;
}

export const isAuthor = (authors: readonly Actor[], id: string): boolean =>
  authors.some((author) => author.id === id);

/** In a shop of one person that person approves; the history says so. */
export async function othersMayApprove(tx: Tx): Promise<boolean> {
  const [row] = await tx.sql<{ others: boolean }>(
    `select exists (
       select from members left join roles using (workspace_id, role_id)
       where workspace_id = $1 and user_id <> $2::uuid
         and (role = any($3) or 'consent.approve' = any(roles.permissions))) as others`,
    [tx.workspaceId, tx.actor.id, rolesThatApprove],
  );
  return row!.others;
}

const rolesThatApprove = (Object.keys(builtInRoles) as BuiltInRole[]).filter((role) =>
  (builtInRoles[role] as readonly string[]).includes('consent.approve'),
);

/** Kept with the version: a purpose that is renamed later was agreed to under its name of today. */
export function purposesInWords(
  known: readonly ShownPurpose[],
  purposes: readonly string[],
  language: string,
): PurposeTexts {
  return Object.fromEntries(
    purposes.map((purpose) => {
      const texts = known.find((each) => each.purpose === purpose)?.texts;
      if (texts === undefined)
        throw invalidField('purposes', 'unknown_purpose', `There is no purpose ${purpose} any more.`);
      return [purpose, texts[nearestLanguage(Object.keys(texts), language)]!];
    }),
  );
}
