import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';

/** Something that would break without a template. */
export interface TemplateUse {
  kind: string;
  id: string | null;
  name: string | null;
  count: number;
  templateId: string;
}

/** Who uses these templates; modules above hand theirs in at the wiring. */
export type FindUses = (tx: Tx, templateIds: readonly string[]) => Promise<TemplateUse[]>;

export async function usesOf(
  tx: Tx,
  finders: readonly FindUses[],
  { familyId, variantId }: { familyId: string; variantId?: string },
): Promise<TemplateUse[]> {
  const rows = await tx.sql<{ templateId: string }>(
    `select template_id as "templateId" from template_links join template_variants using (workspace_id, variant_id)
     where workspace_id = $1 and family_id = $2 and ($3::uuid is null or variant_id = $3)`,
    [tx.workspaceId, familyId, variantId ?? null],
  );
  const templateIds = rows.map(({ templateId }) => templateId);
  const all: TemplateUse[] = [];
  for (const find of finders) all.push(...(await find(tx, templateIds)));
  return all;
}

export function refuseWhileUsed(uses: readonly TemplateUse[]): void {
  if (uses.length === 0) return;
  const names = uses.map(({ kind, name, count }) => `${name ?? kind} (${count})`).join(', ');
  throw new Refusal('conflict', `It is still in use: ${names}. Stop or wait for that first.`, {
    details: { uses },
  });
}
