import type { TemplatePauseTitle, TemplateQualityScore } from '@trikon/whatsapp';
import type { Template } from '../template.ts';

/** What comes of a judgement: how the template changes, and what the business is told. */
export interface Step {
  change: Partial<Template>;
  quality?: { from: TemplateQualityScore; to: TemplateQualityScore };
  told?: Told;
}

interface Told {
  event: 'APPROVED' | 'DISABLED' | 'PAUSED';
  pause?: { title: TemplatePauseTitle; description: string };
}

const hour = 3_600_000;

/** The first time RED pauses for three hours, the second for six; the third disables (Meta, 'Template pausing'). */
const rungs = [
  { title: 'FIRST_PAUSE', hours: 3 },
  { title: 'SECOND_PAUSE', hours: 6 },
] as const;

/** A new score, and nothing else. */
export function grade(template: Template, score: TemplateQualityScore, now: number): Step {
  if (score === template.quality) return { change: {} };
  return {
    change: { quality: score, qualitySince: now },
    quality: { from: template.quality, to: score },
  };
}

/** A new score; when it is RED the template is paused or disabled. */
export function rate(template: Template, score: TemplateQualityScore, now: number): Step {
  const graded = grade(template, score, now);
  if (!graded.quality || score !== 'RED' || template.status !== 'APPROVED') return graded;
  const step = pauseForQuality(template, now);
  return { ...step, change: { ...step.change, ...graded.change }, quality: graded.quality };
}

function pauseForQuality({ pauses }: Template, now: number): Step {
  const rung = rungs[pauses];
  const times = { pauses: pauses + 1, lastPausedAt: now };
  if (!rung) return { change: { ...times, status: 'DISABLED' }, told: { event: 'DISABLED' } };
  const { title, hours } = rung;
  return {
    change: {
      ...times,
      status: 'PAUSED',
      pause: { number: pauses + 1, by: 'quality', until: now + hours * hour },
    },
    told: { event: 'PAUSED', pause: { title, description: `Paused for ${hours} hours.` } },
  };
}

/** Pacing found bad feedback: the template rests until the business asks for it again (Meta, 'Template pacing'). */
export const pauseForPacing = ({ pauses }: Template, now: number): Step => ({
  change: { status: 'PAUSED', lastPausedAt: now, pause: { number: pauses, by: 'pacing' } },
  told: {
    event: 'PAUSED',
    pause: {
      title: 'RATE_LIMITING_PAUSE',
      description: 'Paused because of early feedback from customers. Unpause it when it is improved.',
    },
  },
});

/** Back to work, with a quality that is watched: it has to fall again before the next pause. */
export const unpause = (template: Template, now: number): Step => ({
  change: {
    status: 'APPROVED',
    pause: undefined,
    ...(template.quality === 'RED' && { quality: 'YELLOW', qualitySince: now }),
  },
  told: { event: 'APPROVED', pause: { title: 'UNPAUSE', description: 'The template can be sent again.' } },
});
