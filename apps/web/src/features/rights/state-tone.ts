import type { Tone } from '../../ui/feedback/tones.ts';
import type { RequestInList } from './queries.ts';

export const stateTone: Record<RequestInList['state'], Tone> = {
  received: 'warn',
  identified: 'info',
  in_work: 'accent',
  done: 'good',
  refused: 'neutral',
};
