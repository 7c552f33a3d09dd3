import type { submissionKinds, templateSubmissionStates } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { textOfContent } from '../content/shown-content.ts';
import { draftsOf } from '../drafts/draft-row.ts';
import { templateRefusal } from '../standing.ts';
import type { SubmissionProblem } from '../submitting/in-words.ts';
import { shownVersion, versionsOf } from '../versions/version-row.ts';
import { namesOfActors, shownActor } from './actors.ts';
import { familyColumns, variantColumns, type FamilyRow, type VariantRow } from './family-row.ts';

export async function getFamily(tx: Tx, familyId: string) {
  const [family] = await tx.sql<FamilyRow>(
    `select ${familyColumns} from template_families as family where workspace_id = $1 and family_id = $2`,
    [tx.workspaceId, familyId],
  );
  if (family === undefined) throw notFound('template');
  const variants = await tx.sql<VariantRow>(
    `select ${variantColumns} from template_variants as variant where workspace_id = $1 and family_id = $2
     order by created_at, language`,
    [tx.workspaceId, familyId],
  );
  const variantIds = variants.map(({ variantId }) => variantId);
  const versions = Map.groupBy(await versionsOf(tx, variantIds), ({ variantId }) => variantId);
  const drafts = new Map((await draftsOf(tx, variantIds)).map((draft) => [draft.variantId, draft]));
  const atWhatsApp = Map.groupBy(await readAtWhatsApp(tx, variantIds), ({ variantId }) => variantId);
  const submissions = Map.groupBy(await newestSubmissions(tx, variantIds), ({ variantId }) => variantId);
  const names = await namesOfActors(tx, tx.workspaceId);
  return {
    ...family,
    createdBy: shownActor(family.createdBy, names),
    variants: variants.map(({ variantId, language, metaName, revision }) => {
      const own = versions.get(variantId) ?? [];
      const draft = drafts.get(variantId);
      const content = draft?.content ?? own[0]?.content;
      return {
        variantId,
        language,
        metaName,
        text: content === undefined ? '' : textOfContent(content, family.category),
        content: content ?? null,
        draft:
          draft === undefined
            ? null
            : {
                revision,
                updatedAt: draft.updatedAt,
                updatedBy: shownActor(draft.updatedBy, names),
                problemCount: draft.problemCount,
              },
        versions: own.map((version) => shownVersion(version, names)),
        atWhatsApp: (atWhatsApp.get(variantId) ?? []).map(shownAtWhatsApp),
        submissions: (submissions.get(variantId) ?? []).map(({ variantId: _id, ...rest }) => rest),
      };
    }),
  };
}

interface AtWhatsAppRow {
  variantId: string;
  templateId: string;
  accountId: string;
  metaTemplateId: string;
  status: string;
  category: string;
  correctCategory: string | null;
  categoryChangesAt: Date | null;
  askedCategory: string;
  quality: string | null;
  rejectedReason: string | null;
  rejection: unknown;
  pausedUntil: Date | null;
  versionId: string;
  updatedAt: Date;
  removedAt: Date | null;
}

const readAtWhatsApp = (tx: Tx, variantIds: readonly string[]): Promise<AtWhatsAppRow[]> =>
  tx.sql<AtWhatsAppRow>(
    `select variant_id as "variantId", template_id as "templateId", account_id as "accountId",
       meta_template_id as "metaTemplateId", status, category, correct_category as "correctCategory",
       category_changes_at as "categoryChangesAt", asked_category as "askedCategory", quality,
       rejected_reason as "rejectedReason", rejection, paused_until as "pausedUntil", version_id as "versionId",
       updated_at as "updatedAt", removed_at as "removedAt"
     from template_links join templates using (workspace_id, template_id)
     where workspace_id = $1 and variant_id = any($2::uuid[]) order by account_id`,
    [tx.workspaceId, variantIds],
  );

function shownAtWhatsApp({ variantId: _id, askedCategory, rejection, ...row }: AtWhatsAppRow) {
  const words = Object(rejection) as { reason?: unknown; recommendation?: unknown };
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const told = { reason: text(words.reason), recommendation: text(words.recommendation) };
  return {
    ...row,
    correctCategory: row.correctCategory ?? (row.category === askedCategory ? null : row.category),
    rejection: told.reason === null && told.recommendation === null ? null : told,
    refusal: templateRefusal(row),
  };
}

interface SubmissionRow {
  submissionId: string;
  variantId: string;
  versionId: string | null;
  accountId: string;
  kind: (typeof submissionKinds)[number];
  state: (typeof templateSubmissionStates)[number];
  problem: SubmissionProblem | null;
  createdAt: Date;
  answeredAt: Date | null;
}

export const submissionColumns = `submission_id as "submissionId", variant_id as "variantId", version_id as "versionId",
  account_id as "accountId", kind, state, problem, created_at as "createdAt", answered_at as "answeredAt"`;

const newestSubmissions = (tx: Tx, variantIds: readonly string[]): Promise<SubmissionRow[]> =>
  tx.sql<SubmissionRow>(
    `select distinct on (variant_id, account_id) ${submissionColumns} from template_submissions
     where workspace_id = $1 and variant_id = any($2::uuid[])
     order by variant_id, account_id, created_at desc, submission_id desc`,
    [tx.workspaceId, variantIds],
  );
