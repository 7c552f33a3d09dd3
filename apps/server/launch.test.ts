import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** A checkout in miniature: an npm that "installs" a Node and a vite, and a server that says what it was given. */
let root: string;
let running: ChildProcess[];

beforeEach(async () => {
  running = [];
  root = path.join(await mkdtemp(path.join(tmpdir(), 'trikon-launch-')), 'a folder, साड़ी');
  for (const folder of ['apps/server/src', 'apps/web/src', 'packages/contract', 'bin']) {
    mkdirSync(path.join(root, folder), { recursive: true });
  }
  copyFileSync(path.join(import.meta.dirname, 'launch.mjs'), path.join(root, 'apps/server/launch.mjs'));
  lock({ 'node_modules/vite': { version: '8.0.0', integrity: 'sha512-a', dev: true } });
  write('apps/server/src/main.ts', server);
  script('bin/npm', fakeNpm);
});

afterEach(async () => {
  for (const child of running) killGroup(child);
  await rm(path.dirname(root), { recursive: true, force: true });
});

describe('packages', () => {
  test('are installed when missing, and not again', async () => {
    const first = await launch(['stop']);
    expect(first.stderr).toBe('Installing packages; the first time this takes a minute…\n');
    expect(first.code).toBe(0);
    expect((await launch(['stop'])).stderr).toBe('');
    expect(read('npm.log')).toBe('ci --include=dev\n');
  });

  test('are installed again when the lock file asks for others', async () => {
    await launch(['stop']);
    lock({ 'node_modules/vite': { version: '8.0.1', integrity: 'sha512-b', dev: true } });
    await launch(['stop']);
    expect(read('npm.log')).toBe('ci --include=dev\n'.repeat(2));
  });

  test('installed by hand count, also without what only developers or other machines need', async () => {
    const needed = { 'node_modules/pg': { version: '8.0.0', integrity: 'sha512-c' } };
    lock({
      ...needed,
      'node_modules/vite': { version: '8.0.0', integrity: 'sha512-a', dev: true },
      'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['plan9'], cpu: ['x64'] },
    });
    write('node_modules/.package-lock.json', JSON.stringify({ packages: needed }));
    expect((await launch(['stop'])).stderr).toBe('');
  });

  test('that cannot be installed are one sentence under what npm said', async () => {
    script('bin/npm', '#!/bin/sh\necho "npm error ENOTFOUND" >&2\nexit 1\n');
    const { code, stderr, stdout } = await launch([]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(
      'npm error ENOTFOUND\nThe packages could not be installed (npm ci, output above);',
    );
    expect(stderr).not.toContain('    at ');
  });
});

describe('web app', () => {
  beforeEach(() => write('apps/web/index.html', '<html>'));

  test('is built when it is missing or its sources changed, else left alone', async () => {
    expect((await launch(['stop'])).stderr).toContain('Building the web app…\n');
    expect((await launch(['stop'])).stderr).toBe('');
    write('packages/contract/schema.ts', 'export const changed = true;');
    expect((await launch(['stop'])).stderr).toBe('Building the web app…\n');
    rmSync(path.join(root, 'apps/web/dist'), { recursive: true });
    expect((await launch(['stop'])).stderr).toBe('Building the web app…\n');
    expect(read('vite.log')).toBe(`build production ${path.join(root, 'apps/web')}\n`.repeat(3));
  });

  test('that cannot be built is one sentence under what vite said', async () => {
    await launch(['stop']);
    write('node_modules/vite/vite.js', 'console.log("Unexpected token"); process.exit(1);');
    write('apps/web/index.html', '<html oops');
    const { code, stderr } = await launch([]);
    expect(code).toBe(1);
    expect(stderr).toContain('Unexpected token\nThe web app could not be built (output above);');
  });
});

const nodes = [
  ['takes the place of the launcher', []],
  ['runs beside a launcher whose Node is old', ['--import', 'data:text/javascript,delete process.execve']],
] as const;

describe.each(nodes)('the server %s', (_, flags) => {
  test('gets arguments, environment and folder, and has standard output for itself', async () => {
    const { stdout } = await launch(['stop', 'two words'], {
      flags,
      cwd: tmpdir(),
      env: { TRIKON_PORT: '4999' },
    });
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toEqual({
      args: ['stop', 'two words'],
      port: '4999',
      cwd: tmpdir(),
    });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s', async (signal) => {
    const { child, finished } = await launched(flags);
    child.kill(signal);
    const { code, stdout } = await finished;
    expect(stdout).toContain(`ready\n${signal}\n`);
    expect(code).toBe(0);
  });

  test("passes the server's exit code on", async () => {
    expect((await launch(['fail'], { flags })).code).toBe(7);
  });
});

describe('a launcher beside the server', () => {
  const [, flags] = nodes[1];

  test('turns a Ctrl-C that everybody hears into one signal, and a later second one into the end', async () => {
    const { child, finished } = await launched(flags, 'stubborn');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await pause(1100);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    const { code, stdout } = await finished;
    expect(stdout.match(/SIGINT/g)).toHaveLength(1);
    expect(code).toBe(137);
  });

  test('takes the server along when it is killed', async () => {
    const { child, finished } = await launched(flags);
    child.kill('SIGKILL');
    expect((await finished).stdout).toContain('SIGTERM');
  });
});

test("npm passes its stop on to the server and its exit code back, with the project's own start script", async () => {
  await launch(['stop']);
  // Started with exec: else npm's signal ends the shell in between and leaves the server behind.
  const project = path.resolve(import.meta.dirname, '../../package.json');
  const { scripts } = JSON.parse(readFileSync(project, 'utf8')) as { scripts: Record<string, string> };
  write('package.json', JSON.stringify({ name: 'miniature', scripts: { start: scripts['start'] } }));
  expect(scripts['start']).toMatch(/^exec node /);
  const { child, finished } = await untilReady(run(['npm', 'start']));
  child.kill('SIGTERM');
  const { code, stdout } = await finished;
  expect(stdout).toContain('ready\nSIGTERM\n');
  expect(code).toBe(0);
});

const server = `
  const args = process.argv.slice(2);
  console.log(JSON.stringify({ args, port: process.env.TRIKON_PORT, cwd: process.cwd() }));
  if (args.includes('fail')) process.exit(7 as number);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      console.log(signal);
      if (!args.includes('stubborn')) process.exit(0);
    });
  }
  if (!args.includes('stop')) {
    setInterval(() => {}, 1000);
    console.log('ready');
  }
`;

const fakeNpm = `#!/bin/sh
echo "$@" >> npm.log
mkdir -p node_modules/.bin node_modules/vite
cp package-lock.json node_modules/.package-lock.json
cp fake-vite.js node_modules/vite/vite.js
ln -sf ../vite/vite.js node_modules/.bin/vite
`;

const fakeVite = `
  const { appendFileSync, mkdirSync } = require('node:fs');
  appendFileSync('../../vite.log', [process.argv[2], process.env.NODE_ENV, process.cwd()].join(' ') + '\\n');
  mkdirSync('dist', { recursive: true });
`;

interface Launched {
  child: ChildProcessByStdio<null, Readable, Readable>;
  output: { stdout: string; stderr: string };
  finished: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

interface LaunchOptions {
  flags?: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

function launch(args: string[], options: LaunchOptions = {}): Launched['finished'] {
  return begin(args, options).finished;
}

function launched(flags: readonly string[], ...args: string[]): Promise<Launched> {
  return untilReady(begin(args, { flags }));
}

/** Ready for signals, that is. */
async function untilReady(launched: Launched): Promise<Launched> {
  while (!launched.output.stdout.includes('ready')) await once(launched.child.stdout, 'data');
  return launched;
}

function begin(args: string[], { flags = [], ...options }: LaunchOptions): Launched {
  write('fake-vite.js', fakeVite);
  const command = [process.execPath, ...flags, path.join(root, 'apps/server/launch.mjs'), ...args];
  const env = { PATH: `${path.join(root, 'bin')}:${process.env['PATH']}`, npm_execpath: '', ...options.env };
  return run(command, { ...options, env });
}

function run([file = '', ...args]: string[], { cwd = root, env = {} }: LaunchOptions = {}): Launched {
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const finished = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));
  return { child, finished, output };
}

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // Ended already, which is the usual case.
  }
}

function lock(packages: Record<string, unknown>): void {
  write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } }));
}

function script(name: string, content: string): void {
  write(name, content);
  chmodSync(path.join(root, name), 0o755);
}

function write(name: string, content: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function read(name: string): string {
  return readFileSync(path.join(root, name), 'utf8');
}
