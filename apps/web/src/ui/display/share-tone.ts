import type { Tone } from '../feedback/tones.ts';

/** How much of a limit is used, by what it means: enough left, nearly none, none. */
export function shareTone(value: number, most: number): Tone & ('accent' | 'warn' | 'bad') {
  const share = most === 0 ? 0 : value / most;
  return share >= 1 ? 'bad' : share >= 0.8 ? 'warn' : 'accent';
}
