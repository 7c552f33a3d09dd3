import type { TemplateContent } from '@trikon/contract';
import { templateProblems } from '@trikon/contract/template-rules';
import type { Tx } from '../../../platform/db/index.ts';
import { keyOfActor } from '../families/actors.ts';

export interface DraftRow {
  variantId: string;
  content: TemplateContent;
  problemCount: number;
  basedOn: string | null;
  updatedAt: Date;
  updatedBy: string;
}

export const draftsOf = (tx: Tx, variantIds: readonly string[]): Promise<DraftRow[]> =>
  tx.sql<DraftRow>(
    `select variant_id as "variantId", content, problem_count as "problemCount", based_on as "basedOn",
       updated_at as "updatedAt", updated_by as "updatedBy"
     from template_drafts where workspace_id = $1 and variant_id = any($2::uuid[])`,
    [tx.workspaceId, variantIds],
  );

interface NewDraft {
  variantId: string;
  content: TemplateContent;
  basedOn: string | null;
}

/** Many at once, of one category. */
export async function writeDrafts(tx: Tx, drafts: readonly NewDraft[], category: string): Promise<void> {
  const rows = drafts.map((draft) => ({
    ...draft,
    problemCount: templateProblems(draft.content, category).length,
  }));
  await tx.sql(
    `insert into template_drafts (workspace_id, variant_id, content, problem_count, based_on, updated_at, updated_by)
     select $1, "variantId", content, "problemCount", "basedOn", $3, $4
     from jsonb_to_recordset($2::jsonb) as row ("variantId" uuid, content jsonb, "problemCount" integer, "basedOn" uuid)
     on conflict (workspace_id, variant_id) do update set content = excluded.content,
       problem_count = excluded.problem_count, updated_at = $3, updated_by = $4`,
    [tx.workspaceId, JSON.stringify(rows), tx.now, keyOfActor(tx.actor)],
  );
}

/** Every change of a draft counts its revision up, and so does its end: an older one never fits again. */
export async function nextRevision(tx: Tx, variantId: string): Promise<void> {
  await tx.sql(
    `update template_variants set revision = revision + 1 where workspace_id = $1 and variant_id = $2`,
    [tx.workspaceId, variantId],
  );
}

export async function dropDraft(tx: Tx, variantId: string): Promise<void> {
  await tx.sql(`delete from template_drafts where workspace_id = $1 and variant_id = $2`, [
    tx.workspaceId,
    variantId,
  ]);
  await nextRevision(tx, variantId);
}
