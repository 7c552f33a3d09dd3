import { expect, test } from 'vitest';
import { suspicionOf } from './suspicion.ts';

const now = new Date('2026-11-20T10:00:00Z');
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const reach = { failures: 4, firstFailedAt: ago(5), lastDeliveredAt: ago(9), lastWroteAt: ago(10) };

test.each([
  ['one failure may be a phone that is off', { failures: 1 }, 'none'],
  ['two after one that arrived may be a block', { failures: 2 }, 'possible'],
  ['many on one day may still be a phone that is off', { firstFailedAt: ago(1) }, 'possible'],
  ['many over days after one that arrived are likely a block', {}, 'likely'],
  ['who never got anything may not be on WhatsApp', { lastDeliveredAt: null }, 'none'],
  ['who wrote since does not block', { lastWroteAt: ago(1) }, 'none'],
])('%s', (_what, more, suspicion) => {
  expect(suspicionOf({ ...reach, ...more }, now).suspicion).toBe(suspicion);
});
