import { expect, test } from 'vitest';
import { countsOf, sum, summaryLine } from './counts.ts';

const outcome = (ok: boolean) => ({ step: { name: 'x', command: 'x' }, ok, output: '', seconds: 1 });
const report = (failed: number, testResults: unknown[] = []): string =>
  JSON.stringify({
    numPassedTests: 7,
    numFailedTests: failed,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults,
  });

test('a check counts as one test', () => {
  expect(countsOf(outcome(true))).toEqual({ passed: 1, failed: 0, skipped: 0, unsteady: 0 });
  expect(countsOf(outcome(false))).toEqual({ passed: 0, failed: 1, skipped: 0, unsteady: 0 });
});

test('a runner counts as the tests it reports', () => {
  expect(countsOf(outcome(true), report(0))).toEqual({ passed: 7, failed: 0, skipped: 3, unsteady: 0 });
  expect(countsOf(outcome(false), report(2))).toEqual({ passed: 7, failed: 2, skipped: 3, unsteady: 0 });
});

test('a test file that could not be read is a failure', () => {
  const unreadable = { status: 'failed', assertionResults: [] };
  const oneFailed = { status: 'failed', assertionResults: [{ status: 'failed' }] };
  expect(countsOf(outcome(false), report(1, [unreadable, oneFailed])).failed).toBe(2);
});

test('a runner that failed although no test did is a failure', () => {
  expect(countsOf(outcome(false), report(0)).failed).toBe(1);
});

test('the last line names what was skipped only when something was', () => {
  const counts = { passed: 400, failed: 0, skipped: 0, unsteady: 0 };
  expect(summaryLine(sum([counts, { passed: 412, failed: 0, skipped: 0, unsteady: 0 }]))).toBe(
    '812 passed, 0 failed',
  );
  expect(summaryLine(sum([counts, { passed: 412, failed: 1, skipped: 3, unsteady: 0 }]))).toBe(
    '812 passed, 1 failed, 3 skipped',
  );
});

test('what passed only the second time is named in the last line', () => {
  expect(summaryLine({ passed: 8, failed: 0, skipped: 1, unsteady: 2 })).toBe(
    '8 passed, 0 failed, 1 skipped, 2 unsteady',
  );
});
