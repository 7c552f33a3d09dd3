import type { Tone } from '../../ui/feedback/tones.ts';
import type { State } from './health-query.ts';

const tones = { good: 'good', warning: 'warn', bad: 'bad' } as const;

export const toneOf = (state: State): Tone & ('good' | 'warn' | 'bad') => tones[state];

const order: readonly State[] = ['bad', 'warning', 'good'];

/** What is worse comes first. */
export const byState = (a: { state: State }, b: { state: State }): number =>
  order.indexOf(a.state) - order.indexOf(b.state);
