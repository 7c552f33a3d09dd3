import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { differencesOf } from '../content/compare.ts';
import { toMetaComponents } from '../content/meta-components.ts';
import { showContent, textOfContent } from '../content/shown-content.ts';
import { keyOfActor, namesOfActors } from '../families/actors.ts';
import { findVariant } from '../families/family-row.ts';
import { getTemplateSettings } from '../families/settings.ts';
import { findVersion, shownVersion, versionColumns, versionsOf, type VersionRow } from './version-row.ts';

export async function getVersion(tx: Tx, versionId: string) {
  const version = await findVersion(tx, versionId);
  const { familyId, language, metaName } = await findVariant(tx, version.variantId);
  const [family] = await tx.sql<{ name: string }>(
    `select name from template_families where workspace_id = $1 and family_id = $2`,
    [tx.workspaceId, familyId],
  );
  const { content, category } = version;
  return {
    ...shownVersion(version, await namesOfActors(tx, tx.workspaceId)),
    familyId,
    familyName: family!.name,
    language,
    metaName,
    components: toMetaComponents(content, { category }),
    ...showContent(content, category),
  };
}

/** Without another one to compare with: with the one before it. */
export async function compareVersions(
  tx: Tx,
  { versionId, withId }: { versionId: string; withId?: string | undefined },
) {
  const version = await findVersion(tx, versionId);
  const all = await versionsOf(tx, [version.variantId]);
  const other =
    withId === undefined
      ? all.find(({ number }) => number < version.number)
      : all.find((each) => each.versionId === withId);
  if (other === undefined && withId !== undefined) throw notFound('version of this language');
  if (other === undefined) return { withId: null, withNumber: null, changes: [] };
  return {
    withId: other.versionId,
    withNumber: other.number,
    changes: differencesOf(other.content, version.content),
  };
}

interface QueueRow extends VersionRow {
  familyId: string;
  familyName: string;
  language: string;
}

export async function listReviews(tx: Tx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(cursor, ['uuid']);
  const rows = await tx.sql<QueueRow>(
    `select ${versionColumns}, variant.language, family.family_id as "familyId", family.name as "familyName"
     from template_versions as version
     join template_variants as variant using (workspace_id, variant_id)
     join template_families as family using (workspace_id, family_id)
     where workspace_id = $1 and version.state = 'in_review' and ($2::uuid is null or version_id > $2)
     order by version_id limit $3`,
    [tx.workspaceId, ...(after ?? [null]), limit + 1],
  );
  const { allowOwnApproval } = await getTemplateSettings(tx, tx.workspaceId);
  const names = await namesOfActors(tx, tx.workspaceId);
  const page = pageOf(rows, limit, ({ versionId }) => [versionId]);
  const items = page.items.map((row) => {
    const { familyId, familyName, language, ...version } = row;
    return {
      ...shownVersion(version, names),
      familyId,
      familyName,
      language,
      text: textOfContent(row.content, row.category),
      content: row.content,
      mayDecide: allowOwnApproval || row.createdBy !== keyOfActor(tx.actor),
    };
  });
  return { ...page, items };
}
