import type { Tx } from '../../../platform/db/index.ts';
import { getCare } from '../cadence/settings.ts';
import { getTemplateSettings } from '../families/settings.ts';
import type { LintDraft } from './copy.ts';
import { noFacts, type LintFacts } from './facts.ts';
import { lint, type Linted } from './lint.ts';

interface Question extends LintDraft {
  accountId?: string | undefined;
  variants: readonly { language: string; body: string }[];
  domains: readonly string[];
}

/** What is wrong with a draft, by what the workspace has decided and what its account has already. */
export async function checkTemplate(
  tx: Tx,
  { accountId, variants, domains, ...draft }: Question,
): Promise<Linted> {
  const care = await getCare(tx, tx.workspaceId);
  const { namePattern } = await getTemplateSettings(tx, tx.workspaceId);
  return lint(draft, {
    ...noFacts,
    variants,
    domains: [...care.domains, ...domains],
    disclosures: care.disclosures,
    namePattern,
    others: accountId === undefined ? [] : await sameBodies(tx, accountId, draft),
  });
}

/** Templates of the account with this very body: Meta takes none twice. */
function sameBodies(tx: Tx, accountId: string, { name, content }: LintDraft): Promise<LintFacts['others']> {
  const body = content.components.find(
    (component) => (component as { type?: unknown } | null)?.type === 'BODY',
  );
  return tx.sql<LintFacts['others'][number]>(
    `select t.name, part.component ->> 'text' as body,
       coalesce((select f.component ->> 'text' from jsonb_array_elements(t.components) as f (component)
         where f.component ->> 'type' = 'FOOTER' limit 1), '') as footer
     from templates t cross join lateral jsonb_array_elements(t.components) as part (component)
     where t.workspace_id = $1 and t.account_id = $2 and t.removed_at is null and t.name <> $3
       and part.component ->> 'type' = 'BODY' and part.component ->> 'text' = $4 limit 20`,
    [tx.workspaceId, accountId, name, (body as { text?: string } | undefined)?.text ?? ''],
  );
}
