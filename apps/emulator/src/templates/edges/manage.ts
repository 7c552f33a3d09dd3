import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { readId, readText, readWords } from '../checks/reading.ts';
import { readDraft, required } from '../checks/request.ts';
import { createTemplate, mostTemplates } from '../create.ts';
import { editTemplate } from '../edit.ts';
import { resume } from '../feedback.ts';
import { draftFromLibrary } from '../library/library.ts';
import { removeTemplates } from '../remove.ts';
import { bodyOf } from '../template.ts';
import type { Template } from '../template.ts';
import type { Templates } from '../templates.ts';

const access = 'whatsapp_business_management';

/** Creating, listing, editing, deleting and unpausing (Meta, 'Template management'). */
export const manageEdges = (templates: Templates): Edges => ({
  'GET waba/message_templates': { access, answer: (call: Call) => listTemplates(templates, call) },
  'POST waba/message_templates': {
    access,
    answer({ node, params }: Call) {
      const draft = params.library_template_name === undefined ? readDraft(params) : draftFromLibrary(params);
      const { id, status, category } = createTemplate(templates, node.id, draft);
      return { id, status, category };
    },
  },
  'DELETE waba/message_templates': {
    access,
    answer({ node, params }: Call) {
      const name = readText(required(params, 'name'), 'name');
      const id = params.hsm_id === undefined ? undefined : readId(params.hsm_id, 'hsm_id');
      removeTemplates(templates, node.id, { name, ...(id !== undefined && { id }) });
      return { success: true };
    },
  },
  'POST template': {
    access,
    answer({ node, params }: Call<Template>) {
      const { id, name, category } = editTemplate(templates, node, params);
      return { success: true, id, name, category };
    },
  },
  'POST template/unpause': { access, answer: ({ node }: Call<Template>) => unpauseTemplate(templates, node) },
});

function unpauseTemplate(templates: Templates, template: Template) {
  if (template.status !== 'PAUSED') return { success: false, reason: 'The template is not paused.' };
  if (template.pause?.by !== 'pacing') {
    return {
      success: false,
      reason: 'The template was paused for low quality and is unpaused automatically.',
    };
  }
  resume(templates, template);
  return { success: true };
}

function listTemplates(templates: Templates, call: Call) {
  const all = templates.ofWaba.all(call.node.id);
  const found = all.filter(fits(call.params));
  return { ...showList(templates, found, call, call.fields), ...summaryOf(templates, call, all, found) };
}

/** An account shows the first page of its templates as a field. */
export function defineTemplatesField(templates: Templates): void {
  templates.emulator.graph.nodes.addFields<{ id: string }>('waba', {
    message_templates: ({ id }, { inner }, call) => {
      const first = { ...call, node: { id }, params: {}, query: {} };
      return showList(templates, templates.ofWaba.all(id), first, inner.length > 0 ? inner : null);
    },
  });
}

function showList(templates: Templates, list: Template[], call: Call, fields: Call['fields']) {
  const page = pageOf(list.toReversed(), call, { path: `${call.node.id}/message_templates` });
  const { nodes } = templates.emulator.graph;
  return { ...page, data: page.data.map((template) => nodes.show('template', template, call, fields)) };
}

/** Lists with commas narrow by words, texts by what they contain. */
function fits(params: Record<string, unknown>): (template: Template) => boolean {
  const text = (key: string) => (typeof params[key] === 'string' ? params[key].toLowerCase() : '');
  const words = { status: readWords(params.status), category: readWords(params.category) };
  const languages = readWords(params.language);
  const scores = readWords(params.quality_score);
  return (template) => {
    const { name, status, category, language, quality } = template;
    const body = bodyOf(template).toLowerCase();
    return (
      (words.status?.has(status) ?? true) &&
      (words.category?.has(category) ?? true) &&
      (languages?.has(language.toUpperCase()) ?? true) &&
      (scores?.has(quality) ?? true) &&
      name.includes(text('name')) &&
      body.includes(text('content')) &&
      (name.includes(text('name_or_content')) || body.includes(text('name_or_content')))
    );
  };
}

function summaryOf(templates: Templates, { node, params }: Call, all: Template[], found: Template[]) {
  const wanted = readWords(params.summary);
  if (!wanted) return {};
  const summary = {
    total_count: found.length,
    message_template_count: all.length,
    message_template_limit: mostTemplates(templates, node.id),
    are_translations_complete: all.every(({ status }) => status !== 'PENDING'),
  };
  const entries = Object.entries(summary).filter(([name]) => wanted.has(name.toUpperCase()));
  return { summary: Object.fromEntries(entries) };
}
