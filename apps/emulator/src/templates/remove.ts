import { refuseContent, refuseTemplate } from './checks/refusals.ts';
import { tellStatus } from './news.ts';
import { placeOf } from './template.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

const hour = 3_600_000;
const nameRests = 30 * 24 * hour;

type Deletion = { id: string; until: number };

export function defineRemoving(templates: Templates): void {
  templates.emulator.world.tasks.on<Deletion>('templates.delete', ({ id, until }) => {
    const template = templates.all.get(id);
    if (template?.status === 'PENDING_DELETION') finish(templates, template, until);
  });
}

/** All languages of a name, or the one with the id (Meta, 'Delete templates'). */
export function removeTemplates(
  templates: Templates,
  wabaId: string,
  { name, id }: { name: string; id?: string },
): void {
  const found = templates.named(wabaId, name).filter((template) => id === undefined || template.id === id);
  if (found.length === 0) {
    refuseContent(
      'Message Template Not Found',
      `The message template "${name}" doesn't exist in this account.`,
    );
  }
  if (found.some(({ status }) => status === 'DISABLED')) {
    refuseTemplate('statusFixed', 'A disabled message template cannot be deleted.');
  }
  for (const template of found) remove(templates, template);
}

/** An approved name rests for thirty days; messages under way are waited for as long. */
export function remove(templates: Templates, template: Template): void {
  const until = templates.now + nameRests;
  if (['APPROVED', 'PAUSED', 'ARCHIVED'].includes(template.status)) {
    templates.locks.put({ id: placeOf(template), until, category: template.category });
  }
  if (!templates.neighbours.hasUnderway(template.id)) return erase(templates, template);
  const pending = templates.all.change(template.id, { status: 'PENDING_DELETION' });
  tellStatus(templates, pending, 'PENDING_DELETION');
  finish(templates, pending, until);
}

function finish(templates: Templates, template: Template, until: number): void {
  if (until <= templates.now || !templates.neighbours.hasUnderway(template.id))
    return erase(templates, template);
  const at = templates.now + hour;
  templates.emulator.world.tasks.schedule({
    kind: 'templates.delete',
    at,
    payload: { id: template.id, until },
  });
}

function erase(templates: Templates, template: Template): void {
  templates.all.delete(template.id);
  templates.tallies.forget(template.id);
  tellStatus(templates, template, 'DELETED');
}
