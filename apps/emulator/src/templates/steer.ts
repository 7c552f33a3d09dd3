import type { TemplateCategory, TemplateQualityScore, TemplateRejectionReason } from '@trikon/whatsapp';
import { tellStatus } from './news.ts';
import { endPacing, judge, resume } from './feedback.ts';
import { recategorise } from './recategorise.ts';
import { approve, reject } from './reviewing.ts';
import type { Template } from './template.ts';
import type { ReviewOrder, Templates } from './templates.ts';

/** What somebody who steers the world can make of a template. `fail` and `release` end its pacing. */
export type Steering =
  | { to: 'approve' | 'disable' | 'fail' | 'pause' | 'release' | 'unpause' }
  | { to: 'quality'; score: TemplateQualityScore }
  | { to: 'recategorise'; category: TemplateCategory; notice?: boolean }
  | { to: 'reject'; reason?: TemplateRejectionReason };

/** Makes it so, with the webhooks that the same would bring by itself. */
export function steerTemplate(templates: Templates, template: Template, steering: Steering): Template {
  switch (steering.to) {
    case 'approve':
      return approve(templates, template);
    case 'reject':
      return reject(templates, template, { reason: steering.reason ?? 'INVALID_FORMAT' });
    case 'quality':
      return judge(templates, template, steering.score);
    case 'pause':
      return judge(
        templates,
        { ...template, quality: template.quality === 'RED' ? 'YELLOW' : template.quality },
        'RED',
      );
    case 'unpause':
      return resume(templates, template);
    case 'recategorise':
      return recategorise(templates, template, steering);
    case 'fail':
    case 'release':
      return endPacing(templates, template, steering.to);
    case 'disable':
      break;
  }
  const disabled = templates.all.change(template.id, { status: 'DISABLED' });
  const disable_date = Math.floor(templates.now / 1000);
  tellStatus(templates, disabled, 'DISABLED', { disable_info: { disable_date } });
  return disabled;
}

/** Says what the reviewer will decide next: for a name, for an account, or for everybody. */
export const orderReview = (templates: Templates, order: Omit<ReviewOrder, 'id'>): ReviewOrder =>
  templates.orders.put({ ...order, id: templates.emulator.world.ids.next() });
