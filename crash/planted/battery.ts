import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { PlantedBug } from './bug.ts';

export interface BatteryResult {
  /** Passed; noticed something; or could not be run at all, which proves nothing. */
  outcome: 'passed' | 'noticed' | 'broken';
  detail: string;
}

const longestMilliseconds = 240_000;

/** Runs in a tree what has to notice a mistake there. */
export function runBattery(tree: string, { caughtBy }: Pick<PlantedBug, 'caughtBy'>): Promise<BatteryResult> {
  return 'test' in caughtBy ? runTests(tree, caughtBy) : runCrash(tree, caughtBy.crash);
}

async function runTests(
  tree: string,
  { test: file, named }: { test: string; named: string },
): Promise<BatteryResult> {
  const report = path.join(tree, 'report.json');
  rmSync(report, { force: true });
  const project = file.endsWith('.pg.test.ts') ? 'pg' : 'unit';
  const vitest = path.join(tree, 'node_modules/vitest/vitest.mjs');
  const pattern = named.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const options = [
    'run',
    '--project',
    project,
    '-t',
    pattern,
    '--reporter=json',
    `--outputFile=${report}`,
    file,
  ];
  const { output } = await run(tree, [vitest, ...options]);
  if (!existsSync(report)) return { outcome: 'broken', detail: output.slice(-2_000) };
  const { numFailedTests, numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    numFailedTests: number;
    numPassedTests: number;
    testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
  };
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  if (numFailedTests > 0) return { outcome: 'noticed', detail: failed[0] ?? '' };
  if (numPassedTests > 0) return { outcome: 'passed', detail: '' };
  return {
    outcome: 'broken',
    detail: testResults.map(({ message }) => message).join('\n') || output.slice(-2_000),
  };
}

async function runCrash(tree: string, given: string[]): Promise<BatteryResult> {
  const { output } = await run(tree, [path.join(tree, 'crash/run.ts'), ...given]);
  const line = output.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{"kills"')) return { outcome: 'broken', detail: output.slice(-2_000) };
  const first = output.split('\n').find((each) => each.startsWith('✗'));
  return first === undefined
    ? { outcome: 'passed', detail: line }
    : { outcome: 'noticed', detail: first.slice(2, 120) };
}

async function run(cwd: string, command: string[]): Promise<{ output: string }> {
  const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += String(piece)));
  const end = (): void => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // Ended by itself.
    }
  };
  const late = setTimeout(end, longestMilliseconds);
  process.once('exit', end);
  await once(child, 'close');
  process.off('exit', end);
  clearTimeout(late);
  return { output };
}
