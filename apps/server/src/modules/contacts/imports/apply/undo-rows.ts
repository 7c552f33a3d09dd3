import type { Tx } from '../../../../platform/db/index.ts';
import { publishIn, type Fact } from '../../../../platform/events/index.ts';
import type { ImportedConsent, ImportParts } from '../import-parts.ts';
import { readKnown } from './find-known.ts';
import { changedNames, withoutChanges, type Changes } from './merge-row.ts';
import { writeKnown } from './write-contacts.ts';

export interface AppliedChunk {
  created: readonly string[];
  changed: readonly Changes[];
  consents: readonly ImportedConsent[];
  appliedAt: Date;
}

/** Takes back what a chunk did, as far as nobody has built on it. */
export async function undoRows(
  tx: Tx,
  parts: ImportParts,
  { created, changed, consents, appliedAt }: AppliedChunk,
): Promise<{ deleted: number; restored: number; kept: number }> {
  await withdraw(tx, parts, consents);
  const deleted = await deleteUntouched(tx, created, appliedAt);
  const known = await readKnown(
    tx,
    changed.map(({ contactId }) => contactId),
    true,
  );
  const back = changed.flatMap((changes) => {
    const contact = known.get(changes.contactId);
    const before = contact && withoutChanges(contact, changes);
    return before ? [{ before, changes }] : [];
  });
  await writeKnown(
    tx,
    back.map(({ before }) => before),
  );
  await publishIn(
    tx,
    back.map(({ changes }): Fact & { workspaceId: string } => ({
      type: 'contact.updated',
      workspaceId: tx.workspaceId,
      contactId: changes.contactId,
      data: { changed: changedNames(changes) },
    })),
  );
  return {
    deleted,
    restored: back.length,
    kept: created.length - deleted + changed.length - back.length,
  };
}

/** Dated as the yes was: it takes that one back, and nothing that the person has said since. */
async function withdraw(tx: Tx, parts: ImportParts, consents: readonly ImportedConsent[]): Promise<void> {
  const granted = consents.filter(({ kind }) => kind === 'granted');
  if (granted.length === 0) return;
  await parts.recordConsent(
    tx,
    granted.map((consent) => ({
      ...consent,
      kind: 'withdrawn',
      at: new Date(consent.at),
      evidence: { file: consent.evidence.file, row: consent.evidence.row, undone: true },
    })),
  );
}

/** Whatever happens to a contact is in the history: who has nothing there but the import itself was touched by nobody. */
async function deleteUntouched(tx: Tx, created: readonly string[], appliedAt: Date): Promise<number> {
  if (created.length === 0) return 0;
  const gone = await tx.sql(
    `with held as (
       select contact_id from contacts
       where workspace_id = $1 and contact_id = any($2::uuid[]) and merged_into is null and updated_at = created_at
       order by contact_id for update
     )
     delete from contacts contact using held
     where contact.workspace_id = $1 and contact.contact_id = held.contact_id and not exists (
       select from events event
       where event.workspace_id = $1 and event.contact_id = contact.contact_id and event.at >= $3
         and event.type <> 'contact.created'
         and not (event.type in ('consent.granted', 'consent.withdrawn') and event.data ->> 'source' = 'import')
     )
     returning contact.contact_id`,
    [tx.workspaceId, created, appliedAt],
  );
  return gone.length;
}
