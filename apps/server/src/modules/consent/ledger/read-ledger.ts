import type { Actor, Tx } from '../../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { entryColumns, entryRelations, shownEntry, type EntryRow, type ShownEntry } from '../read.ts';
import { listCheckpoints, publicPartOf } from './checkpoints.ts';
import { findingWords, type Finding } from './findings.ts';
import type { LedgerParts } from './ledger-parts.ts';

interface Standing {
  entries: number;
  waiting: number;
  oldestWaitingAt: Date | null;
  head: string | null;
  sealedAt: Date | null;
}

/** Whether the ledger is well: where it ends, what waits, what was signed, what the last check found. */
export async function getLedger(tx: Tx, { keyOf }: Pick<LedgerParts, 'keyOf'>) {
  const [standing] = await tx.sql<Standing>(
    `select coalesce(ledger.seq, 0)::float8 as entries, encode(ledger.hash, 'hex') as head,
       case when ledger.seq > 0 then ledger.sealed_at end as "sealedAt", waiting.count::float8 as waiting,
       waiting.oldest as "oldestWaitingAt"
     from (select count(*), min(entry.recorded_at) as oldest
           from consent_unsealed unsealed join consent_entries entry using (workspace_id, entry_id)
           where workspace_id = $1) waiting
     left join consent_ledgers ledger on ledger.workspace_id = $1`,
    [tx.workspaceId],
  );
  const { items: checkpoints } = await listCheckpoints(tx, { limit: 1 });
  const { items: verifications } = await listVerifications(tx, 1);
  return {
    ...standing!,
    checkpoint: checkpoints[0] ?? null,
    verification: verifications[0] ?? null,
    ...publicPartOf(keyOf(tx.workspaceId)),
  };
}

interface VerificationRow {
  verificationId: string;
  askedAt: Date;
  askedBy: Actor;
  finishedAt: Date | null;
  entries: number;
  problems: number;
  findings: Finding[];
}

export async function listVerifications(tx: Tx, limit: number, only: string | null = null) {
  const rows = await tx.sql<VerificationRow>(
    `select verification_id as "verificationId", asked_at as "askedAt",
       jsonb_build_object('kind', asked_by_kind, 'id', asked_by_id) as "askedBy", finished_at as "finishedAt",
       entries::float8 as entries, problems::float8 as problems, findings
     from consent_verifications where workspace_id = $1 and ($3::uuid is null or verification_id = $3)
     order by asked_at desc, verification_id desc limit $2`,
    [tx.workspaceId, limit, only],
  );
  return { items: rows.map((row) => ({ ...row, findings: row.findings.map(inWords) })) };
}

const inWords = (finding: Finding) => ({ ...finding, says: findingWords[finding.code] });

type ListedEntry = ShownEntry & { contactName: string | null; contactPhone: string | null };

/** Everybody's, the newest first. */
export async function listLedger(
  tx: Tx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: ListedEntry[]; nextCursor: string | null }> {
  const before = decodeCursor(cursor, ['time', 'uuid']);
  const rows = await tx.sql<EntryRow & Pick<ListedEntry, 'contactName' | 'contactPhone'>>(
    `select ${entryColumns}, coalesce(contact.name, contact.profile_name) as "contactName", contact.phone as "contactPhone"
     from ${entryRelations}
     left join contacts contact on contact.workspace_id = entry.workspace_id and contact.contact_id = entry.contact_id
     where entry.workspace_id = $1 and ($2::timestamptz is null or (entry.recorded_at, entry.entry_id) < ($2, $3::uuid))
     order by entry.recorded_at desc, entry.entry_id desc limit $4`,
    [tx.workspaceId, before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  );
  const page = pageOf(rows, limit, (row) => [row.recordedAt.toISOString(), row.entryId]);
  return {
    ...page,
    items: page.items.map(({ contactName, contactPhone, ...row }) => ({
      ...shownEntry(row),
      contactName,
      contactPhone,
    })),
  };
}
