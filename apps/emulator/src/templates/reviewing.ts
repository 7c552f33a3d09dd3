import type { TemplateCategory } from '@trikon/whatsapp';
import { tellComponents, tellStatus } from './news.ts';
import { duplicateOf, isDuplicate, rejectionOf, rightCategory } from './review/review.ts';
import type { Rejection } from './review/review.ts';
import type { Template } from './template.ts';
import type { ReviewOrder, Templates } from './templates.ts';

type Round = { id: string; round: number };

export function defineReviewing(templates: Templates): void {
  templates.emulator.world.tasks.on<Round>('templates.review', ({ id, round }) => {
    const template = templates.all.get(id);
    if (template?.status === 'PENDING' && template.review === round) decide(templates, template);
  });
}

/** Puts a template before the reviewer; without a delay the decision stands in the same answer. */
export function submit(templates: Templates, template: Template): Template {
  const { reviewSeconds } = templates.setting.value;
  if (reviewSeconds <= 0) return decide(templates, template);
  templates.emulator.world.tasks.schedule({
    kind: 'templates.review',
    at: templates.now + reviewSeconds * 1000,
    payload: { id: template.id, round: template.review },
  });
  return template;
}

/** The category that is given at once, before any review (Meta, 'Template categorization'). */
export function categorise(
  templates: Templates,
  draft: Pick<Template, 'category' | 'components' | 'language' | 'name' | 'wabaId'>,
): TemplateCategory {
  const order = takeOrder(templates, draft, ['recategorise']);
  return order?.category ?? rightCategory(draft);
}

function decide(templates: Templates, template: Template): Template {
  const order = takeOrder(templates, template, ['approve', 'reject']);
  if (order?.outcome === 'reject')
    return reject(templates, template, { reason: order.reason ?? 'INVALID_FORMAT' });
  const rejection = order ? null : (rejectionOf(template) ?? duplicateRejection(templates, template));
  return rejection ? reject(templates, template, rejection) : approve(templates, template);
}

export function approve(templates: Templates, template: Template): Template {
  const approved = templates.all.change(template.id, { status: 'APPROVED', rejectedReason: 'NONE' });
  tellStatus(templates, approved, 'APPROVED');
  if (approved.review > 1) tellComponents(templates, approved);
  return approved;
}

export function reject(templates: Templates, template: Template, { reason, info }: Rejection): Template {
  const rejected = templates.all.change(template.id, { status: 'REJECTED', rejectedReason: reason });
  tellStatus(templates, rejected, 'REJECTED', { reason, ...(info && { rejection_info: info }) });
  return rejected;
}

function duplicateRejection(templates: Templates, template: Template): Rejection | null {
  const twin = templates.ofWaba
    .all(template.wabaId)
    .find(
      (other) =>
        other.name !== template.name &&
        ['APPROVED', 'PAUSED'].includes(other.status) &&
        isDuplicate(template, other),
    );
  return twin ? duplicateOf(twin.name) : null;
}

/** The order that fits best: one for this name before one for the account before one for all. */
function takeOrder(
  { orders }: Templates,
  { wabaId, name }: Pick<Template, 'name' | 'wabaId'>,
  outcomes: readonly ReviewOrder['outcome'][],
): ReviewOrder | undefined {
  const rank = (order: ReviewOrder): number =>
    (order.name === undefined ? 0 : 2) + (order.wabaId === undefined ? 0 : 1);
  const [order] = orders
    .filter(
      (one) =>
        outcomes.includes(one.outcome) &&
        (one.name === undefined || one.name === name) &&
        (one.wabaId === undefined || one.wabaId === wabaId),
    )
    .toSorted((one, other) => rank(other) - rank(one));
  if (order && order.always !== true) orders.delete(order.id);
  return order;
}
