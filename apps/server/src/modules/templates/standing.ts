import type { templateRefusals } from '@trikon/contract';

export type TemplateRefusal = (typeof templateRefusals)[number];

/**
 * Which of Meta's statuses may be sent, and why the others may not (Meta, 'Template status'). FLAGGED is a warning;
 * whoever was reinstated or taken from the archive is approved.
 */
const statuses: Readonly<Record<string, TemplateRefusal | null>> = {
  APPROVED: null,
  REINSTATED: null,
  UNARCHIVED: null,
  FLAGGED: null,
  PENDING: 'template_in_review',
  IN_APPEAL: 'template_in_review',
  REJECTED: 'template_rejected',
  PAUSED: 'template_paused',
  DISABLED: 'template_disabled',
  LIMIT_EXCEEDED: 'template_locked',
  LOCKED: 'template_locked',
  ARCHIVED: 'template_archived',
  PENDING_DELETION: 'template_removed',
  DELETED: 'template_removed',
};

/** Why a template cannot be sent; null when it can. A status that Meta has added since is no approval. */
export function templateRefusal({
  status,
  removedAt,
}: {
  status: string;
  removedAt: Date | null;
}): TemplateRefusal | null {
  if (removedAt !== null) return 'template_removed';
  const refusal = statuses[status];
  return refusal === undefined ? 'template_status_unknown' : refusal;
}

/** The same as an SQL expression over the alias of a row of templates. */
export function templateRefusalSql(template: string): string {
  const cases = Object.entries(statuses).map(
    ([status, refusal]) => `when '${status}' then ${refusal === null ? 'null' : `'${refusal}'`}`,
  );
  return `case when ${template}.removed_at is not null then 'template_removed'
    else case ${template}.status ${cases.join(' ')} else 'template_status_unknown' end end`;
}
