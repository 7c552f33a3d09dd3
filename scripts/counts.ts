import type { Outcome } from './steps.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Failed among all the others and passed when their file was run once more: counted as passed, and named. */
  unsteady: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** A check is one test. So is a test file that could not be read, and a runner that died without a report. */
export function countsOf({ ok }: Outcome, reportText?: string): Counts {
  const counts =
    reportText === undefined ? { passed: Number(ok), failed: 0, skipped: 0, unsteady: 0 } : read(reportText);
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
    unsteady: 0,
  };
}

/** The test files of a report in which something failed, and the names of what did. */
export function failuresIn(reportText: string): { files: string[]; names: string[] } {
  const failed = (JSON.parse(reportText) as VitestReport).testResults.filter(
    ({ status }) => status === 'failed',
  );
  const names = failed.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  return { files: failed.map(({ name }) => name), names };
}

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      unsteady: total.unsteady + one.unsteady,
    }),
    { passed: 0, failed: 0, skipped: 0, unsteady: 0 },
  );
}

/** The last line of a test run, in the form that other programs read. */
export function summaryLine({ passed, failed, skipped, unsteady }: Counts): string {
  const more = Object.entries({ skipped, unsteady }).filter(([, count]) => count > 0);
  return [`${passed} passed`, `${failed} failed`, ...more.map(([name, count]) => `${count} ${name}`)].join(
    ', ',
  );
}
