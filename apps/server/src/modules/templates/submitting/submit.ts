import type { submissionKinds, templateSubmissionStates } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { enqueueMany } from '../../../platform/jobs/index.ts';
import { refuseWhileLocked } from '../cadence/locks.ts';
import { keyOfActor } from '../families/actors.ts';
import { refuseUnknownAccounts } from '../families/create-family.ts';
import { lockVariant } from '../families/family-row.ts';
import { submissionColumns } from '../families/get-family.ts';
import { record } from '../families/history.ts';
import { refuseWhileUsed, usesOf, type FindUses } from '../families/uses.ts';
import { findVersion } from '../versions/version-row.ts';
import type { SubmissionProblem } from './in-words.ts';
import { plansOf, type AccountPlan, type Obstacle } from './plan.ts';
import { askWhatsApp } from './submission-job.ts';

interface ShownSubmission {
  submissionId: string;
  versionId: string | null;
  accountId: string;
  kind: (typeof submissionKinds)[number];
  state: (typeof templateSubmissionStates)[number];
  problem: SubmissionProblem | null;
  createdAt: Date;
  answeredAt: Date | null;
}

interface Submitting {
  versionId: string;
  accountIds: readonly string[];
  /** Why it cannot wait, while submitting is locked. */
  whyNow?: string | undefined;
}

const sentences: Readonly<Record<Obstacle, string>> = {
  not_approved: 'This version is not approved here yet.',
  in_review_at_whatsapp: 'WhatsApp is still reviewing it. It can be edited when that has ended.',
  disabled: 'WhatsApp has disabled it for good. Clone it under another name.',
  edited_lately: 'WhatsApp takes one edit of an approved template in 24 hours.',
  edited_too_often: 'WhatsApp takes ten edits of an approved template in 30 days.',
  under_way: 'A submission is under way.',
  nothing_new: 'WhatsApp has this version already.',
  disconnected: 'The account is not connected any more.',
  retired: 'It is retired.',
};

/** What is under way already is given back and not begun again. */
export async function submitVersion(tx: Tx, { versionId, accountIds, whyNow }: Submitting) {
  const { variantId } = await findVersion(tx, versionId);
  const { variant, family } = await lockVariant(tx, variantId);
  const version = await findVersion(tx, versionId);
  const plans = await plansOf(tx, { version, variant, isRetired: family.retiredAt !== null });
  const wanted = accountIds.map((accountId) => plans.find((plan) => plan.accountId === accountId) ?? null);
  const running = await underWay(tx, variantId, accountIds);
  refuseObstacles(
    wanted,
    new Set(running.filter((each) => each.versionId === versionId).map((each) => each.accountId)),
  );
  const fresh = wanted.filter((plan) => plan !== null && plan.obstacle === null) as AccountPlan[];
  const rows = fresh.map(({ accountId, kind, metaTemplateId }) => ({
    submissionId: newId(tx.now),
    variantId,
    versionId,
    accountId,
    kind,
    metaTemplateId,
  }));
  if (rows.length > 0) await refuseWhileLocked(tx, { versionId, rationale: whyNow ?? null });
  await begin(tx, rows);
  const { familyId, name } = family;
  await record(
    tx,
    ...rows.map(({ accountId, kind }) => ({
      familyId,
      what: 'submitted' as const,
      variantId,
      versionId,
      accountId,
      after: kind,
      ...(whyNow !== undefined && { note: whyNow }),
    })),
  );
  await publish(
    tx,
    ...rows.map(({ accountId, kind }) => ({
      type: 'template_version.submitted' as const,
      data: {
        familyId,
        name,
        versionId,
        number: version.number,
        language: variant.language,
        accountId,
        kind,
      },
    })),
  );
  return { submissions: await underWay(tx, variantId, accountIds) };
}

function refuseObstacles(wanted: readonly (AccountPlan | null)[], running: ReadonlySet<string>): void {
  const fields = wanted.flatMap((plan, at) => {
    if (plan === null)
      return [{ field: `accountIds.${at}`, code: 'unknown', message: 'This account is not connected here.' }];
    const { obstacle, accountId } = plan;
    if (obstacle === null || (obstacle === 'under_way' && running.has(accountId))) return [];
    return [{ field: `accountIds.${at}`, code: obstacle, message: sentences[obstacle] }];
  });
  if (fields.length > 0) throw new Refusal('conflict', fields[0]!.message, { fields });
}

interface NewSubmission {
  submissionId: string;
  variantId: string;
  versionId: string | null;
  accountId: string;
  kind: string;
  metaTemplateId: string | null;
}

async function begin(tx: Tx, rows: readonly NewSubmission[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql(
    `insert into template_submissions (workspace_id, submission_id, variant_id, version_id, account_id, kind, state,
       meta_template_id, created_at, created_by)
     select $1, "submissionId", "variantId", "versionId", "accountId", kind, 'waiting', "metaTemplateId", $3, $4
     from jsonb_to_recordset($2::jsonb) as row ("submissionId" uuid, "variantId" uuid, "versionId" uuid,
       "accountId" uuid, kind text, "metaTemplateId" text)`,
    [tx.workspaceId, JSON.stringify(rows), tx.now, keyOfActor(tx.actor)],
  );
  await enqueueMany(
    tx,
    askWhatsApp,
    rows.map(({ submissionId }) => ({ input: { submissionId }, key: submissionId })),
  );
}

const underWay = (tx: Tx, variantId: string, accountIds: readonly string[]): Promise<ShownSubmission[]> =>
  tx.sql<ShownSubmission & { variantId: string }>(
    `select ${submissionColumns} from template_submissions
     where workspace_id = $1 and variant_id = $2 and account_id = any($3::uuid[])
       and state in ('waiting', 'asking', 'unclear') order by account_id`,
    [tx.workspaceId, variantId, accountIds],
  );

interface Deleting {
  variantId: string;
  accountIds: readonly string[];
}

export async function deleteAtWhatsApp(
  tx: Tx,
  finders: readonly FindUses[],
  { variantId, accountIds }: Deleting,
) {
  const { variant, family } = await lockVariant(tx, variantId);
  await refuseUnknownAccounts(tx, accountIds);
  refuseWhileUsed(await usesOf(tx, finders, { familyId: family.familyId, variantId }));
  const there = await tx.sql<{ accountId: string; metaTemplateId: string }>(
    `select account_id as "accountId", meta_template_id as "metaTemplateId" from templates
     where workspace_id = $1 and name = $2 and language = $3 and removed_at is null and account_id = any($4::uuid[])
       and account_id not in (select account_id from template_submissions where workspace_id = $1 and variant_id = $5
         and state in ('waiting', 'asking', 'unclear'))`,
    [tx.workspaceId, variant.metaName, variant.language, accountIds, variantId],
  );
  const rows = there.map((each) => ({
    ...each,
    submissionId: newId(tx.now),
    variantId,
    versionId: null,
    kind: 'delete',
  }));
  await begin(tx, rows);
  await record(
    tx,
    ...there.map(({ accountId }) => ({
      familyId: family.familyId,
      what: 'submitted' as const,
      variantId,
      accountId,
      after: 'delete',
    })),
  );
  return { submissions: await underWay(tx, variantId, accountIds) };
}
