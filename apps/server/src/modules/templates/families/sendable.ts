import type { TemplateContent } from '@trikon/contract';
import { templateRefusalSql } from '../standing.ts';
import type { AnyTx } from '../template-row.ts';

/** A language of a family that an account may send now, with what only we know of its variables. */
export interface SendableVariant {
  familyId: string;
  variantId: string;
  language: string;
  accountId: string;
  templateId: string;
  versionId: string;
  variables: TemplateContent['variables'];
}

interface Question {
  workspaceId: string;
  familyIds: readonly string[];
  accountId?: string;
}

/** In which languages families may be sent; retired ones are not. */
export const sendableVariants = (
  tx: AnyTx,
  { workspaceId, familyIds, accountId }: Question,
): Promise<SendableVariant[]> =>
  tx.sql<SendableVariant>(
    `select family_id as "familyId", variant_id as "variantId", variant.language, template.account_id as "accountId",
       template_id as "templateId", version_id as "versionId", coalesce(version.content -> 'variables', '{}') as variables
     from template_families as family
     join template_variants as variant using (workspace_id, family_id)
     join template_links as link using (workspace_id, variant_id)
     join templates as template using (workspace_id, template_id)
     join template_versions as version using (workspace_id, version_id)
     where workspace_id = $1 and family_id = any($2::uuid[]) and family.retired_at is null
       and ($3::uuid is null or template.account_id = $3) and (${templateRefusalSql('template')}) is null
     order by family_id, variant.created_at, variant.language`,
    [workspaceId, familyIds, accountId ?? null],
  );
