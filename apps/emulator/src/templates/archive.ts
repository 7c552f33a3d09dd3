import { tellStatus } from './news.ts';
import { remove } from './remove.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

const archivedFor = 28 * 86_400_000;

type Archived = { id: string; at: number };

export function defineArchiving(templates: Templates): void {
  templates.emulator.world.tasks.on<Archived>('templates.archived', ({ id, at }) => {
    const template = templates.all.get(id);
    if (template?.status === 'ARCHIVED' && template.archivedAt === at) remove(templates, template);
  });
}

/** An archived template cannot be sent, and is deleted after 28 days (Meta, 'Archive templates'). */
export function archive(templates: Templates, template: Template): boolean {
  if (template.status !== 'APPROVED') return false;
  const at = templates.now;
  const archived = templates.all.change(template.id, { status: 'ARCHIVED', archivedAt: at });
  templates.emulator.world.tasks.schedule({
    kind: 'templates.archived',
    at: at + archivedFor,
    payload: { id: template.id, at },
  });
  tellStatus(templates, archived, 'ARCHIVED');
  return true;
}

export function unarchive(templates: Templates, template: Template): boolean {
  if (template.status !== 'ARCHIVED') return false;
  const back = templates.all.change(template.id, { status: 'APPROVED', archivedAt: undefined });
  tellStatus(templates, back, 'UNARCHIVED');
  return true;
}
