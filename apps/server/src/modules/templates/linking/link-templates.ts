import type { TemplateContent } from '@trikon/contract';
import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { looksSame } from '../content/compare.ts';
import { contentOfMeta } from '../content/content-of-meta.ts';
import { recordIn } from '../families/history.ts';
import { templateColumns, type TemplateRow } from '../template-row.ts';
import { writeVersions, type NewVersion, type VersionRow } from '../versions/version-row.ts';
import { variantsFor, type FoundVariant } from './find-variants.ts';
import { writeLinks, type Link } from './links.ts';

interface Account {
  workspaceId: string;
  accountId: string;
}

type Unlinked = TemplateRow & { linkedVersionId: string | null; askedCategory: string | null };

/** Finds for each template of these accounts the version that WhatsApp has of it; what is new there becomes a version here. */
export async function linkTemplates(tx: SystemTx, accounts: readonly Account[]): Promise<void> {
  const templates = await tx.sql<Unlinked>(
    `select ${templateColumns}, link.version_id as "linkedVersionId", link.asked_category as "askedCategory"
     from templates as template left join template_links as link using (workspace_id, template_id)
     where (workspace_id, account_id) in (
         select "workspaceId", "accountId" from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "accountId" uuid)
       ) and template.removed_at is null
       and (link.template_id is null or link.compared_at <> template.updated_at)
     order by workspace_id, template_id`,
    [JSON.stringify(accounts)],
  );
  if (templates.length === 0) return;
  const variants = await variantsFor(tx, templates);
  const known = await versionsFor(tx, [...variants.values()]);
  const steps = templates.flatMap((template) => {
    const variant = variants.get(template.templateId);
    return variant === undefined ? [] : [matched(template, variant, { known, now: tx.now })];
  });
  await writeVersions(
    tx,
    steps.flatMap(({ fresh }) => (fresh === null ? [] : [fresh])),
  );
  await writeLinks(
    tx,
    steps.map(({ link }) => link),
  );
  await tell(tx, steps);
}

interface Step {
  link: Link;
  /** What WhatsApp has and no version here says. */
  fresh: NewVersion | null;
  variant: FoundVariant;
  template: Unlinked;
}

type Known = Pick<VersionRow, 'versionId' | 'variantId' | 'number' | 'content' | 'category'>;

async function versionsFor(tx: SystemTx, variants: readonly FoundVariant[]): Promise<Map<string, Known[]>> {
  const rows = await tx.sql<Known>(
    `select version_id as "versionId", variant_id as "variantId", number, content, category from template_versions
     where (workspace_id, variant_id) in (
       select "workspaceId", "variantId" from jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "variantId" uuid))
     order by number desc`,
    [JSON.stringify(variants)],
  );
  return Map.groupBy(rows, ({ variantId }) => variantId);
}

interface Around {
  known: Map<string, Known[]>;
  now: Date;
}

function matched(template: Unlinked, variant: FoundVariant, { known, now }: Around): Step {
  const { workspaceId, templateId, updatedAt: comparedAt } = template;
  const { variantId } = variant;
  const versions = known.get(variantId) ?? [];
  const content = contentOfMeta(template);
  const isIt = ({ content: own }: Known): boolean => looksSame(own, content, template.category);
  const linked = versions.find(({ versionId }) => versionId === template.linkedVersionId);
  const match = linked !== undefined && isIt(linked) ? linked : versions.find(isIt);
  const link = {
    workspaceId,
    templateId,
    variantId,
    comparedAt,
    // What was imported was asked for as what it was then.
    askedCategory:
      template.askedCategory ?? match?.category ?? template.previousCategory ?? template.category,
  };
  if (match !== undefined)
    return { link: { ...link, versionId: match.versionId }, fresh: null, variant, template };
  const fresh = freshVersion(template, content, { variantId, versions, now });
  known.set(variantId, [fresh, ...versions]);
  return { link: { ...link, versionId: fresh.versionId }, fresh, variant, template };
}

interface Before {
  variantId: string;
  versions: readonly Known[];
  now: Date;
}

function freshVersion(
  { workspaceId, category }: Unlinked,
  content: TemplateContent,
  { variantId, versions, now }: Before,
): NewVersion {
  return {
    workspaceId,
    variantId,
    versionId: newId(now),
    number: (versions[0]?.number ?? 0) + 1,
    state: 'approved',
    origin: versions.length === 0 ? 'whatsapp' : 'changed_at_whatsapp',
    category,
    content: withOurs(content, versions[0]?.content),
    note: null,
  };
}

/** What only we know of a variable stays, as long as the variable is there. */
function withOurs(content: TemplateContent, before: TemplateContent | undefined): TemplateContent {
  if (before === undefined) return content;
  const variables = Object.entries(content.variables).map(([name, use]) => {
    const { fallback = null, source = null } = before.variables[name] ?? {};
    return [name, { ...use, fallback, source }];
  });
  const { media, disclosure } = before;
  return {
    ...content,
    variables: Object.fromEntries(variables) as TemplateContent['variables'],
    media,
    disclosure,
  };
}

async function tell(tx: SystemTx, steps: readonly Step[]): Promise<void> {
  const fresh = steps.filter((step) => step.fresh !== null);
  await recordIn(
    tx,
    fresh.map(({ variant, fresh: version, template }) => ({
      workspaceId: template.workspaceId,
      familyId: variant.familyId,
      variantId: variant.variantId,
      versionId: version!.versionId,
      accountId: template.accountId,
      what: version!.origin === 'whatsapp' ? ('imported' as const) : ('changed_at_whatsapp' as const),
    })),
  );
  await publishIn(
    tx,
    fresh.flatMap(({ variant: { familyId, familyName: name }, fresh: version, template: { workspaceId } }) =>
      version!.origin === 'whatsapp'
        ? []
        : [
            {
              workspaceId,
              type: 'template_family.changed' as const,
              data: { familyId, name, what: 'changed_at_whatsapp' },
            },
          ],
    ),
  );
}
