import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { keyOfActor, namesOfActors } from '../families/actors.ts';
import {
  lockVariant,
  refuseRetired,
  touchFamily,
  type FamilyRow,
  type VariantRow,
} from '../families/family-row.ts';
import { record } from '../families/history.ts';
import { getTemplateSettings } from '../families/settings.ts';
import { draftsOf, nextRevision, writeDrafts } from '../drafts/draft-row.ts';
import { findVersion, shownVersion, type VersionRow } from './version-row.ts';

interface Decision {
  versionId: string;
  decision: 'approve' | 'send_back';
  rationale: string;
}

export async function decide(tx: Tx, { versionId, decision, rationale }: Decision) {
  const { variant, family, version } = await lockInReview(tx, versionId);
  refuseRetired(family);
  if (decision === 'send_back' && rationale === '')
    throw invalidField('rationale', 'missing', 'Say what has to change, so that the author knows.');
  const { allowOwnApproval } = await getTemplateSettings(tx, tx.workspaceId);
  if (version.createdBy === keyOfActor(tx.actor) && !allowOwnApproval)
    throw new Refusal(
      'forbidden',
      'You sent this to review, so somebody else has to decide. A team of one can allow it in the template settings.',
      { details: { reason: 'own_work' } },
    );
  const state = decision === 'approve' ? 'approved' : 'sent_back';
  return end(tx, { variant, family, version }, { state, note: rationale === '' ? null : rationale });
}

export async function withdraw(tx: Tx, versionId: string) {
  return end(tx, await lockInReview(tx, versionId), { state: 'withdrawn', note: null });
}

interface Held {
  variant: VariantRow;
  family: FamilyRow;
  version: VersionRow;
}

async function lockInReview(tx: Tx, versionId: string): Promise<Held> {
  const { variantId } = await findVersion(tx, versionId);
  const held = await lockVariant(tx, variantId);
  const version = await findVersion(tx, versionId);
  if (version.state !== 'in_review')
    throw new Refusal('conflict', 'This was decided already.', { details: { state: version.state } });
  return { ...held, version };
}

type Ending = { state: 'approved' | 'sent_back' | 'withdrawn'; note: string | null };

async function end(tx: Tx, { variant, family, version }: Held, { state, note }: Ending) {
  const { versionId, variantId, number } = version;
  await tx.sql(
    `update template_versions set state = $3, decided_at = $4, decided_by = $5, rationale = $6
     where workspace_id = $1 and version_id = $2`,
    [tx.workspaceId, versionId, state, tx.now, keyOfActor(tx.actor), note],
  );
  if (state !== 'approved') await writeOn(tx, version, family.category);
  await touchFamily(tx, family.familyId);
  const { familyId, name } = family;
  await record(tx, { familyId, what: state, variantId, versionId, note });
  await publish(tx, {
    type: 'template_version.decided',
    data: { familyId, name, versionId, number, language: variant.language, decision: state },
  });
  return shownVersion(await findVersion(tx, versionId), await namesOfActors(tx, tx.workspaceId));
}

/** What came back is the draft again. */
async function writeOn(
  tx: Tx,
  { variantId, versionId, content }: VersionRow,
  category: string,
): Promise<void> {
  const [draft] = await draftsOf(tx, [variantId]);
  if (draft !== undefined) return;
  await writeDrafts(tx, [{ variantId, content, basedOn: versionId }], category);
  await nextRevision(tx, variantId);
}
