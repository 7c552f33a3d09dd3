import { templateProblems } from '@trikon/contract/template-rules';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { namesOfActors } from '../families/actors.ts';
import { lockVariant, refuseRetired, touchFamily } from '../families/family-row.ts';
import { record } from '../families/history.ts';
import { findVersion, shownVersion, versionsOf, writeVersions } from '../versions/version-row.ts';
import { differencesOf } from '../content/compare.ts';
import { sampleFileProblems, type Samples } from '../submitting/samples.ts';
import { refuseStale } from './draft.ts';
import { draftsOf, dropDraft } from './draft-row.ts';

interface Request {
  variantId: string;
  revision: number;
  note: string | null;
}

/** Freezes the draft as a version, which only a decision ends. */
export async function requestReview(tx: Tx, samples: Samples, { variantId, revision, note }: Request) {
  const { variant, family } = await lockVariant(tx, variantId);
  refuseRetired(family);
  await refuseStale(tx, variant, revision);
  const [draft] = await draftsOf(tx, [variantId]);
  const [newest] = await versionsOf(tx, [variantId]);
  if (newest?.state === 'in_review')
    throw new Refusal('conflict', 'A version of this language is in review.');
  if (draft === undefined) throw new Refusal('conflict', 'There is nothing new to review.');
  const { content } = draft;
  if (newest?.state === 'approved' && differencesOf(newest.content, content).length === 0)
    throw new Refusal('conflict', 'This says the same as the newest approved version.');
  const fields = [
    ...templateProblems(content, family.category),
    ...(await sampleFileProblems(tx, samples, content)),
  ];
  if (fields.length > 0) throw new Refusal('invalid_input', fields[0]!.message, { fields });
  const versionId = newId(tx.now);
  const number = (newest?.number ?? 0) + 1;
  await writeVersions(tx, [
    {
      workspaceId: tx.workspaceId,
      versionId,
      variantId,
      number,
      state: 'in_review',
      origin: 'here',
      category: family.category,
      content,
      note: note === '' ? null : note,
    },
  ]);
  await dropDraft(tx, variantId);
  await touchFamily(tx, family.familyId);
  const { familyId, name } = family;
  await record(tx, { familyId, what: 'review_requested', variantId, versionId, note });
  await publish(tx, {
    type: 'template_version.review_requested',
    data: { familyId, name, versionId, number, language: variant.language },
  });
  return shownVersion(await findVersion(tx, versionId), await namesOfActors(tx, tx.workspaceId));
}
