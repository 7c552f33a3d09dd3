import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { runSteps, stepsNamed } from './steps.ts';

// The quick part of the tests: every script named check:… in package.json.
const root = path.join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const started = performance.now();
const outcomes = await runSteps(stepsNamed('check:', manifest.scripts), availableParallelism(), {
  root,
  deadline: Date.now() + 5 * 60_000,
});
const failed = outcomes.filter(({ ok }) => !ok).map(({ step }) => step.name);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  failed.length === 0 ? `All clean in ${seconds} s.` : `Failed in ${seconds} s: ${failed.join(', ')}.`,
);
if (failed.length > 0) process.exitCode = 1;
