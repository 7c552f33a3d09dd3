import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runSteps } from './steps.ts';
import { temporaryTree } from './test/temporary-tree.ts';

const suite = path.join(import.meta.dirname, 'test-suite.ts');
const manifest = (scripts: Record<string, string>) => ({ 'package.json': JSON.stringify({ scripts }) });

function runSuite(root: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout } = spawnSync(process.execPath, [suite, root], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, lastLine: stdout.trim().split('\n').at(-1) };
}

test('everything passes: one calm line each, and success', () => {
  const root = temporaryTree(manifest({ 'check:a': 'echo noise', 'test:b': 'true', other: 'false' }));
  const { status, stdout, lastLine } = runSuite(root);
  expect({ status, lastLine }).toEqual({ status: 0, lastLine: '2 passed, 0 failed' });
  expect(stdout).not.toContain('noise');
});

test('one step fails: its output, the other steps all the same, and failure', () => {
  const root = temporaryTree(manifest({ 'check:a': 'echo the reason; exit 3', 'test:b': 'true' }));
  const { status, stdout, lastLine } = runSuite(root);
  expect({ status, lastLine }).toEqual({ status: 1, lastLine: '1 passed, 1 failed' });
  expect(stdout).toMatch(/✗ check:a[^]*the reason[^]*npm run check:a[^]*✓ test:b/);
});

test('without a browser its tests are counted as skipped, and the reason is said', () => {
  const root = temporaryTree({
    ...manifest({ 'check:a': 'true', 'test:browser': 'vitest run --project browser' }),
    'node_modules/.bin/vitest': `#!/bin/sh\necho "[{}, {}, {}]"\n`,
  });
  const { status, stdout, lastLine } = runSuite(root, { CHROMIUM_PATH: '/nowhere' });
  expect({ status, lastLine }).toEqual({ status: 0, lastLine: '1 passed, 0 failed, 3 skipped' });
  expect(stdout).toContain('skipped because they need Chromium: CHROMIUM_PATH names no program: /nowhere.');
});

describe('a test that fails', () => {
  const report = (status: string, passed: number, failed: number): string =>
    JSON.stringify({
      numPassedTests: passed,
      numFailedTests: failed,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [{ name: 'a.test.ts', status, assertionResults: [{ status, fullName: 'it waits' }] }],
    });

  /** A runner that fails until it has been asked so often, and says so in the report that it was asked for. */
  const runnerThatPassesAt = (time: number): Record<string, string> => ({
    ...manifest({ 'test:b': 'vitest run' }),
    failed: report('failed', 4, 1),
    passed: report('passed', 1, 0),
    'node_modules/.bin/vitest': `#!/bin/sh
echo x >> runs
[ $(wc -l < runs) -ge ${time} ] && state=passed || state=failed
for option; do case $option in --outputFile.json=*) cp $state "\${option#*=}";; esac; done
[ $state = passed ]
`,
  });

  test('and passes when it is run once more is named, and is no failure', () => {
    const { status, stdout, lastLine } = runSuite(temporaryTree(runnerThatPassesAt(2)));
    expect({ status, lastLine }).toEqual({ status: 0, lastLine: '5 passed, 0 failed, 1 unsteady' });
    expect(stdout).toContain('unsteady: it waits');
  });

  test('twice has failed', () => {
    const { status, lastLine } = runSuite(temporaryTree(runnerThatPassesAt(3)));
    expect({ status, lastLine }).toEqual({ status: 1, lastLine: '4 passed, 1 failed' });
  });
});

test('what still runs when the time is over is stopped and has failed', async () => {
  const step = { name: 'check:slow', command: 'sleep 60 & sleep 60' };
  const limits = { root: '/', deadline: Date.now() + 100 };
  const [outcome] = await runSteps([step], 1, limits, () => {});
  expect(outcome).toMatchObject({ ok: false, output: expect.stringContaining('the time') });
});

test("what CI runs is the README's command, with its exit code", () => {
  const fake = temporaryTree({ npm: '#!/bin/sh\necho "npm $*"\nexit 7\n' });
  const { status, stdout } = spawnSync(path.join(import.meta.dirname, '../.ci/run'), {
    encoding: 'utf8',
    env: { PATH: `${fake}:/usr/bin:/bin` },
  });
  expect({ status, stdout }).toEqual({ status: 7, stdout: 'npm test\n' });
});
