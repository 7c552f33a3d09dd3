import { spawn } from 'node:child_process';
import path from 'node:path';

export interface Step {
  /** The npm script, so that a reader knows how to run it alone. */
  name: string;
  command: string;
}

export interface Outcome {
  step: Step;
  ok: boolean;
  output: string;
  seconds: number;
}

interface Limits {
  root: string;
  /** When everything must have ended, in milliseconds since the epoch; what still runs then has failed. */
  deadline: number;
}

/** Runs steps side by side in so many lanes and reports each as it ends, in full only when it failed. */
export async function runSteps(
  steps: readonly Step[],
  lanes: number,
  limits: Limits,
  report: (outcome: Outcome) => void = printOutcome,
): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await runStep(step, limits);
      outcomes.push(outcome);
      report(outcome);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

async function runStep(step: Step, { root, deadline }: Limits): Promise<Outcome> {
  const started = performance.now();
  // A group of its own, so that what a step started ends with it.
  const child = spawn(step.command, {
    shell: true,
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: stepEnvironment(root),
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));

  const end = (): void => endGroup(child.pid);
  process.once('SIGINT', end).once('SIGTERM', end);
  const timer = setTimeout(() => {
    output += '\nStopped: the time for the whole run is over.\n';
    end();
  }, deadline - Date.now());
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += String(error);
      resolve(1);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  clearTimeout(timer);
  process.off('SIGINT', end).off('SIGTERM', end);
  return { step, ok: code === 0, output, seconds: (performance.now() - started) / 1000 };
}

/** The environment that npm gives a script: the installed programs first. Colours only for a person's eyes. */
export function stepEnvironment(root: string): NodeJS.ProcessEnv {
  const bin = path.join(root, 'node_modules/.bin');
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };
  return { ...process.env, ...colour, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

function printOutcome({ step, ok, output, seconds }: Outcome): void {
  console.log(`${ok ? '✓' : '✗'} ${step.name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s`);
  if (!ok) console.log(`\n${output.trim()}\n\n  Run it alone: npm run ${step.name}\n`);
}

/** The scripts of the root package.json whose names begin so, in the order they stand there. */
export function stepsNamed(prefix: string, scripts: Record<string, string>): Step[] {
  return Object.entries(scripts)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, command]) => ({ name, command }));
}
