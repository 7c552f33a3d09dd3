import type { Tx } from '../../platform/db/index.ts';
import { currentNotice, type NoticeShown } from '../consent/index.ts';

/** What is shown to people at this place, in their language or the nearest; null while nothing is approved for it. */
export const noticeOf = (
  tx: Tx,
  { purposes }: { purposes: readonly string[] },
  language: string,
): Promise<NoticeShown | null> => currentNotice(tx, { workspaceId: tx.workspaceId, purposes, language });

/** All languages of a notice that is shown. */
export async function languagesOf(tx: Tx, { noticeId, version }: NoticeShown): Promise<string[]> {
  const rows = await tx.sql<{ language: string }>(
    `select jsonb_object_keys(texts) as language from consent_notice_versions
     where workspace_id = $1 and notice_id = $2 and version = $3 order by 1`,
    [tx.workspaceId, noticeId, version],
  );
  return rows.map(({ language }) => language);
}
