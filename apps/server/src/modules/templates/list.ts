import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { decodeCursor, pageOf } from '../../platform/paging/index.ts';
import { parametersOf } from './parameters.ts';
import type { Parameter } from './slots.ts';
import { templateRefusal, type TemplateRefusal } from './standing.ts';
import { templateColumns, type TemplateRow } from './template-row.ts';
import { exampleTextOf } from './text.ts';

interface Filter {
  cursor?: string | undefined;
  limit: number;
  accountId?: string | undefined;
  status?: string | undefined;
  category?: string | undefined;
  language?: string | undefined;
  search?: string | undefined;
  removed: boolean;
}

export async function listTemplates(tx: Tx, filter: Filter) {
  const { cursor, limit, accountId, status, category, language, search, removed } = filter;
  const after = decodeCursor(cursor, ['text', 'text', 'uuid']);
  const rows = await tx.sql<TemplateRow>(
    `select ${templateColumns} from templates template
     where workspace_id = $1
       and ($2::text is null or (name, language, template_id) > ($2, $3, $4::uuid))
       and ($5::uuid is null or account_id = $5) and ($6::text is null or status = $6)
       and ($7::text is null or category = $7) and ($8::text is null or language = $8)
       and ($9::text is null or position(lower($9) in name) > 0) and ($10 or removed_at is null)
     order by name, language, template_id limit $11`,
    [
      tx.workspaceId,
      ...(after ?? [null, null, null]),
      accountId ?? null,
      status ?? null,
      category ?? null,
      language ?? null,
      search ?? null,
      removed,
      limit + 1,
    ],
  );
  const page = pageOf(rows, limit, (row) => [row.name, row.language, row.templateId]);
  return { ...page, items: page.items.map(shown) };
}

export async function getTemplate(tx: Tx, templateId: string): Promise<WholeTemplate> {
  const [row] = await tx.sql<TemplateRow>(
    `select ${templateColumns} from templates template where workspace_id = $1 and template_id = $2`,
    [tx.workspaceId, templateId],
  );
  if (row === undefined) throw notFound('template');
  const { previousCategory, parameterFormat, components, messageTtlSeconds } = row;
  return {
    ...shown(row),
    previousCategory,
    parameterFormat,
    components,
    messageTtlSeconds,
    parameters: parametersOf(row),
    exampleText: exampleTextOf(row),
  };
}

type Shown = Pick<
  TemplateRow,
  | 'templateId'
  | 'accountId'
  | 'metaTemplateId'
  | 'name'
  | 'language'
  | 'category'
  | 'correctCategory'
  | 'categoryChangesAt'
  | 'status'
  | 'rejectedReason'
  | 'pausedUntil'
  | 'quality'
  | 'updatedAt'
  | 'syncedAt'
  | 'removedAt'
> & { refusal: TemplateRefusal | null };

interface WholeTemplate
  extends
    Shown,
    Pick<TemplateRow, 'previousCategory' | 'parameterFormat' | 'components' | 'messageTtlSeconds'> {
  parameters: Parameter[];
  exampleText: string;
}

const shown = (row: TemplateRow): Shown => ({
  templateId: row.templateId,
  accountId: row.accountId,
  metaTemplateId: row.metaTemplateId,
  name: row.name,
  language: row.language,
  category: row.category,
  correctCategory: row.correctCategory,
  categoryChangesAt: row.categoryChangesAt,
  status: row.status,
  refusal: templateRefusal(row),
  rejectedReason: row.rejectedReason,
  pausedUntil: row.pausedUntil,
  quality: row.quality,
  updatedAt: row.updatedAt,
  syncedAt: row.syncedAt,
  removedAt: row.removedAt,
});
