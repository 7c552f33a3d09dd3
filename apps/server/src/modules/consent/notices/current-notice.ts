import type { AnyTx } from '../states.ts';
import { nearestLanguage } from './nearest-language.ts';
import type { PurposeTexts } from './built-in-words.ts';

/** What people are shown, in one language. */
export interface NoticeShown {
  noticeId: string;
  version: number;
  language: string;
  heading: string;
  body: string;
  agree: string;
  termsUrl: string | null;
  purposes: { purpose: string; name: string; explanation: string }[];
  /** Of the words, the purposes and the terms, as entries keep it. */
  hash: string;
}

export interface ApprovedText {
  heading: string;
  body: string;
  agree: string;
  purposes: PurposeTexts;
  hash: string;
}

interface VersionRow {
  noticeId: string;
  version: number;
  texts: Record<string, ApprovedText>;
  termsUrl: string | null;
}

const columns = `version.notice_id as "noticeId", version.version, version.texts, version.terms_url as "termsUrl"`;

/**
 * The approved words for exactly these purposes, in this language or the nearest there is; null when nothing was
 * approved for them, and then nobody may be asked. Of several notices the one that was approved last.
 */
export async function currentNotice(
  tx: AnyTx,
  asked: { workspaceId: string; purposes: readonly string[]; language: string },
): Promise<NoticeShown | null> {
  const [row] = await tx.sql<VersionRow>(
    `select ${columns} from consent_notices notice
     join consent_notice_versions version on version.workspace_id = notice.workspace_id
       and version.notice_id = notice.notice_id and version.version = notice.current_version
     where notice.workspace_id = $1 and notice.purposes = $2
     order by version.approved_at desc, notice.notice_id desc limit 1`,
    [asked.workspaceId, [...new Set(asked.purposes)].sort()],
  );
  return row === undefined ? null : inLanguage(row, asked.language);
}

/** The words of one approved version, the one in force or an older one; null when there is none such. */
export async function findApprovedWords(
  tx: AnyTx,
  asked: { workspaceId: string; noticeId: string; version: number; language?: string | undefined },
): Promise<NoticeShown | null> {
  const [row] = await tx.sql<VersionRow>(
    `select ${columns} from consent_notice_versions version
     where workspace_id = $1 and notice_id = $2 and version = $3`,
    [asked.workspaceId, asked.noticeId, asked.version],
  );
  return row === undefined ? null : inLanguage(row, asked.language ?? 'en');
}

function inLanguage({ texts, ...row }: VersionRow, wanted: string): NoticeShown {
  const language = nearestLanguage(Object.keys(texts), wanted);
  const { purposes, ...words } = texts[language]!;
  return {
    ...row,
    ...words,
    language,
    purposes: Object.entries(purposes).map(([purpose, named]) => ({ purpose, ...named })),
  };
}
