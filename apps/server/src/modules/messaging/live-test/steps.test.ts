import { expect, test } from 'vitest';
import type { TestFacts } from './facts.ts';
import { stepsOf } from './steps.ts';

const start = new Date('2026-11-20T04:30:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const begun: TestFacts = {
  testId: '',
  numberId: '',
  phone: '',
  template: 'hello_world',
  messageId: '',
  startedAt: start,
  decision: { verdict: 'allowed', rule: null, sentence: null },
  status: 'queued',
  reason: null,
  errorCode: null,
  acceptedAt: null,
  sentAt: null,
  deliveredAt: null,
  failedAt: null,
  answeredAt: null,
};
const short = { passed: '+', waiting: '?', failed: '!', skipped: '-' };
const pattern = (facts: Partial<TestFacts>, now: Date): string =>
  stepsOf({ ...begun, ...facts }, now)
    .map(({ result }) => short[result])
    .join('');
const reasons = (facts: Partial<TestFacts>, now: Date): (string | null)[] =>
  stepsOf({ ...begun, ...facts }, now).flatMap(({ result, reason }) => (result === 'failed' ? [reason] : []));

test('each step waits for its own time after the one before, then says what to check', () => {
  expect([pattern({}, after(59)), pattern({}, after(60))]).toEqual(['+?---', '+!---']);
  const accepted = { status: 'accepted', acceptedAt: after(50) };
  expect([pattern(accepted, after(109)), pattern(accepted, after(110))]).toEqual(['++?--', '++!--']);
  const sent = { ...accepted, status: 'sent', sentAt: after(100) };
  expect([pattern(sent, after(399)), pattern(sent, after(400))]).toEqual(['+++?-', '+++!-']);
  const delivered = { ...sent, status: 'delivered', deliveredAt: after(300) };
  expect([pattern(delivered, after(1199)), pattern(delivered, after(1200))]).toEqual(['++++?', '++++!']);
  expect(reasons(delivered, after(1200))).toEqual(['timeout']);
  expect(pattern({ ...delivered, answeredAt: after(301) }, after(9999))).toBe('+++++');
});

test('proof of a later step proves the earlier ones, and comes late all the same', () => {
  expect(pattern({ status: 'delivered', deliveredAt: after(5000) }, after(5001))).toBe('++++?');
});

test('what failed says why, by Meta’s code or ours', () => {
  const failed = { status: 'failed', acceptedAt: after(1), failedAt: after(2), errorCode: 131026 };
  expect(pattern(failed, after(3))).toBe('++!--');
  expect(reasons(failed, after(3))).toEqual(['meta_131026']);
  expect(reasons({ status: 'expired', reason: 'deadline' }, after(3))).toEqual(['deadline']);
});

test('a held message waits, a refused one names its rule', () => {
  const decision = { verdict: 'held', rule: 'quiet_hours', sentence: null } as const;
  expect(pattern({ decision, status: 'queued' }, after(5))).toBe('?----');
  expect(reasons({ decision: { ...decision, verdict: 'refused' }, status: null }, after(5))).toEqual([
    'quiet_hours',
  ]);
});
