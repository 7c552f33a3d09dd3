import type { Tx } from '../../../platform/db/index.ts';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import type { AnyTx } from '../template-row.ts';

export interface FamilyRow {
  familyId: string;
  name: string;
  category: string;
  purpose: string | null;
  ownerId: string | null;
  note: string | null;
  accountIds: string[];
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  retiredAt: Date | null;
}

export const familyColumns = `family.family_id as "familyId", family.name, family.category, family.purpose,
  family.owner_id as "ownerId", family.note, family.account_ids as "accountIds", family.created_at as "createdAt",
  family.created_by as "createdBy", family.updated_at as "updatedAt", family.retired_at as "retiredAt"`;

/** Whoever changes something of a family holds it, so that two people do not decide at once. */
export async function lockFamily(tx: AnyTx & Pick<Tx, 'workspaceId'>, familyId: string): Promise<FamilyRow> {
  const [row] = await tx.sql<FamilyRow>(
    `select ${familyColumns} from template_families as family where workspace_id = $1 and family_id = $2
     for no key update`,
    [tx.workspaceId, familyId],
  );
  if (row === undefined) throw notFound('template');
  return row;
}

export interface VariantRow {
  variantId: string;
  familyId: string;
  language: string;
  metaName: string;
  revision: number;
}

export const variantColumns = `variant.variant_id as "variantId", variant.family_id as "familyId", variant.language,
  variant.meta_name as "metaName", variant.revision`;

/** The language with its family, both held. */
export async function lockVariant(
  tx: Tx,
  variantId: string,
): Promise<{ variant: VariantRow; family: FamilyRow }> {
  const variant = await findVariant(tx, variantId);
  const family = await lockFamily(tx, variant.familyId);
  // It may have changed while its family was waited for.
  return { family, variant: await findVariant(tx, variantId) };
}

export async function findVariant(tx: Tx, variantId: string): Promise<VariantRow> {
  const [variant] = await tx.sql<VariantRow>(
    `select ${variantColumns} from template_variants as variant where workspace_id = $1 and variant_id = $2`,
    [tx.workspaceId, variantId],
  );
  if (variant === undefined) throw notFound('language of a template');
  return variant;
}

export function refuseRetired({ retiredAt, name }: FamilyRow): void {
  if (retiredAt !== null) throw new Refusal('conflict', `${name} is retired. Restore it first.`);
}

export async function touchFamily(tx: Tx, familyId: string): Promise<void> {
  await tx.sql(`update template_families set updated_at = $3 where workspace_id = $1 and family_id = $2`, [
    tx.workspaceId,
    familyId,
    tx.now,
  ]);
}
