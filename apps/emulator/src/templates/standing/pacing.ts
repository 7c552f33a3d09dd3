import type { Template } from '../template.ts';
import type { Tally } from './tally.ts';

/** Utility templates are paced for so long after one of the account's utility templates was paused. */
const afterPause = 7 * 86_400_000;

interface Circumstances {
  threshold: number;
  /** When a utility template of the account was last paused. */
  utilityPausedAt: number | undefined;
  now: number;
}

export type Pace = 'send' | 'hold' | 'begin-holding';

/**
 * Sends of a template that has not proved itself go out up to a threshold, and are held beyond it until there is
 * feedback (Meta, 'Template pacing'). A threshold of 0 turns pacing off.
 */
export function paceOf(template: Template, { pacing }: Tally, circumstances: Circumstances): Pace {
  if (pacing.state === 'holding') return 'hold';
  if (pacing.state === 'passed' || template.quality === 'GREEN') return 'send';
  if (circumstances.threshold === 0 || pacing.sent < circumstances.threshold) return 'send';
  return isPaced(template, circumstances) ? 'begin-holding' : 'send';
}

const isPaced = ({ category }: Template, { utilityPausedAt, now }: Circumstances): boolean =>
  category === 'MARKETING' ||
  (category === 'UTILITY' && utilityPausedAt !== undefined && now - utilityPausedAt < afterPause);
