import type { TemplateContent, versionOrigins, versionStates } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { keyOfActor, shownActor, type ShownActor } from '../families/actors.ts';
import type { AnyTx } from '../template-row.ts';

export type VersionState = (typeof versionStates)[number];
type VersionOrigin = (typeof versionOrigins)[number];

export interface VersionRow {
  versionId: string;
  variantId: string;
  number: number;
  state: VersionState;
  origin: VersionOrigin;
  category: string;
  content: TemplateContent;
  note: string | null;
  createdAt: Date;
  createdBy: string;
  decidedAt: Date | null;
  decidedBy: string | null;
  rationale: string | null;
}

export const versionColumns = `version.version_id as "versionId", version.variant_id as "variantId", version.number,
  version.state, version.origin, version.category, version.content, version.note, version.created_at as "createdAt",
  version.created_by as "createdBy", version.decided_at as "decidedAt", version.decided_by as "decidedBy",
  version.rationale`;

type ShownVersion = Omit<VersionRow, 'content' | 'createdBy' | 'decidedBy'> & {
  createdBy: ShownActor;
  decidedBy: ShownActor | null;
};

export function shownVersion(row: VersionRow, names: ReadonlyMap<string, string>): ShownVersion {
  const { content: _content, createdBy, decidedBy, ...rest } = row;
  return {
    ...rest,
    createdBy: shownActor(createdBy, names),
    decidedBy: decidedBy === null ? null : shownActor(decidedBy, names),
  };
}

export async function findVersion(tx: Tx, versionId: string): Promise<VersionRow> {
  const [row] = await tx.sql<VersionRow>(
    `select ${versionColumns} from template_versions as version where workspace_id = $1 and version_id = $2`,
    [tx.workspaceId, versionId],
  );
  if (row === undefined) throw notFound('version');
  return row;
}

export const versionsOf = (tx: Tx, variantIds: readonly string[]): Promise<VersionRow[]> =>
  tx.sql<VersionRow>(
    `select ${versionColumns} from template_versions as version
     where workspace_id = $1 and variant_id = any($2::uuid[]) order by variant_id, number desc`,
    [tx.workspaceId, variantIds],
  );

export interface NewVersion {
  workspaceId: string;
  variantId: string;
  versionId: string;
  /** Whoever calls holds the family, so that they count up. */
  number: number;
  state: VersionState;
  origin: VersionOrigin;
  category: string;
  content: TemplateContent;
  note: string | null;
}

export async function writeVersions(tx: AnyTx, versions: readonly NewVersion[]): Promise<void> {
  if (versions.length === 0) return;
  await tx.sql(
    `insert into template_versions (workspace_id, version_id, variant_id, number, state, origin, category, content, note,
       created_at, created_by, decided_at)
     select "workspaceId", "versionId", "variantId", number, state, origin, category, content, note, $2, $3,
       case when state = 'approved' then $2::timestamptz end
     from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "versionId" uuid, "variantId" uuid, number integer,
       state text, origin text, category text, content jsonb, note text)`,
    [JSON.stringify(versions), tx.now, keyOfActor(tx.actor)],
  );
}
