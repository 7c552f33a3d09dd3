import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { archive, unarchive } from '../archive.ts';
import { readId, readInteger } from '../checks/reading.ts';
import { required } from '../checks/request.ts';
import { compareTemplates } from '../compare.ts';
import { migrateTemplates } from '../migrate.ts';
import type { Template } from '../template.ts';
import type { Templates } from '../templates.ts';

const access = 'whatsapp_business_management';

/** What concerns many templates: comparing, copying to another account, archiving. */
export const accountEdges = (templates: Templates): Edges => ({
  'GET template/compare': {
    access,
    answer: ({ node, params }: Call<Template>) => ({ data: compareTemplates(templates, node, params) }),
  },
  'POST waba/migrate_message_templates': {
    access,
    answer({ node, params }: Call) {
      const source = readId(required(params, 'source_waba_id'), 'source_waba_id');
      const page = params.page_number === undefined ? 0 : readInteger(params.page_number, 'page_number');
      const count = params.count === undefined ? 500 : readInteger(params.count, 'count');
      return migrateTemplates(templates, { source, destination: node.id, page, count });
    },
  },
  'POST waba/message_templates/archive': {
    access,
    answer: ({ node, params }: Call) => move(templates, node.id, params, archive, 'archived_templates'),
  },
  'POST waba/message_templates/unarchive': {
    access,
    answer: ({ node, params }: Call) => move(templates, node.id, params, unarchive, 'unarchived_templates'),
  },
});

function move(
  templates: Templates,
  wabaId: string,
  params: Record<string, unknown>,
  verb: (templates: Templates, template: Template) => boolean,
  done: string,
) {
  const ids = readId(required(params, 'hsm_ids'), 'hsm_ids')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  if (ids.length === 0 || ids.length > 100) refuse(100, 'Param hsm_ids must have between 1 and 100 ids.');
  const moved = ids.filter((id) => {
    const template = templates.all.get(id);
    return template?.wabaId === wabaId && verb(templates, template);
  });
  return { [done]: moved, failed_templates: ids.filter((id) => !moved.includes(id)) };
}
