import type { Actor, Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { listPurposes } from './purposes.ts';

/** What people read, in one language. */
interface NoticeWords {
  heading: string;
  body: string;
  agree: string;
}

interface DraftInput {
  texts: Record<string, NoticeWords>;
  termsUrl: string | null;
  note: string | null;
}

export async function createNotice(
  tx: Tx,
  { name, purposes, ...draft }: DraftInput & { name: string; purposes: readonly string[] },
): Promise<string> {
  const wanted = [...new Set(purposes)].sort();
  await refuseUnknownPurposes(tx, wanted);
  const noticeId = newId(tx.now);
  await tx.sql(
    `insert into consent_notices (workspace_id, notice_id, name, purposes, created_at) values ($1, $2, $3, $4, $5)`,
    [tx.workspaceId, noticeId, name, wanted, tx.now],
  );
  await writeDraft(tx, noticeId, draft);
  await publish(tx, { type: 'notice.changed', data: { noticeId, name, version: 1, what: 'drafted' } });
  return noticeId;
}

async function refuseUnknownPurposes(tx: Tx, purposes: readonly string[]): Promise<void> {
  const known = await listPurposes(tx, tx.workspaceId);
  const offered = new Set(known.flatMap(({ purpose, archivedAt }) => (archivedAt === null ? [purpose] : [])));
  purposes.forEach((purpose, at) => {
    if (!offered.has(purpose))
      throw invalidField(`purposes.${at}`, 'unknown_purpose', `There is no purpose ${purpose} to agree to.`);
  });
}

/** Changes the draft, or begins the version after the last one. */
export async function saveDraft(
  tx: Tx,
  { noticeId, ...draft }: DraftInput & { noticeId: string },
): Promise<void> {
  const name = await lockNotice(tx, noticeId);
  const version = await writeDraft(tx, noticeId, draft);
  await publish(tx, { type: 'notice.changed', data: { noticeId, name, version, what: 'drafted' } });
}

async function writeDraft(tx: Tx, noticeId: string, { texts, termsUrl, note }: DraftInput): Promise<number> {
  const [row] = await tx.sql<{ version: number }>(
    `insert into consent_notice_drafts as draft
       (workspace_id, notice_id, version, texts, terms_url, note, authors, edited_at)
     select $1, $2, 1 + coalesce(max(version), 0), $3, $4, $5, jsonb_build_array($6::jsonb), $7
     from consent_notice_versions where workspace_id = $1 and notice_id = $2
     on conflict (workspace_id, notice_id) do update set texts = excluded.texts, terms_url = excluded.terms_url,
       note = excluded.note, edited_at = excluded.edited_at,
       authors = case when draft.authors @> excluded.authors then draft.authors else draft.authors || excluded.authors end
     returning version`,
    [tx.workspaceId, noticeId, JSON.stringify(texts), termsUrl, note, JSON.stringify(authorOf(tx)), tx.now],
  );
  return row!.version;
}

const authorOf = ({ actor: { kind, id } }: Tx): Actor => ({ kind, id });

/** A notice that was never approved leaves nothing behind. */
export async function discardDraft(tx: Tx, noticeId: string): Promise<{ removed: 'draft' | 'notice' }> {
  const name = await lockNotice(tx, noticeId);
  const [draft] = await tx.sql<{ version: number }>(
    `delete from consent_notice_drafts where workspace_id = $1 and notice_id = $2 returning version`,
    [tx.workspaceId, noticeId],
  );
  if (draft === undefined) throw notFound('draft');
  const { version } = draft;
  if (version === 1)
    await tx.sql(`delete from consent_notices where workspace_id = $1 and notice_id = $2`, [
      tx.workspaceId,
      noticeId,
    ]);
  await publish(tx, { type: 'notice.changed', data: { noticeId, name, version, what: 'discarded' } });
  return { removed: version === 1 ? 'notice' : 'draft' };
}

/** Whoever changes a notice holds it, so that a draft is not changed under the eyes of who approves it. */
export async function lockNotice(tx: Tx, noticeId: string): Promise<string> {
  const [row] = await tx.sql<{ name: string }>(
    `select name from consent_notices where workspace_id = $1 and notice_id = $2 for update`,
    [tx.workspaceId, noticeId],
  );
  if (row === undefined) throw notFound('notice');
  return row.name;
}
