import type { AnyTx } from '../template-row.ts';

export interface Link {
  workspaceId: string;
  templateId: string;
  variantId: string;
  versionId: string;
  /** The template’s last change that was compared. */
  comparedAt: Date;
  askedCategory: string;
}

/** Says which version WhatsApp has of each template. */
export async function writeLinks(tx: AnyTx, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await tx.sql(
    `insert into template_links (workspace_id, template_id, variant_id, version_id, compared_at, asked_category)
     select "workspaceId", "templateId", "variantId", "versionId", "comparedAt", "askedCategory"
     from jsonb_to_recordset($1::jsonb) as link ("workspaceId" uuid, "templateId" uuid, "variantId" uuid,
       "versionId" uuid, "comparedAt" timestamptz, "askedCategory" text)
     order by "workspaceId", "templateId"
     on conflict (workspace_id, template_id) do update set variant_id = excluded.variant_id,
       version_id = excluded.version_id, compared_at = excluded.compared_at, asked_category = excluded.asked_category`,
    [JSON.stringify(links)],
  );
}
