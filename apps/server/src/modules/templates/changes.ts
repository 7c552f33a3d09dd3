import type { Fact } from '../../platform/events/index.ts';
import type { TemplateRow } from './template-row.ts';

const watched = [
  'status',
  'rejectedReason',
  'category',
  'correctCategory',
  'quality',
  'parameterFormat',
  'messageTtlSeconds',
  'metaTemplateId',
] as const;

interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

/** What there is to tell of a template that was read or heard of again. */
export function changesBetween(before: TemplateRow, after: TemplateRow): Change[] {
  const changes: Change[] = watched
    .map((field) => ({ field, before: asText(before[field]), after: asText(after[field]) }))
    .filter((change) => change.before !== change.after);
  if (canonical(before.components) !== canonical(after.components))
    changes.push({ field: 'components', before: null, after: null });
  if ((before.removedAt === null) !== (after.removedAt === null))
    changes.push({ field: 'removedAt', before: asText(before.removedAt), after: asText(after.removedAt) });
  return changes;
}

export const changeOf = (
  { templateId, accountId, name, language }: TemplateRow,
  changes: Change[],
): Fact => ({ type: 'template.changed', data: { templateId, accountId, name, language, changes } });

const asText = (value: string | number | Date | null): string | null =>
  value instanceof Date ? value.toISOString() : (value?.toString() ?? null);

/** The database orders the names in an object anew. Examples are addresses that Meta signs anew with each answer. */
const canonical = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).filter(([name]) => name !== 'header_handle');
  return Object.fromEntries(
    entries.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, each]) => [name, sorted(each)]),
  );
}
