import type { TemplateCategory } from '@trikon/whatsapp';
import { tellCategoryChange, tellCategoryNotice, tellMisclassified } from './news.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

const day = 86_400_000;

type Due = { id: string; category: TemplateCategory };

export function defineRecategorising(templates: Templates): void {
  templates.emulator.world.tasks.on<Due>('templates.category', ({ id, category }) => {
    const template = templates.all.get(id);
    if (template?.correctCategory === category) changeCategory(templates, template, category);
  });
  templates.emulator.world.onChange(({ collection, id, change }) => {
    if (collection === 'wabas' && change && 'restrictions' in change) endUtility(templates, id);
  });
}

/** Repeated misuse of utility templates makes all that there are marketing (Meta, 'Template categorization'). */
function endUtility(templates: Templates, wabaId: string): void {
  const restrictions = templates.emulator.directory.wabas.get(wabaId)?.restrictions ?? [];
  if (!restrictions.some(({ type }) => type === 'RESTRICTED_UTILITY_TEMPLATES')) return;
  const utility = [...templates.ofWaba.all(wabaId)].filter(({ category }) => category === 'UTILITY');
  for (const template of utility) changeCategory(templates, template, 'MARKETING');
}

/** Meta found another category to be right: a day's notice, or none for accounts that were warned. */
export function recategorise(
  templates: Templates,
  template: Template,
  { category, notice = true }: { category: TemplateCategory; notice?: boolean },
): Template {
  if (category === template.category) return template;
  if (!notice) return changeCategory(templates, template, category);
  const at = templates.now + day;
  const noticed = templates.all.change(template.id, { correctCategory: category });
  templates.emulator.world.tasks.schedule({
    kind: 'templates.category',
    at,
    payload: { id: template.id, category },
  });
  tellMisclassified(templates, noticed, category);
  tellCategoryNotice(templates, noticed, category, at);
  return noticed;
}

function changeCategory(templates: Templates, template: Template, category: TemplateCategory): Template {
  const changed = templates.all.change(template.id, {
    category,
    previousCategory: template.category,
    correctCategory: undefined,
  });
  tellCategoryChange(templates, changed, template.category);
  return changed;
}
