import { templateContent, type TemplateContent } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { showContent } from '../content/shown-content.ts';
import { namesOfActors, shownActor } from '../families/actors.ts';
import {
  findVariant,
  lockVariant,
  refuseRetired,
  touchFamily,
  type FamilyRow,
  type VariantRow,
} from '../families/family-row.ts';
import { versionsOf, type VersionRow } from '../versions/version-row.ts';
import { draftsOf, dropDraft, nextRevision, writeDrafts, type DraftRow } from './draft-row.ts';

export const emptyContent = (category: string): TemplateContent =>
  templateContent.parse({
    components:
      category === 'AUTHENTICATION'
        ? [
            { type: 'BODY', text: '', add_security_recommendation: true },
            { type: 'FOOTER', text: '', code_expiration_minutes: 10 },
            { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
          ]
        : [{ type: 'BODY', text: '' }],
  });

/** What is being written of a language; before anything is, what its newest version says. */
export async function getDraft(tx: Tx, variantId: string) {
  const variant = await findVariant(tx, variantId);
  const [family] = await tx.sql<Pick<FamilyRow, 'name' | 'category'>>(
    `select name, category from template_families where workspace_id = $1 and family_id = $2`,
    [tx.workspaceId, variant.familyId],
  );
  return showDraft(tx, variant, family!);
}

async function showDraft(tx: Tx, variant: VariantRow, family: Pick<FamilyRow, 'name' | 'category'>) {
  const { variantId, familyId, language, metaName, revision } = variant;
  const [draft] = await draftsOf(tx, [variantId]);
  const [newest] = await versionsOf(tx, [variantId]);
  const names = await namesOfActors(tx, tx.workspaceId);
  return {
    familyId,
    familyName: family.name,
    variantId,
    language,
    metaName,
    category: family.category,
    revision,
    ...sinceWhen(draft, newest),
    updatedBy: draft === undefined ? null : shownActor(draft.updatedBy, names),
    inReview: newest?.state === 'in_review',
    ...showContent(draft?.content ?? newest?.content ?? emptyContent(family.category), family.category),
  };
}

const sinceWhen = (draft: DraftRow | undefined, newest: VersionRow | undefined) =>
  draft === undefined
    ? { updatedAt: null, basedOn: newest?.versionId ?? null }
    : { updatedAt: draft.updatedAt, basedOn: draft.basedOn };

interface Saving {
  variantId: string;
  revision: number;
  content: TemplateContent;
}

export async function saveDraft(tx: Tx, { variantId, revision, content }: Saving) {
  const { variant, family } = await lockVariant(tx, variantId);
  refuseRetired(family);
  const [newest] = await versionsOf(tx, [variantId]);
  if (newest?.state === 'in_review')
    throw new Refusal('conflict', 'This is in review. Take it back from review to go on writing.');
  await refuseStale(tx, variant, revision);
  await writeDrafts(tx, [{ variantId, content, basedOn: newest?.versionId ?? null }], family.category);
  await nextRevision(tx, variantId);
  await touchFamily(tx, family.familyId);
  return showDraft(tx, { ...variant, revision: revision + 1 }, family);
}

/** Says who saved what, so that nobody writes over the other. */
export async function refuseStale(tx: Tx, { variantId, revision }: VariantRow, read: number): Promise<void> {
  if (revision === read) return;
  const [draft] = await draftsOf(tx, [variantId]);
  const by =
    draft === undefined ? null : shownActor(draft.updatedBy, await namesOfActors(tx, tx.workspaceId)).name;
  throw new Refusal(
    'conflict',
    `${by ?? 'Somebody'} has changed this since you opened it. Nothing was saved.`,
    {
      details: { reason: 'stale_revision', revision, updatedBy: by, updatedAt: draft?.updatedAt ?? null },
    },
  );
}

export async function discardDraft(tx: Tx, variantId: string): Promise<Record<string, never>> {
  const { family } = await lockVariant(tx, variantId);
  await dropDraft(tx, variantId);
  await touchFamily(tx, family.familyId);
  return {};
}
