import type { FindUses } from '../../templates/index.ts';

/** Messages that wait to be sent would fail without their template. */
export const usesInOutbox: FindUses = async (tx, templateIds) => {
  if (templateIds.length === 0) return [];
  const rows = await tx.sql<{ templateId: string; count: number }>(
    `select template_id as "templateId", count(*)::integer as count from outbox
     where workspace_id = $1 and template_id = any($2::uuid[]) group by template_id order by template_id`,
    [tx.workspaceId, templateIds],
  );
  return rows.map((row) => ({ ...row, kind: 'outbox', id: null, name: null }));
};
