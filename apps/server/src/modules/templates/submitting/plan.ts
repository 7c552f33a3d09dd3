import type { submissionObstacles } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { lockNow, type Lock } from '../cadence/locks.ts';
import { findVariant, type FamilyRow, type VariantRow } from '../families/family-row.ts';
import { templateRefusal } from '../standing.ts';
import type { VersionRow } from '../versions/version-row.ts';
import { findVersion } from '../versions/version-row.ts';

export type Obstacle = (typeof submissionObstacles)[number];

export interface AccountPlan {
  accountId: string;
  name: string;
  kind: 'create' | 'edit';
  obstacle: Obstacle | null;
  /** When the obstacle ends by itself. */
  from: Date | null;
  editsLeft: number | null;
  metaTemplateId: string | null;
}

interface AccountRow {
  accountId: string;
  name: string;
  disconnectedAt: Date | null;
  metaTemplateId: string | null;
  status: string | null;
  linkedVersionId: string | null;
  isUnderWay: boolean;
  /** When it was edited while it was approved, in the last thirty days, the newest first. */
  edits: string[];
}

const day = 86_400_000;
/** Meta, 'Edit templates': approved ones once in 24 hours and ten times in 30 days. */
const editsInMonth = 10;

export async function planSubmission(
  tx: Tx,
  versionId: string,
): Promise<{ accounts: AccountPlan[]; locked: Lock | null }> {
  const version = await findVersion(tx, versionId);
  const variant = await findVariant(tx, version.variantId);
  const [family] = await tx.sql<Pick<FamilyRow, 'retiredAt'>>(
    `select retired_at as "retiredAt" from template_families where workspace_id = $1 and family_id = $2`,
    [tx.workspaceId, variant.familyId],
  );
  const accounts = await plansOf(tx, { version, variant, isRetired: family!.retiredAt !== null });
  return { accounts, locked: await lockNow(tx) };
}

interface Question {
  version: VersionRow;
  variant: VariantRow;
  isRetired: boolean;
}

export async function plansOf(tx: Tx, question: Question): Promise<AccountPlan[]> {
  const rows = await readAccounts(tx, question.variant);
  return rows.map((row) => planOf(row, question, tx.now));
}

const readAccounts = (tx: Tx, { variantId, metaName, language }: VariantRow): Promise<AccountRow[]> =>
  tx.sql<AccountRow>(
    `select account.account_id as "accountId", account.name, account.disconnected_at as "disconnectedAt",
       template.meta_template_id as "metaTemplateId", template.status, link.version_id as "linkedVersionId",
       exists (select 1 from template_submissions as way where way.workspace_id = $1 and way.variant_id = $2
         and way.account_id = account.account_id and way.state in ('waiting', 'asking', 'unclear')) as "isUnderWay",
       coalesce((select jsonb_agg(at order by at desc) from (
           select done.answered_at as at from template_submissions as done
           where done.workspace_id = $1 and done.variant_id = $2 and done.account_id = account.account_id
             and done.kind = 'edit' and done.state = 'done' and done.counts
             and done.answered_at > $5::timestamptz - interval '30 days'
           union all
           select told.at from template_history as told
           where told.workspace_id = $1 and told.variant_id = $2 and told.account_id = account.account_id
             and told.what = 'changed_at_whatsapp' and told.at > $5::timestamptz - interval '30 days'
         ) as edit), '[]') as edits
     from whatsapp_accounts as account
     left join templates as template on template.workspace_id = account.workspace_id
       and template.account_id = account.account_id and template.name = $3 and template.language = $4
       and template.removed_at is null
     left join template_links as link on link.workspace_id = template.workspace_id
       and link.template_id = template.template_id
     where account.workspace_id = $1 and (account.disconnected_at is null or template.template_id is not null)
     order by account.name, account.account_id`,
    [tx.workspaceId, variantId, metaName, language, tx.now],
  );

function planOf(row: AccountRow, question: Question, now: Date): AccountPlan {
  const { accountId, name, metaTemplateId } = row;
  const edits = row.edits.map((at) => new Date(at));
  const isApproved = row.status !== null && templateRefusal({ status: row.status, removedAt: null }) === null;
  return {
    accountId,
    name,
    kind: metaTemplateId === null ? 'create' : 'edit',
    metaTemplateId,
    editsLeft: isApproved ? Math.max(0, editsInMonth - edits.length) : null,
    ...(obstacleOf(row, question) ?? (isApproved ? tooOften(edits, now) : none)),
  };
}

const none = { obstacle: null, from: null };
const lasting = (obstacle: Obstacle) => ({ obstacle, from: null });

function obstacleOf(row: AccountRow, { version, isRetired }: Question) {
  if (isRetired) return lasting('retired');
  if (version.state !== 'approved') return lasting('not_approved');
  if (row.disconnectedAt !== null) return lasting('disconnected');
  if (row.isUnderWay) return lasting('under_way');
  if (row.status === null) return null;
  if (row.linkedVersionId === version.versionId && row.status !== 'REJECTED') return lasting('nothing_new');
  const refusal = templateRefusal({ status: row.status, removedAt: null });
  if (refusal === 'template_in_review') return lasting('in_review_at_whatsapp');
  return refusal === null || row.status === 'REJECTED' || row.status === 'PAUSED'
    ? null
    : lasting('disabled');
}

function tooOften(edits: readonly Date[], now: Date) {
  const [newest] = edits;
  if (edits.length >= editsInMonth)
    return {
      obstacle: 'edited_too_often' as const,
      from: new Date(edits[editsInMonth - 1]!.getTime() + 30 * day),
    };
  const again = newest === undefined ? 0 : newest.getTime() + day;
  return again > now.getTime() ? { obstacle: 'edited_lately' as const, from: new Date(again) } : none;
}
