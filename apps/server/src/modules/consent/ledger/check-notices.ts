import type { ApprovedText } from '../notices/current-notice.ts';
import { hashOfWords } from '../notices/hash-of-words.ts';
import type { AnyTx } from '../states.ts';
import type { Findings } from './findings.ts';

interface VersionRow {
  noticeId: string;
  version: number;
  texts: Record<string, ApprovedText>;
  termsUrl: string | null;
}

/** The words of each version hash to what was approved, and to what entries say was shown. */
export async function checkNotices(tx: AnyTx, workspaceId: string, found: Findings): Promise<void> {
  const versions = await tx.sql<VersionRow>(
    `select notice_id as "noticeId", version, texts, terms_url as "termsUrl" from consent_notice_versions where workspace_id = $1`,
    [workspaceId],
  );
  const known = new Map<string, string>();
  for (const { noticeId, version, texts, termsUrl } of versions)
    for (const [language, words] of Object.entries(texts)) {
      const hash = hashOfWords({ ...words, language, termsUrl });
      if (hash !== words.hash) found.add('notice_changed', null, noticeId);
      known.set(nameOf({ noticeId, version, language }), hash);
    }
  const named = await tx.sql<Named & { hash: string }>(
    `select distinct notice_id as "noticeId", notice_version as version, language, text_hash as hash
     from consent_entries where workspace_id = $1 and notice_id is not null`,
    [workspaceId],
  );
  for (const each of named)
    if (known.get(nameOf(each)) !== each.hash) found.add('notice_changed', null, each.noticeId);
}

interface Named {
  noticeId: string;
  version: number;
  language: string;
}

const nameOf = ({ noticeId, version, language }: Named): string => `${noticeId} ${version} ${language}`;
