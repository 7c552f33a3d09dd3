import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { refuseUnknownAccounts } from './create-family.ts';
import { lockFamily, lockVariant, touchFamily, type FamilyRow } from './family-row.ts';
import { getFamily } from './get-family.ts';
import { record, type FamilyEntry } from './history.ts';
import { refuseWhileUsed, usesOf, type FindUses } from './uses.ts';

interface Change {
  familyId: string;
  category?: string | undefined;
  purpose?: string | null | undefined;
  ownerId?: string | null | undefined;
  note?: string | null | undefined;
  accountIds?: string[] | undefined;
}

export async function updateFamily(tx: Tx, { familyId, ...change }: Change) {
  const before = await lockFamily(tx, familyId);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: FamilyRow = { ...before, ...given };
  if (after.category !== before.category) await refuseOtherCategory(tx, familyId);
  if (change.accountIds) await refuseUnknownAccounts(tx, change.accountIds);
  if (change.ownerId) await refuseStranger(tx, change.ownerId);
  await tx.sql(
    `update template_families set category = $3, purpose = $4, owner_id = $5, note = $6, account_ids = $7, updated_at = $8
     where workspace_id = $1 and family_id = $2`,
    [
      tx.workspaceId,
      familyId,
      after.category,
      after.purpose,
      after.ownerId,
      after.note,
      after.accountIds,
      tx.now,
    ],
  );
  const fields = ['category', 'purpose', 'ownerId', 'note'] as const;
  const changed = fields.filter((field) => before[field] !== after[field]);
  await record(
    tx,
    ...changed.map((field) => ({
      familyId,
      what: 'changed' as const,
      note: field,
      before: before[field],
      after: after[field],
    })),
  );
  await tell(tx, before, 'changed');
  return getFamily(tx, familyId);
}

/** All languages of a name have one category at Meta, and an approved one keeps it. */
async function refuseOtherCategory(tx: Tx, familyId: string): Promise<void> {
  const [taken] = await tx.sql(
    `select 1 from template_variants join template_versions using (workspace_id, variant_id)
     where workspace_id = $1 and family_id = $2 and state in ('in_review', 'approved') limit 1`,
    [tx.workspaceId, familyId],
  );
  if (taken !== undefined)
    throw invalidField(
      'category',
      'fixed',
      'A version of this category is in review or approved. Clone the template to make one of another category.',
    );
}

async function refuseStranger(tx: Tx, userId: string): Promise<void> {
  const [member] = await tx.sql(`select 1 from members where workspace_id = $1 and user_id = $2`, [
    tx.workspaceId,
    userId,
  ]);
  if (member === undefined)
    throw invalidField('ownerId', 'unknown', 'This person does not belong to the workspace.');
}

const tell = (tx: Tx, { familyId, name }: FamilyRow, what: FamilyEntry): Promise<void> =>
  publish(tx, { type: 'template_family.changed', data: { familyId, name, what } });

export async function retireFamily(
  tx: Tx,
  finders: readonly FindUses[],
  { familyId, note }: { familyId: string; note: string | null },
) {
  const family = await lockFamily(tx, familyId);
  if (family.retiredAt !== null) return getFamily(tx, familyId);
  refuseWhileUsed(await usesOf(tx, finders, { familyId }));
  await setRetired(tx, familyId, tx.now);
  await record(tx, { familyId, what: 'retired', note });
  await tell(tx, family, 'retired');
  return getFamily(tx, familyId);
}

export async function restoreFamily(tx: Tx, familyId: string) {
  const family = await lockFamily(tx, familyId);
  if (family.retiredAt === null) return getFamily(tx, familyId);
  await setRetired(tx, familyId, null);
  await record(tx, { familyId, what: 'restored' });
  await tell(tx, family, 'restored');
  return getFamily(tx, familyId);
}

const setRetired = (tx: Tx, familyId: string, at: Date | null): Promise<unknown> =>
  tx.sql(
    `update template_families set retired_at = $3, updated_at = $4 where workspace_id = $1 and family_id = $2`,
    [tx.workspaceId, familyId, at, tx.now],
  );

const wasThere = `exists (select 1 from template_links as link where link.workspace_id = variant.workspace_id
    and link.variant_id = variant.variant_id)
  or exists (select 1 from template_submissions as submission where submission.workspace_id = variant.workspace_id
    and submission.variant_id = variant.variant_id)`;

/** What was never at WhatsApp has sent nothing that would still refer to it. */
async function refuseOnceThere(tx: Tx, { familyId, variantId }: { familyId: string; variantId?: string }) {
  const [there] = await tx.sql(
    `select 1 from template_variants as variant
     where workspace_id = $1 and family_id = $2 and ($3::uuid is null or variant_id = $3) and (${wasThere}) limit 1`,
    [tx.workspaceId, familyId, variantId ?? null],
  );
  if (there !== undefined)
    throw new Refusal('conflict', 'WhatsApp has had this, so it is kept. Retire it instead.', {
      details: { reason: 'was_at_whatsapp' },
    });
}

export async function removeFamily(tx: Tx, familyId: string): Promise<Record<string, never>> {
  const family = await lockFamily(tx, familyId);
  await refuseOnceThere(tx, { familyId });
  await tx.sql(`delete from template_families where workspace_id = $1 and family_id = $2`, [
    tx.workspaceId,
    familyId,
  ]);
  await tell(tx, family, 'changed');
  return {};
}

export async function removeVariant(tx: Tx, variantId: string): Promise<Record<string, never>> {
  const { variant, family } = await lockVariant(tx, variantId);
  const { familyId } = family;
  await refuseOnceThere(tx, { familyId, variantId });
  const [{ count } = { count: 0 }] = await tx.sql<{ count: number }>(
    `select count(*)::integer as count from template_variants where workspace_id = $1 and family_id = $2`,
    [tx.workspaceId, familyId],
  );
  if (count < 2) throw new Refusal('conflict', 'This is its only language. Delete the template instead.');
  await tx.sql(`delete from template_variants where workspace_id = $1 and variant_id = $2`, [
    tx.workspaceId,
    variantId,
  ]);
  await touchFamily(tx, familyId);
  await record(tx, { familyId, what: 'language_removed', before: variant.language });
  await tell(tx, family, 'language_removed');
  return {};
}
