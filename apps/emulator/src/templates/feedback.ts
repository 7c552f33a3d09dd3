import type { TemplateQualityScore } from '@trikon/whatsapp';
import { tellQuality, tellStatus } from './news.ts';
import { grade, pauseForPacing, rate, unpause } from './standing/ladder.ts';
import type { Step } from './standing/ladder.ts';
import { scoreOf } from './standing/score.ts';
import { count } from './standing/tally.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';

type Ended = { id: string; number: number };

export function defineFeedback(templates: Templates): void {
  const { tasks } = templates.emulator.world;
  tasks.on<Ended>('templates.unpause', ({ id, number }) => {
    const template = templates.all.get(id);
    if (template?.status === 'PAUSED' && template.pause?.number === number) resume(templates, template);
  });
  tasks.on<string>('templates.pacing', (id) => {
    const template = templates.all.get(id);
    if (template && templates.tallies.of(id).pacing.state === 'holding') {
      endPacing(templates, template, template.quality === 'RED' ? 'fail' : 'release');
    }
  });
}

export type Feedback = 'blocked' | 'delivered' | 'read' | 'reported';

const counts = { blocked: 'blocks', delivered: 'delivered', read: 'read', reported: 'reports' } as const;

/** What a customer did with a message; every judgement of quality begins here. */
export function giveFeedback(
  templates: Templates,
  {
    templateId,
    feedback,
    reason = 'NO_REASON_GIVEN',
  }: { templateId: string; feedback: Feedback; reason?: string },
): void {
  const template = templates.all.get(templateId);
  if (!template) return;
  const tally = templates.tallies.of(templateId);
  const disliked = feedback === 'blocked' || feedback === 'reported';
  count(tally, counts[feedback], templates.now, disliked ? reason : undefined);
  // A judgement with every delivery would only cost time.
  const due = disliked || (tally.days.at(-1)?.[counts[feedback]] ?? 0) % 10 === 0;
  if (due) judge(templates, template, scoreOf(tally.days, templates.setting.value, templates.now));
}

/** Gives a template its score, with all that follows from it. */
export function judge(templates: Templates, template: Template, score: TemplateQualityScore): Template {
  // Too little feedback to tell is no reason to forget what was known.
  if (score === 'UNKNOWN') return template;
  const holding = templates.tallies.of(template.id).pacing.state === 'holding';
  if (!holding || score !== 'RED') return take(templates, template, rate(template, score, templates.now));
  return endPacing(templates, take(templates, template, grade(template, score, templates.now)), 'fail');
}

/** The held messages go out, or fail with the template paused (Meta, 'Template pacing'). */
export function endPacing(templates: Templates, template: Template, outcome: 'fail' | 'release'): Template {
  templates.tallies.of(template.id).pacing.state = 'passed';
  const ended =
    outcome === 'fail' && template.status === 'APPROVED'
      ? take(templates, template, pauseForPacing(template, templates.now))
      : template;
  templates.tellPacing(template.id, outcome);
  return ended;
}

export function resume(templates: Templates, template: Template): Template {
  templates.tallies.beginLife(template.id);
  return take(templates, template, unpause(template, templates.now));
}

function take(templates: Templates, template: Template, { change, quality, told }: Step): Template {
  if (Object.keys(change).length === 0) return template;
  const changed = templates.all.change(template.id, change);
  if (quality) tellQuality(templates, changed, quality.from, quality.to);
  if (told) {
    tellStatus(templates, changed, told.event, {
      ...(told.pause && { other_info: told.pause }),
      ...(told.event === 'DISABLED' && { disable_info: { disable_date: Math.floor(templates.now / 1000) } }),
    });
  }
  if (changed.status === 'PAUSED' && change.pause) rest(templates, changed);
  return changed;
}

function rest(templates: Templates, { id, wabaId, category, pause }: Template): void {
  if (category === 'UTILITY') templates.tallies.notePause(wabaId, templates.now);
  if (pause?.until === undefined) return;
  templates.emulator.world.tasks.schedule({
    kind: 'templates.unpause',
    at: pause.until,
    payload: { id, number: pause.number },
  });
}
