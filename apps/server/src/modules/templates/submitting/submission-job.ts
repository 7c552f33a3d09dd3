import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { defineTask } from '../../../platform/jobs/index.ts';
import { graphForAccount, type NumbersParts } from '../../numbers/index.ts';
import { templateRefusal } from '../standing.ts';
import type { VersionRow } from '../versions/version-row.ts';
import { ask, type Answer, type Asked, type Claimed } from './ask.ts';
import { ownRefusal } from './in-words.ts';
import type { Samples } from './samples.ts';
import { settle } from './settle.ts';

export interface SubmissionParts {
  numbers: NumbersParts;
  samples: Samples;
}

/**
 * Asks Meta for what was submitted. No transaction is open meanwhile. What it asks for is written down before, so
 * whoever takes over after a crash looks first whether Meta has it.
 */
export const askWhatsApp = defineTask({
  name: 'templates.submit',
  input: z.object({ submissionId: z.uuid() }),
  maxAttempts: 9,
  run: async (job, { numbers, samples }: SubmissionParts) => {
    const { input, workspaceId, inWorkspace, readWorkspace, signal, attempt, maxAttempts } = job;
    const claimed = await inWorkspace((tx) => claim(tx, input.submissionId));
    if (claimed === null) return;
    const answer = await answered(async () => {
      const access = await readWorkspace((tx) =>
        graphForAccount(tx, numbers, { workspaceId, accountId: claimed.accountId }),
      );
      const asked: Asked = { ...claimed, workspaceId, access };
      return ask(asked, { samples, signal, now: () => readWorkspace((tx) => Promise.resolve(tx.now)) });
    });
    const isLast = attempt >= maxAttempts;
    await inWorkspace((tx) => settle(tx, { ...claimed, ...input }, { answer, isLast }));
    if (!isLast && (answer.state === 'waiting' || answer.state === 'unclear'))
      throw new Error(answer.problem.message);
  },
});

/** An account that was disconnected meanwhile is an answer, too. */
async function answered(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: 'refused', problem: ownRefusal(error.message) };
  }
}

interface ClaimRow {
  variantId: string;
  familyId: string;
  familyName: string;
  accountId: string;
  versionId: string | null;
  kind: Asked['kind'];
  state: string;
  metaName: string;
  language: string;
  metaTemplateId: string | null;
  content: VersionRow['content'] | null;
  category: string | null;
  status: string | null;
}

async function claim(tx: Tx, submissionId: string): Promise<Claimed | null> {
  const [row] = await tx.sql<ClaimRow>(
    `select submission.variant_id as "variantId", family.family_id as "familyId", family.name as "familyName",
       submission.account_id as "accountId", submission.version_id as "versionId", submission.kind, submission.state,
       variant.meta_name as "metaName", variant.language, submission.meta_template_id as "metaTemplateId",
       version.content, version.category, template.status
     from template_submissions as submission
     join template_variants as variant using (workspace_id, variant_id)
     join template_families as family using (workspace_id, family_id)
     left join template_versions as version on version.workspace_id = submission.workspace_id
       and version.version_id = submission.version_id
     left join templates as template on template.workspace_id = submission.workspace_id
       and template.account_id = submission.account_id and template.meta_template_id = submission.meta_template_id
     where submission.workspace_id = $1 and submission_id = $2 and submission.state in ('waiting', 'asking', 'unclear')
     for update of submission`,
    [tx.workspaceId, submissionId],
  );
  if (row === undefined) return null;
  const { state, content, category, status, ...rest } = row;
  await tx.sql(
    `update template_submissions set state = case state when 'waiting' then 'asking' else state end, asked_at = $3
     where workspace_id = $1 and submission_id = $2`,
    [tx.workspaceId, submissionId, tx.now],
  );
  return {
    ...rest,
    looksFirst: state !== 'waiting',
    wanted: content === null || category === null ? null : { content, category },
    isApproved: status !== null && templateRefusal({ status, removedAt: null }) === null,
  };
}
