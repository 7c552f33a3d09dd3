import type { Tx } from '../../../platform/db/index.ts';
import { entryText, lineOf, origin, timeSql } from '../ledger/chain.ts';
import type { ApprovedText } from '../notices/current-notice.ts';
import { hashOfWords } from '../notices/hash-of-words.ts';
import {
  entryColumns,
  entryRelations,
  ofPerson,
  shownEntry,
  type EntryRow,
  type ShownEntry,
} from '../read.ts';

export interface ProvedEntry extends ShownEntry {
  words: (Omit<ApprovedText, 'hash'> & { intact: boolean }) | null;
  actorName: string | null;
  line: string | null;
  previousHash: string | null;
}

interface ProvedRow extends EntryRow {
  approved: ApprovedText | null;
  approvedTerms: string | null;
  actorName: string | null;
  entryText: string;
  sealedText: string | null;
  previousHash: string | null;
}

const mostShown = 500;

/** Everything that was recorded of a person, with the words that they were shown and what each hash was made of. */
export async function readProvedEntries(
  tx: Tx,
  contactId: string,
): Promise<{ entries: ProvedEntry[]; more: boolean }> {
  const rows = await tx.sql<ProvedRow>(
    `select ${entryColumns}, version.texts -> entry.language as approved, version.terms_url as "approvedTerms",
       member.name as "actorName", ${entryText} as "entryText", ${timeSql('seal.sealed_at')} as "sealedText",
       encode(previous.hash, 'hex') as "previousHash"
     from ${entryRelations}
     left join consent_notice_versions version on version.workspace_id = entry.workspace_id
       and version.notice_id = entry.notice_id and version.version = entry.notice_version
     left join consent_seals previous on previous.workspace_id = entry.workspace_id and previous.seq = seal.seq - 1
     left join members member on member.workspace_id = entry.workspace_id and entry.actor_kind = 'user'
       and member.user_id::text = entry.actor_id
     where entry.workspace_id = $1 and ${ofPerson}
     order by entry.at desc, entry.entry_id desc limit $3`,
    [tx.workspaceId, contactId, mostShown + 1],
  );
  return {
    entries: rows.slice(0, mostShown).map((row) => proved(tx.workspaceId, row)),
    more: rows.length > mostShown,
  };
}

function proved(
  workspaceId: string,
  { approved, approvedTerms, actorName, entryText: entry, sealedText, previousHash, ...row }: ProvedRow,
): ProvedEntry {
  const shown = shownEntry(row);
  const { seal } = shown;
  return {
    ...shown,
    words: approved && wordsOf(approved, { shown, termsUrl: approvedTerms }),
    actorName,
    line:
      seal && sealedText !== null
        ? lineOf(workspaceId, { seq: seal.seq, sealedAt: sealedText, entry })
        : null,
    previousHash: seal && (previousHash ?? origin),
  };
}

function wordsOf(
  { hash: _hash, ...words }: ApprovedText,
  { shown, termsUrl }: { shown: ShownEntry; termsUrl: string | null },
): ProvedEntry['words'] {
  const hash = hashOfWords({ ...words, language: shown.language ?? '', termsUrl });
  return { ...words, intact: hash === shown.notice?.textHash };
}
