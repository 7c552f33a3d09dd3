import type { familyEntries } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import type { AnyTx } from '../template-row.ts';
import { keyOfActor, namesOfActors, shownActor } from './actors.ts';
import { lockFamily } from './family-row.ts';

export type FamilyEntry = (typeof familyEntries)[number];

export interface NewEntry {
  familyId: string;
  what: FamilyEntry;
  /** Of something that may be told twice: the same id is one entry. */
  entryId?: string;
  variantId?: string | null;
  versionId?: string | null;
  accountId?: string | null;
  note?: string | null;
  before?: string | null;
  after?: string | null;
}

/** Gives back the ids of what was not known yet. */
export async function recordIn(
  tx: AnyTx,
  entries: readonly (NewEntry & { workspaceId: string })[],
): Promise<Set<string>> {
  if (entries.length === 0) return new Set();
  const rows = entries.map((entry) => ({ ...entry, entryId: entry.entryId ?? newId(tx.now) }));
  const written = await tx.sql<{ entryId: string }>(
    `insert into template_history (workspace_id, entry_id, family_id, variant_id, version_id, account_id, what, at, actor,
       note, before, after)
     select "workspaceId", "entryId", "familyId", "variantId", "versionId", "accountId", what, $2, $3, note, before, after
     from jsonb_to_recordset($1::jsonb) as entry ("workspaceId" uuid, "entryId" uuid, "familyId" uuid, "variantId" uuid,
       "versionId" uuid, "accountId" uuid, what text, note text, before text, after text)
     on conflict do nothing returning entry_id as "entryId"`,
    [JSON.stringify(rows), tx.now, keyOfActor(tx.actor)],
  );
  return new Set(written.map(({ entryId }) => entryId));
}

export const record = (tx: Tx, ...entries: NewEntry[]): Promise<unknown> =>
  recordIn(
    tx,
    entries.map((entry) => ({ ...entry, workspaceId: tx.workspaceId })),
  );

interface EntryRow {
  entryId: string;
  what: FamilyEntry;
  at: Date;
  actor: string;
  language: string | null;
  versionId: string | null;
  versionNumber: number | null;
  accountId: string | null;
  note: string | null;
  before: string | null;
  after: string | null;
}

interface Page {
  familyId: string;
  cursor?: string | undefined;
  limit: number;
}

export async function listHistory(tx: Tx, { familyId, cursor, limit }: Page) {
  const after = decodeCursor(cursor, ['time', 'uuid']);
  const rows = await tx.sql<EntryRow>(
    `select entry_id as "entryId", what, at, actor, variant.language, entry.version_id as "versionId",
       version.number as "versionNumber", account_id as "accountId", entry.note, before, after
     from template_history as entry
     left join template_variants as variant using (workspace_id, variant_id)
     left join template_versions as version on version.workspace_id = entry.workspace_id
       and version.version_id = entry.version_id
     where entry.workspace_id = $1 and entry.family_id = $2
       and ($3::timestamptz is null or (at, entry_id) < ($3, $4::uuid))
     order by at desc, entry_id desc limit $5`,
    [tx.workspaceId, familyId, ...(after ?? [null, null]), limit + 1],
  );
  const names = await namesOfActors(tx, tx.workspaceId);
  const page = pageOf(rows, limit, ({ at, entryId }) => [at.toISOString(), entryId]);
  return {
    ...page,
    items: page.items.map(({ actor, ...entry }) => ({ ...entry, by: shownActor(actor, names) })),
  };
}

interface Comment {
  familyId: string;
  versionId?: string | undefined;
  text: string;
}

export async function comment(tx: Tx, { familyId, versionId, text }: Comment): Promise<{ entryId: string }> {
  await lockFamily(tx, familyId);
  const entryId = newId(tx.now);
  const [about] = await tx.sql<{ variantId: string }>(
    `select variant_id as "variantId" from template_versions join template_variants using (workspace_id, variant_id)
     where workspace_id = $1 and version_id = $2 and family_id = $3`,
    [tx.workspaceId, versionId ?? null, familyId],
  );
  if (versionId !== undefined && about === undefined) throw notFound('version of this template');
  await record(tx, {
    entryId,
    familyId,
    what: 'commented',
    note: text,
    ...(about !== undefined && { variantId: about.variantId, versionId: versionId ?? null }),
  });
  return { entryId };
}
