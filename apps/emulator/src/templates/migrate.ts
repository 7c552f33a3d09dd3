import { refuse } from '../graph/errors.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

interface Migration {
  source: string;
  destination: string;
  page: number;
  count: number;
}

const largestPage = 500;

/** Copies templates between accounts of one portfolio, page by page (Meta, 'Template migration'). */
export function migrateTemplates(templates: Templates, { source, destination, page, count }: Migration) {
  const { wabas } = templates.emulator.directory;
  const [from, to] = [wabas.get(source), wabas.get(destination)];
  if (!from || !to || from.businessId !== to.businessId) {
    refuse(100, 'Both WhatsApp Business accounts have to belong to the same business portfolio.');
  }
  if (page < 0 || count < 1 || count > largestPage) {
    refuse(100, `Param count must be between 1 and ${largestPage}, and page_number not negative.`);
  }
  const migrated: string[] = [];
  const failed: Record<string, string> = {};
  for (const template of templates.ofWaba.all(source).slice(page * count, (page + 1) * count)) {
    const reason = obstacle(templates, template, destination);
    if (reason !== null) failed[template.id] = reason;
    else migrated.push(copy(templates, template, destination).id);
  }
  return { migrated_templates: migrated, failed_templates: failed };
}

function obstacle(
  templates: Templates,
  { name, language, status }: Template,
  destination: string,
): string | null {
  if (status !== 'APPROVED') return 'Template is not approved';
  return templates.find(destination, name, language) ? 'Template already exists' : null;
}

/** The copy is approved, and its quality unknown. */
function copy(
  templates: Templates,
  { archivedAt: _at, pause: _pause, ...template }: Template,
  wabaId: string,
): Template {
  return templates.all.put({
    ...template,
    id: templates.emulator.world.ids.next(),
    wabaId,
    quality: 'UNKNOWN',
    qualitySince: templates.now,
    createdAt: templates.now,
    edits: [],
    review: 1,
    pauses: 0,
  });
}
