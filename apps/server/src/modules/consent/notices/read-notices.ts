import type { Actor, Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/http/index.ts';
import { isAuthor, othersMayApprove, purposesInWords } from './approve.ts';
import type { ApprovedText } from './current-notice.ts';
import { listPurposes } from './purposes.ts';

interface NoticeInList {
  noticeId: string;
  name: string;
  purposes: string[];
  currentVersion: number | null;
  draftVersion: number | null;
  languages: string[];
  createdAt: Date;
  retiredAt: Date | null;
}

interface ShownVersion {
  version: number;
  state: 'draft' | 'approved' | 'retired';
  texts: Record<string, Omit<ApprovedText, 'hash'> & { hash: string | null }>;
  termsUrl: string | null;
  note: string | null;
  authors: Actor[];
  editedAt: Date;
  approvedBy: Actor | null;
  approvedAt: Date | null;
  entries: number;
}

interface ShownNotice extends NoticeInList {
  versions: ShownVersion[];
  approval: 'allowed' | 'author' | 'not_permitted' | 'no_draft';
}

const inList = `
  select notice.notice_id as "noticeId", notice.name, notice.purposes, notice.current_version as "currentVersion",
    draft.version as "draftVersion", notice.created_at as "createdAt", notice.retired_at as "retiredAt",
    (select coalesce(array_agg(language order by language), '{}')
     from jsonb_object_keys(coalesce(current.texts, draft.texts, '{}')) as language) as languages
  from consent_notices notice
  left join consent_notice_drafts draft using (workspace_id, notice_id)
  left join consent_notice_versions current on current.workspace_id = notice.workspace_id
    and current.notice_id = notice.notice_id and current.version = notice.current_version`;

/** What people are shown first, then what is being written, then what is past. */
export async function listNotices(tx: Tx): Promise<{ items: NoticeInList[] }> {
  const items = await tx.sql<NoticeInList>(
    `${inList} where notice.workspace_id = $1
     order by notice.retired_at is not null, notice.current_version is null, lower(notice.name), notice.notice_id`,
    [tx.workspaceId],
  );
  return { items };
}

export async function getNotice(tx: Tx, noticeId: string, caller: Caller): Promise<ShownNotice> {
  const [notice] = await tx.sql<NoticeInList>(
    `${inList} where notice.workspace_id = $1 and notice.notice_id = $2`,
    [tx.workspaceId, noticeId],
  );
  if (notice === undefined) throw notFound('notice');
  const versions = await readVersions(tx, notice);
  return { ...notice, versions, approval: await approvalBy(tx, caller, versions[0]) };
}

async function readVersions(tx: Tx, notice: NoticeInList): Promise<ShownVersion[]> {
  const rows = await tx.sql<ShownVersion>(
    `select version, 'draft' as state, texts, terms_url as "termsUrl", note, authors, edited_at as "editedAt",
       null as "approvedBy", null::timestamptz as "approvedAt", 0 as entries
     from consent_notice_drafts where workspace_id = $1 and notice_id = $2
     union all
     select version, case when version = $3 then 'approved' else 'retired' end, texts, terms_url, note, authors, edited_at,
       jsonb_build_object('kind', 'user', 'id', approved_by), approved_at,
       (select count(*)::float8 from consent_entries entry where entry.workspace_id = $1 and entry.notice_id = $2
          and entry.notice_version = kept.version)
     from consent_notice_versions kept where workspace_id = $1 and notice_id = $2
     order by version desc`,
    [tx.workspaceId, notice.noticeId, notice.currentVersion],
  );
  const known = await listPurposes(tx, tx.workspaceId);
  return rows.map((row) =>
    row.state !== 'draft'
      ? row
      : {
          ...row,
          texts: Object.fromEntries(
            Object.entries(row.texts).map(([language, words]) => [
              language,
              { ...words, purposes: purposesInWords(known, notice.purposes, language), hash: null },
            ]),
          ),
        },
  );
}

async function approvalBy(
  tx: Tx,
  caller: Caller,
  newest: ShownVersion | undefined,
): Promise<ShownNotice['approval']> {
  if (newest?.state !== 'draft') return 'no_draft';
  if (caller.kind === 'key' || !caller.permissions.has('consent.approve')) return 'not_permitted';
  return isAuthor(newest.authors, caller.id) && (await othersMayApprove(tx)) ? 'author' : 'allowed';
}
