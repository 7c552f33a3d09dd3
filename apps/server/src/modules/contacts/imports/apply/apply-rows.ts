import type { ImportPlan } from '@trikon/contract';
import type { Tx } from '../../../../platform/db/index.ts';
import { publishIn, type Fact } from '../../../../platform/events/index.ts';
import { Refusal } from '../../../../platform/errors/index.ts';
import type { ImportedConsent, ImportParts } from '../import-parts.ts';
import type { ImportRow, RowProblem } from '../rows/read-row.ts';
import { tagsNamed } from './ground.ts';
import { changedNames, withChanges, type Changes } from './merge-row.ts';
import { sortRows, type TaggedRow } from './sort-rows.ts';
import { insertContacts, writeKnown } from './write-contacts.ts';

export interface Applied {
  /** Also of a preview, which has no ids. */
  createdCount: number;
  created: string[];
  changed: Changes[];
  unchanged: number;
  consents: ImportedConsent[];
  consentsHeld: number;
  problems: RowProblem[];
}

interface Applying {
  plan: ImportPlan;
  fileName: string;
}

const mostTries = 4;

/** Brings in the rows of a chunk: a handful of statements, however many rows. */
export async function applyRows(
  tx: Tx,
  parts: ImportParts,
  rows: readonly ImportRow[],
  { plan, fileName }: Applying,
): Promise<Applied> {
  const tagOf = await tagsNamed(tx, new Set(rows.flatMap(({ tags }) => tags)));
  const tagIds = await tagsThatAreThere(tx, plan.tagIds);
  const tagged = rows.map((row) => ({ ...row, tagIds: [...new Set([...tagIds, ...row.tags.map(tagOf)])] }));
  const applied: Applied = {
    createdCount: 0,
    created: [],
    changed: [],
    unchanged: 0,
    consents: [],
    consentsHeld: 0,
    problems: [],
  };
  const said: { row: TaggedRow; contactId: string; isNew: boolean }[] = [];
  let left: readonly TaggedRow[] = tagged;
  for (let tries = 0; left.length > 0; tries++) {
    if (tries === mostTries)
      throw new Refusal('unavailable', 'Others are adding the same contacts. This is tried again.');
    const { fresh, changed, unchanged, problems } = await sortRows(tx, parts.db, left, { plan, hold: true });
    const created = await insertContacts(tx, fresh);
    await writeKnown(
      tx,
      changed.map(({ contact, changes }) => withChanges(contact, changes)),
    );
    applied.created.push(...created.values());
    applied.createdCount = applied.created.length;
    applied.changed.push(...changed.map(({ changes }) => changes));
    applied.unchanged += unchanged.length;
    applied.problems.push(...problems);
    for (const { row, contact } of [...changed, ...unchanged])
      said.push({ row, contactId: contact.contactId, isNew: false });
    for (const row of fresh) {
      const contactId = created.get(row.phone);
      if (contactId !== undefined) said.push({ row, contactId, isNew: true });
    }
    // Whose phone somebody else took a moment ago is there now.
    left = fresh.filter(({ phone }) => !created.has(phone));
  }
  const consents = said.flatMap(({ row, contactId, isNew }) =>
    row.consents
      .filter(({ granted }) => isNew || !granted || plan.policy !== 'skip')
      .map(({ purpose, granted }): ImportedConsent => ({
        contactId,
        purpose,
        kind: granted ? 'granted' : 'withdrawn',
        at: tx.now,
        evidence: { file: fileName, row: row.row, text: plan.wording },
      })),
  );
  if (consents.length > 0) applied.consents = await parts.recordConsent(tx, consents);
  applied.consentsHeld = consents.length - applied.consents.length;
  await tellHistory(tx, applied);
  return applied;
}

async function tagsThatAreThere(tx: Tx, tagIds: readonly string[]): Promise<string[]> {
  if (tagIds.length === 0) return [];
  const rows = await tx.sql<{ tagId: string }>(
    `select tag_id as "tagId" from contact_tags where workspace_id = $1 and tag_id = any($2::uuid[])`,
    [tx.workspaceId, tagIds],
  );
  return rows.map(({ tagId }) => tagId);
}

async function tellHistory(tx: Tx, { created, changed }: Applied): Promise<void> {
  const { workspaceId } = tx;
  const facts: (Fact & { workspaceId: string })[] = [
    ...created.map((contactId) => ({
      type: 'contact.created' as const,
      workspaceId,
      contactId,
      data: { source: 'import' },
    })),
    ...changed.map((changes) => ({
      type: 'contact.updated' as const,
      workspaceId,
      contactId: changes.contactId,
      data: { changed: changedNames(changes) },
    })),
  ];
  await publishIn(tx, facts);
}
