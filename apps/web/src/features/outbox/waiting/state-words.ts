import type { OutboxState } from '../search.ts';

export const stateWords = {
  ready: 'stateReady',
  waiting: 'stateWaiting',
  sending: 'stateSending',
  unknown: 'stateUnknown',
} as const satisfies Record<OutboxState, string>;
