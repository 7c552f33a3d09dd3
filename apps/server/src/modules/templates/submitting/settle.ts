import type { Tx } from '../../../platform/db/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { record } from '../families/history.ts';
import { queueSync } from '../jobs.ts';
import { writeLinks } from '../linking/links.ts';
import { storeOne } from '../store-templates.ts';
import { templateColumns, writeTemplates, type TemplateRow } from '../template-row.ts';
import { changeOf, changesBetween } from '../changes.ts';
import type { Answer, Claimed } from './ask.ts';

type Settling = Claimed & { submissionId: string };

/** Writes down what Meta answered, once. */
export async function settle(
  tx: Tx,
  claimed: Settling,
  { answer, isLast }: { answer: Answer; isLast: boolean },
): Promise<void> {
  const isOpen = answer.state === 'waiting' || answer.state === 'unclear';
  const state = isOpen && isLast ? 'failed' : answer.state;
  const problem = answer.state === 'done' ? null : answer.problem;
  const ended = !isOpen || isLast;
  const [row] = await tx.sql(
    `update template_submissions set state = $3, problem = $4, counts = $5, answered_at = $6,
       meta_template_id = coalesce($7, meta_template_id)
     where workspace_id = $1 and submission_id = $2 and state in ('waiting', 'asking', 'unclear') returning 1`,
    [
      tx.workspaceId,
      claimed.submissionId,
      state,
      problem === null ? null : JSON.stringify(problem),
      state === 'done' && claimed.kind === 'edit' && claimed.isApproved,
      ended ? tx.now : null,
      answer.state === 'done' ? answer.metaTemplateId : null,
    ],
  );
  if (row === undefined || !ended) return;
  if (answer.state === 'done') await takeOver(tx, claimed, answer);
  const { familyId, familyName: name, variantId, versionId, accountId, kind, submissionId } = claimed;
  await record(tx, {
    familyId,
    what: 'submission_ended',
    variantId,
    versionId,
    accountId,
    before: kind,
    after: state,
    note: problem?.message ?? null,
  });
  await publish(tx, {
    type: 'template_submission.ended',
    data: { familyId, name, submissionId, accountId, kind, state },
  });
}

type Done = Extract<Answer, { state: 'done' }>;

async function takeOver(tx: Tx, claimed: Settling, { readAt, template }: Done): Promise<void> {
  const { workspaceId } = tx;
  const { accountId, variantId, versionId, wanted } = claimed;
  if (claimed.kind === 'delete') return markGone(tx, claimed);
  // Whatever a webhook tells meanwhile, and where it could not be read back.
  await queueSync(tx, [
    { workspaceId, accountId, runAt: new Date(tx.now.getTime() + 60_000), reason: ' submitted' },
  ]);
  if (template === null || versionId === null || wanted === null) return;
  const stored = await storeOne(tx, { workspaceId, accountId, readAt }, template);
  const { templateId, updatedAt: comparedAt, category } = stored;
  const askedCategory = wanted.category;
  await writeLinks(tx, [{ workspaceId, templateId, variantId, versionId, comparedAt, askedCategory }]);
  if (category !== askedCategory) await tellOtherCategory(tx, claimed, stored, askedCategory);
}

async function markGone(tx: Tx, { accountId, metaName, language }: Settling): Promise<void> {
  const rows = await tx.sql<TemplateRow>(
    `select ${templateColumns} from templates template
     where workspace_id = $1 and account_id = $2 and name = $3 and language = $4 and removed_at is null for update`,
    [tx.workspaceId, accountId, metaName, language],
  );
  const gone = rows.map((row) => ({ ...row, removedAt: tx.now, updatedAt: tx.now, syncedAt: tx.now }));
  await writeTemplates(tx, gone);
  await publish(tx, ...rows.map((row, at) => changeOf(row, changesBetween(row, gone[at]!))));
}

/** Meta made it another category than the one that was asked for, which costs another price. */
async function tellOtherCategory(tx: Tx, claimed: Settling, row: TemplateRow, asked: string): Promise<void> {
  const { familyId, variantId, versionId } = claimed;
  const { templateId, accountId, name, language, category } = row;
  await record(tx, {
    familyId,
    what: 'recategorised',
    variantId,
    versionId,
    accountId,
    before: asked,
    after: category,
  });
  await publish(tx, {
    type: 'template.recategorised',
    data: { templateId, accountId, name, language, familyId, asked, category, from: null },
  });
}
