import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfDoubt, type Doubt } from './doubt.ts';

const now = new Date('2026-10-05T10:00:00Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
const waited: Doubt = {
  messageId: 'm',
  class: 'utility',
  startedAt: minutes(-11),
  deadlineAt: minutes(60),
  isResend: false,
  waitedSeconds: 600,
  laterStatuses: 5,
};

test.each([
  ['utility', 'resend'],
  ['marketing', 'close'],
  ['otp', 'close'],
  ['reply', 'ask'],
] as const)('%s that has been in doubt for long ends as: %s', (messageClass, end) => {
  expect(endOfDoubt({ ...waited, class: messageClass }, now)).toBe(end);
});

test.each([
  ['time in which nothing was told of later messages does not count', { waitedSeconds: 590 }],
  ['a few statuses alone do not say that Meta tells everything', { laterStatuses: 4 }],
])('%s', (_, less) => {
  expect(endOfDoubt({ ...waited, ...less }, now)).toBeNull();
});

test('a code is waited for twenty seconds only', () => {
  expect(endOfDoubt({ ...waited, class: 'otp', waitedSeconds: 20 }, now)).toBe('close');
  expect(endOfDoubt({ ...waited, class: 'otp', waitedSeconds: 10 }, now)).toBeNull();
});

test('nothing is sent again but what is of use twice, once, and in time', () => {
  fc.assert(
    fc.property(
      fc.record({
        class: fc.constantFrom('otp', 'reply', 'utility', 'marketing'),
        isResend: fc.boolean(),
        deadline: fc.integer({ min: -60, max: 60 }),
        waitedSeconds: fc.nat(2_000),
        laterStatuses: fc.nat(20),
      }),
      ({ deadline, ...doubt }) => {
        const end = endOfDoubt({ ...waited, ...doubt, deadlineAt: minutes(deadline) }, now);
        if (end !== 'resend') return;
        expect(doubt).toMatchObject({ class: 'utility', isResend: false });
        expect(deadline).toBeGreaterThan(0);
        expect(doubt.waitedSeconds).toBeGreaterThanOrEqual(600);
        expect(doubt.laterStatuses).toBeGreaterThanOrEqual(5);
      },
    ),
  );
});
