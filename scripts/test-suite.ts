import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { provideChromium } from './chromium.ts';
import { type Counts, countsOf, failuresIn, sum, summaryLine } from './counts.ts';
import { type Outcome, runSteps, type Step, stepEnvironment, stepsNamed } from './steps.ts';

// The whole suite: the scripts check:… side by side, then each test:… with the machine to itself.
// Another root can be given, which is how this file is tested.
const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..'));
const limits = { root, deadline: Date.now() + 75 * 60_000 };
const reports = mkdtempSync(path.join(tmpdir(), 'trikon-test-'));
const counts: Counts[] = [];
/** More files than this are no accident of timing. */
const mostFilesAgain = 3;

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

try {
  await run(stepsNamed('check:', scripts), availableParallelism());
  for (const step of stepsNamed('test:', scripts)) {
    if (step.name === 'test:browser' && !findBrowser()) skip(step);
    else await run([step], 1);
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
const total = sum(counts);
console.log(summaryLine(total));
if (total.failed > 0) process.exitCode = 1;

async function run(steps: Step[], lanes: number): Promise<void> {
  const withReports = steps.map((step) => ({ ...step, command: step.command + reportOption(step) }));
  const outcomes = await runSteps(withReports, lanes, limits);
  for (const outcome of outcomes)
    counts.push((await countSecondRun(outcome)) ?? countsOf(outcome, readReport(outcome)));
}

/** A few files that failed are run once more, alone; what passes then is named as unsteady. */
async function countSecondRun(outcome: Outcome): Promise<Counts | undefined> {
  const report = readReport(outcome);
  if (outcome.ok || report === undefined) return undefined;
  const first = countsOf(outcome, report);
  const { files, names } = failuresIn(report);
  if (files.length === 0 || files.length > mostFilesAgain) return undefined;
  const name = `${outcome.step.name}:again`;
  const again = {
    name,
    command: `${scripts[outcome.step.name]} ${files.map((file) => `'${file}'`).join(' ')}`,
  };
  const [second] = await runSteps([{ ...again, command: again.command + reportOption(again) }], 1, limits);
  if (second?.ok !== true) return undefined;
  for (const each of names) console.log(`  unsteady: ${each}`);
  return { ...first, passed: first.passed + first.failed, failed: 0, unsteady: first.failed };
}

function findBrowser(): boolean {
  const chromium = provideChromium(process.env);
  if ('path' in chromium) {
    process.env['CHROMIUM_PATH'] = chromium.path;
    return true;
  }
  console.log(`The browser tests are skipped because they need Chromium: ${chromium.missing}.`);
  return false;
}

function skip(step: Step): void {
  const list = spawnSync(`${step.command.replace('vitest run', 'vitest list')} --json`, {
    shell: true,
    cwd: root,
    encoding: 'utf8',
    env: stepEnvironment(root),
  });
  if (list.status !== 0) console.log(list.stderr);
  const skipped = list.status === 0 ? (JSON.parse(list.stdout) as unknown[]).length : 0;
  counts.push({ passed: 0, failed: Number(list.status !== 0), skipped, unsteady: 0 });
}

function reportFile(step: Step): string {
  return path.join(reports, `${step.name.replaceAll(':', '-')}.json`);
}

function reportOption(step: Step): string {
  if (!step.command.startsWith('vitest ')) return '';
  return ` --reporter=dot --reporter=json --outputFile.json=${reportFile(step)}`;
}

function readReport({ step }: Outcome): string | undefined {
  return existsSync(reportFile(step)) ? readFileSync(reportFile(step), 'utf8') : undefined;
}
