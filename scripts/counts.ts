import type { Outcome } from './steps.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** A check is one test. So is a test file that could not be read, and a runner that died without a report. */
export function countsOf({ ok }: Outcome, reportText?: string): Counts {
  const counts = reportText === undefined ? { passed: Number(ok), failed: 0, skipped: 0 } : read(reportText);
  return { ...counts, failed: ok ? counts.failed : Math.max(1, counts.failed) };
}

function read(reportText: string): Counts {
  const report = JSON.parse(reportText) as VitestReport;
  const unreadable = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unreadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of a test run, in the form that other programs read. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
