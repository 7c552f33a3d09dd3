import type { ReadTemplate } from '@trikon/whatsapp/client';
import type { TemplateRow } from './template-row.ts';

/** What Meta tells of a template when it is asked. */
export type MetaTemplate = Pick<
  TemplateRow,
  | 'metaTemplateId'
  | 'name'
  | 'language'
  | 'category'
  | 'previousCategory'
  | 'correctCategory'
  | 'status'
  | 'rejectedReason'
  | 'quality'
  | 'parameterFormat'
  | 'components'
  | 'messageTtlSeconds'
>;

/** Null for what has no name: nothing but the id is sure to be there. */
export function metaTemplateOf(read: ReadTemplate): MetaTemplate | null {
  const { id, name, language, category, correct_category: correct, components } = read;
  if (!name || !language || !category) return null;
  return {
    metaTemplateId: id,
    name,
    language: normalLanguage(language),
    category,
    previousCategory: read.previous_category || null,
    correctCategory: correct && correct !== category ? correct : null,
    status: read.status ?? 'UNKNOWN',
    rejectedReason: read.rejected_reason && read.rejected_reason !== 'NONE' ? read.rejected_reason : null,
    quality: read.quality_score?.score ?? null,
    parameterFormat: read.parameter_format ?? 'POSITIONAL',
    components: Array.isArray(components) ? (components as unknown as Record<string, unknown>[]) : [],
    messageTtlSeconds: read.message_send_ttl_seconds ?? null,
  };
}

/** Meta writes en-US in some places and takes en_US alone. */
const normalLanguage = (language: string): string => language.replace('-', '_');
