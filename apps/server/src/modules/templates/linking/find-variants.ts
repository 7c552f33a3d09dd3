import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { keyOfActor } from '../families/actors.ts';
import { familyNameOf, usualPattern } from '../families/naming.ts';
import type { TemplateRow } from '../template-row.ts';

export interface FoundVariant {
  workspaceId: string;
  variantId: string;
  familyId: string;
  familyName: string;
}

type Wanted = Pick<
  TemplateRow,
  'workspaceId' | 'templateId' | 'accountId' | 'name' | 'language' | 'category'
>;

/** The language of a family that each template belongs to, by the template’s id. What has no family yet gets one. */
export async function variantsFor(
  tx: SystemTx,
  templates: readonly Wanted[],
): Promise<Map<string, FoundVariant>> {
  const found = await findVariants(tx, templates);
  const missing = templates.filter(({ templateId }) => !found.has(templateId));
  if (missing.length === 0) return found;
  const patterns = await patternsOf(tx, missing);
  await addFamilies(tx, missing, ({ workspaceId, name, language }) =>
    familyNameOf(name, language, patterns.get(workspaceId) ?? usualPattern),
  );
  const added = await findVariants(tx, missing);
  const crowded = missing.filter(({ templateId }) => !added.has(templateId));
  // The family of that name has another template in this language.
  await addFamilies(tx, crowded, ({ name, language }) => `${name}_${language.toLowerCase()}`);
  const rest = await findVariants(tx, crowded);
  return new Map([...found, ...added, ...rest]);
}

/** Their families are held, so that versions count up one after the other. */
async function findVariants(tx: SystemTx, templates: readonly Wanted[]): Promise<Map<string, FoundVariant>> {
  if (templates.length === 0) return new Map();
  const rows = await tx.sql<FoundVariant & { templateId: string }>(
    `select given."templateId", workspace_id as "workspaceId", variant_id as "variantId", family_id as "familyId",
       family.name as "familyName"
     from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "templateId" uuid, name text, language text)
     join template_variants as variant on workspace_id = "workspaceId" and meta_name = given.name
       and variant.language = given.language
     join template_families as family using (workspace_id, family_id)
     order by workspace_id, family_id for no key update of family`,
    [
      JSON.stringify(
        templates.map(({ workspaceId, templateId, name, language }) => ({
          workspaceId,
          templateId,
          name,
          language,
        })),
      ),
    ],
  );
  return new Map(rows.map(({ templateId, ...variant }) => [templateId, variant]));
}

async function patternsOf(tx: SystemTx, templates: readonly Wanted[]): Promise<Map<string, string>> {
  const rows = await tx.sql<{ workspaceId: string; pattern: string }>(
    `select workspace_id as "workspaceId", name_pattern as pattern from template_settings where workspace_id = any($1::uuid[])`,
    [[...new Set(templates.map(({ workspaceId }) => workspaceId))]],
  );
  return new Map(rows.map(({ workspaceId, pattern }) => [workspaceId, pattern]));
}

async function addFamilies(tx: SystemTx, templates: readonly Wanted[], nameOf: (template: Wanted) => string) {
  if (templates.length === 0) return;
  const rows = templates.map((template) => ({
    ...template,
    familyName: nameOf(template),
    familyId: newId(tx.now),
    variantId: newId(tx.now),
  }));
  const families = await tx.sql<{ workspaceId: string; familyId: string; name: string }>(
    `insert into template_families (workspace_id, family_id, name, category, account_ids, created_at, created_by, updated_at)
     select "workspaceId", (array_agg("familyId" order by "familyId"))[1], "familyName", (array_agg(category order by "familyId"))[1],
       array_agg(distinct "accountId"), $2, $3, $2
     from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "familyId" uuid, "familyName" text, category text,
       "accountId" uuid)
     group by "workspaceId", "familyName" order by "workspaceId", "familyName"
     on conflict do nothing returning workspace_id as "workspaceId", family_id as "familyId", name`,
    [JSON.stringify(rows), tx.now, keyOfActor(tx.actor)],
  );
  await tx.sql(
    `insert into template_variants (workspace_id, variant_id, family_id, language, meta_name, created_at)
     select distinct on (family.workspace_id, row.name, row.language) family.workspace_id, "variantId", family_id,
       row.language, row.name, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "variantId" uuid, "familyName" text, name text, language text)
     join template_families as family on family.workspace_id = "workspaceId" and family.name = "familyName"
     order by family.workspace_id, row.name, row.language, "variantId"
     on conflict do nothing`,
    [JSON.stringify(rows), tx.now],
  );
  await publishIn(
    tx,
    families.map(({ workspaceId, familyId, name }) => ({
      workspaceId,
      type: 'template_family.created',
      data: { familyId, name, origin: 'whatsapp' },
    })),
  );
}
