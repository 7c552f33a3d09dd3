import { readComponents } from './checks/components.ts';
import { refuseContent, refuseTemplate } from './checks/refusals.ts';
import { categories, parsed, readTracking, readTtl } from './checks/request.ts';
import { readWord } from './checks/reading.ts';
import { resolveComponents } from './create.ts';
import { categorise, submit } from './reviewing.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

const day = 86_400_000;
const editable = new Set(['APPROVED', 'PAUSED', 'REJECTED']);

/** Category, components or time to live of a template; then it is reviewed anew (Meta, 'Edit templates'). */
export function editTemplate(
  templates: Templates,
  template: Template,
  params: Record<string, unknown>,
): Template {
  if (!editable.has(template.status)) {
    refuseTemplate(
      'statusFixed',
      "The status for this message template can't be changed. You can only delete or add templates.",
    );
  }
  checkFixed(template, params);
  const tracking = readTracking(params.cta_url_link_tracking_opted_out);
  if (tracking.trackingOptedOut !== undefined && leavesTheRest(template, params))
    return templates.all.change(template.id, tracking);
  const edits = checkCaps(template, templates.now);
  const category = readCategory(template, params.category);
  const components =
    params.components === undefined
      ? template.components
      : resolveComponents(templates, template.wabaId, readAnew(template, params, category));
  const ttl = readTtl(params.message_send_ttl_seconds, category);
  if (params.components === undefined && params.category === undefined && ttl.ttlSeconds === undefined) {
    refuseContent('Nothing to edit', 'Give a category, components or message_send_ttl_seconds.');
  }
  templates.tallies.beginLife(template.id);
  const edited = templates.all.change(template.id, {
    ...ttl,
    ...tracking,
    components,
    category: categorise(templates, { ...template, category, components }),
    status: 'PENDING',
    rejectedReason: 'NONE',
    review: template.review + 1,
    edits,
    pause: undefined,
  });
  return submit(templates, edited);
}

/** Whether links are tracked is no matter for reviewers, as long as the category is the same (Meta, 'Template analytics'). */
const leavesTheRest = ({ category }: Template, params: Record<string, unknown>): boolean =>
  params.components === undefined &&
  params.message_send_ttl_seconds === undefined &&
  (params.category === undefined || params.category === category);

const readAnew = (
  { language, parameterFormat, displayFormat }: Template,
  params: Record<string, unknown>,
  category: Template['category'],
) =>
  readComponents(parsed(params.components), { category, language, format: parameterFormat, displayFormat });

function checkFixed(template: Template, { name, language, parameter_format }: Record<string, unknown>): void {
  const changes =
    (name !== undefined && name !== template.name) ||
    (language !== undefined && language !== template.language) ||
    (typeof parameter_format === 'string' && parameter_format.toUpperCase() !== template.parameterFormat);
  if (changes) {
    refuseContent(
      'Message template cannot be changed',
      'Only the category, the components and the time to live of a template can be edited.',
    );
  }
}

/** Approved templates: once a day and ten times in thirty days; others as often as wanted. */
function checkCaps({ status, edits }: Template, now: number): number[] {
  const recent = edits.filter((at) => at > now - 30 * day);
  if (status !== 'APPROVED') return recent;
  if (recent.some((at) => at > now - day)) {
    refuseContent('Edit limit reached', 'An approved template can be edited once in 24 hours.');
  }
  if (recent.length >= 10) {
    refuseContent('Edit limit reached', 'An approved template can be edited 10 times in 30 days.');
  }
  return [...recent, now];
}

function readCategory(template: Template, value: unknown): Template['category'] {
  if (value === undefined) return template.category;
  const category = readWord(value, categories, 'category');
  if (category !== template.category && template.status === 'APPROVED') {
    refuseContent('Category cannot be changed', 'The category of an approved template cannot be edited.');
  }
  return category;
}
