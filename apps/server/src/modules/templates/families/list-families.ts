import type { Tx } from '../../../platform/db/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { templateRefusal, templateRefusalSql, type TemplateRefusal } from '../standing.ts';
import type { VersionState } from '../versions/version-row.ts';
import { namesOfActors, shownActor } from './actors.ts';
import { familyColumns, type FamilyRow } from './family-row.ts';

type Standing = 'draft' | 'in_review' | 'to_submit' | 'at_whatsapp' | 'live' | 'trouble';

interface Filter {
  cursor?: string | undefined;
  limit: number;
  search?: string | undefined;
  category?: string | undefined;
  language?: string | undefined;
  accountId?: string | undefined;
  standing?: Standing | undefined;
  retired: boolean;
}

const ofVariant = (table: string): string =>
  `${table}.workspace_id = variant.workspace_id and ${table}.variant_id = variant.variant_id`;

const newestState = `(select state from template_versions as version where ${ofVariant('version')}
  order by number desc limit 1)`;

const atMeta = (condition: string): string =>
  `exists (select 1 from template_links as link join templates as template using (workspace_id, template_id)
    where ${ofVariant('link')} and template.removed_at is null and ${condition})`;

const refusal = templateRefusalSql('template');

/** Whether a language is in the state that somebody asks about. */
const standings: Readonly<Record<Standing, string>> = {
  draft: `exists (select 1 from template_drafts as draft where ${ofVariant('draft')})`,
  in_review: `${newestState} = 'in_review'`,
  to_submit: `${newestState} = 'approved' and not exists (
    select 1 from template_links as link join template_versions as version using (workspace_id, version_id)
    where ${ofVariant('link')} and version.number = (select max(number) from template_versions as known
      where ${ofVariant('known')}))`,
  at_whatsapp: atMeta(`(${refusal}) = 'template_in_review'`),
  live: atMeta(`(${refusal}) is null`),
  trouble: atMeta(
    `((${refusal}) not in ('template_in_review', 'template_removed') or template.category <> link.asked_category
      or template.correct_category is not null)`,
  ),
};

export async function listFamilies(tx: Tx, filter: Filter) {
  const { cursor, limit, search, category, language, accountId, standing, retired } = filter;
  const after = decodeCursor(cursor, ['text', 'uuid']);
  const rows = await tx.sql<FamilyRow>(
    `select ${familyColumns} from template_families as family
     where workspace_id = $1 and ($2::text is null or (name, family_id) > ($2, $3::uuid))
       and (retired_at is not null) = $4 and ($5::text is null or category = $5)
       and ($6::text is null or position(lower($6) in name) > 0 or exists (
         select 1 from template_variants as variant where variant.workspace_id = family.workspace_id
           and variant.family_id = family.family_id and position(lower($6) in variant.meta_name) > 0))
       and ($7::text is null and $8::uuid is null and $9 or exists (
         select 1 from template_variants as variant where variant.workspace_id = family.workspace_id
           and variant.family_id = family.family_id and ($7::text is null or variant.language = $7)
           and ($8::uuid is null or $8 = any(family.account_ids) or ${atMeta('template.account_id = $8')})
           and (${standing === undefined ? 'true' : standings[standing]})))
     order by name, family_id limit $10`,
    [
      tx.workspaceId,
      ...(after ?? [null, null]),
      retired,
      category ?? null,
      search ?? null,
      language ?? null,
      accountId ?? null,
      standing === undefined,
      limit + 1,
    ],
  );
  const page = pageOf(rows, limit, ({ name, familyId }) => [name, familyId]);
  const names = await namesOfActors(tx, tx.workspaceId);
  const languages = Map.groupBy(
    await listLanguages(
      tx,
      page.items.map(({ familyId }) => familyId),
    ),
    ({ familyId }) => familyId,
  );
  const items = page.items.map((family) => ({
    ...family,
    createdBy: shownActor(family.createdBy, names),
    languages: (languages.get(family.familyId) ?? []).map(shownLanguage),
  }));
  return { ...page, items };
}

interface LanguageRow {
  familyId: string;
  variantId: string;
  language: string;
  metaName: string;
  state: VersionState | null;
  hasDraft: boolean;
  there: AtMeta[];
}

interface AtMeta {
  status: string;
  quality: string | null;
  removedAt: Date | null;
  recategorised: boolean;
}

const listLanguages = (tx: Tx, familyIds: readonly string[]): Promise<LanguageRow[]> =>
  tx.sql<LanguageRow>(
    `select variant.family_id as "familyId", variant.variant_id as "variantId", variant.language,
       variant.meta_name as "metaName", ${newestState} as state, ${standings.draft} as "hasDraft",
       coalesce((select jsonb_agg(jsonb_build_object('status', template.status, 'quality', template.quality,
           'removedAt', template.removed_at, 'recategorised',
           template.category <> link.asked_category or template.correct_category is not null))
         from template_links as link join templates as template using (workspace_id, template_id)
         where ${ofVariant('link')} and template.removed_at is null), '[]') as there
     from template_variants as variant
     where variant.workspace_id = $1 and variant.family_id = any($2::uuid[])
     order by variant.created_at, variant.language`,
    [tx.workspaceId, familyIds],
  );

/** Where a language is at several accounts, the one that is worst off speaks for all. */
const badFirst: (TemplateRefusal | null)[] = [
  'template_disabled',
  'template_rejected',
  'template_paused',
  'template_locked',
  'template_archived',
  'template_status_unknown',
  'template_removed',
  'template_in_review',
  null,
];

function shownLanguage({ familyId: _id, there, ...row }: LanguageRow) {
  const judged = there.map((each) => ({ ...each, refusal: templateRefusal(each) }));
  const [worst] = judged.toSorted(
    (one, other) => badFirst.indexOf(one.refusal) - badFirst.indexOf(other.refusal),
  );
  return {
    ...row,
    status: worst?.status ?? null,
    quality: worst?.quality ?? null,
    refusal: worst?.refusal ?? null,
    accounts: there.length,
    recategorised: there.some(({ recategorised }) => recategorised),
  };
}
