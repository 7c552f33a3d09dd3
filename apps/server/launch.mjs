/**
 * What `npm start` runs: brings the checkout to where the server can start, then becomes the server.
 *
 * Plain JavaScript without packages, because it runs before any are installed and on whatever Node the machine has
 * (20.11 or later). It writes to standard error only; standard output belongs to the server.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const modules = path.join(root, 'node_modules');
const web = path.join(root, 'apps/web');
const build = path.join(web, 'dist');

/** Left in node_modules by our own `npm ci`, in the built web app by our own build: what each was made from. */
const installedFrom = path.join(modules, '.installed-from');
const builtFrom = path.join(build, '.built-from');

/** A failure in one sentence, with the output of the program that failed when there is some. */
class Refusal extends Error {
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

try {
  const sources = hashOfWebSources();
  const mustBuild = sources !== null && contentOf(builtFrom) !== sources;
  if (!packagesAreCurrent({ forBuilding: mustBuild })) installPackages();
  const node = findNode();
  if (mustBuild) buildWeb(node, sources);
  becomeServer(node, path.join(root, 'apps/server/src/main.ts'));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  if (error.output) say(error.output.trimEnd());
  say(error.message);
  process.exitCode = 1;
}

/** Whether node_modules holds what package-lock.json asks for, by npm's own record of what it put there. */
function packagesAreCurrent({ forBuilding }) {
  const lock = contentOf(path.join(root, 'package-lock.json'));
  const record = contentOf(path.join(modules, '.package-lock.json'));
  if (lock === null || record === null) return false;
  // An optional package that cannot be had is not asked for at every start.
  if (contentOf(installedFrom) === installMark(lock)) return true;
  const present = JSON.parse(record).packages;
  return Object.entries(JSON.parse(lock).packages).every(([place, wanted]) => {
    const found = present[place];
    if (found) return found.version === wanted.version && found.integrity === wanted.integrity;
    const developersOnly = wanted.dev || wanted.devOptional;
    return place === '' || (developersOnly && !forBuilding) || (wanted.optional && !isForThisMachine(wanted));
  });
}

function isForThisMachine({ os, cpu, libc }) {
  const named = os?.includes(process.platform) && cpu?.includes(process.arch);
  return named && !libc;
}

function installMark(lock) {
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

function installPackages() {
  say('Installing packages; the first time this takes a minute…');
  const { npm_execpath: npm = '' } = process.env;
  const command = npm.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm'];
  // NODE_ENV=production would leave out what builds the web app.
  const result = runQuietly([...command, 'ci', '--include=dev'], { cwd: root });
  if (!result.ok) {
    throw new Refusal(
      `The packages could not be installed (npm ci, output above); check the network and the rights on ${root}, then start again.`,
      result.output,
    );
  }
  leaveMark(installedFrom, installMark(contentOf(path.join(root, 'package-lock.json'))));
}

/** The Node that comes with the packages, else the one that runs this, when they can run TypeScript files. */
function findNode() {
  const bundled = path.join(modules, '.bin/node');
  if (existsSync(bundled)) {
    if (realpathSync(bundled) === realpathSync(process.execPath)) return process.execPath;
    const { ok, output } = runQuietly([bundled, '--version'], {});
    if (ok && runsTypeScript(output)) return bundled;
  }
  if (runsTypeScript(process.version)) return process.execPath;
  throw new Refusal(
    `Trikon needs Node 22.18 or later and this is ${process.version}; the Node that npm installs with it does not run here, so install a newer one from https://nodejs.org.`,
  );
}

function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.trim().replace(/^v/, '').split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

function buildWeb(node, sources) {
  say('Building the web app…');
  const vite = path.join(modules, '.bin/vite');
  const result = existsSync(vite)
    ? runQuietly([node, realpathSync(vite), 'build'], {
        cwd: web,
        env: { ...process.env, NODE_ENV: 'production' },
      })
    : { ok: false, output: `${vite} is missing.` };
  if (!result.ok) {
    throw new Refusal(
      `The web app could not be built (output above); mend ${web}, then start again.`,
      result.output,
    );
  }
  leaveMark(builtFrom, sources);
}

/** Null while there is no web app. By content, since a checkout or a copy changes every time of change. */
function hashOfWebSources() {
  if (!existsSync(path.join(web, 'index.html'))) return null;
  const hash = createHash('sha256');
  for (const place of [web, path.join(root, 'packages'), path.join(root, 'package-lock.json')]) {
    for (const file of filesUnder(place))
      hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return `${hash.digest('hex')}\n`;
}

function filesUnder(place) {
  if (!existsSync(place)) return [];
  const files = [];
  const pending = [place];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const entries = readEntries(next);
    if (entries === null) files.push(next);
    for (const entry of entries ?? []) {
      if (['node_modules', 'dist'].includes(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
      const file = path.join(next, entry.name);
      if (entry.isDirectory()) pending.push(file);
      else if (entry.isFile()) files.push(file);
    }
  }
  return files.sort((a, b) => (a < b ? -1 : 1));
}

function readEntries(place) {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

/**
 * Takes the server's place with this process, so that signals and the exit code need no passing on and no second Node
 * stays in memory.
 */
function becomeServer(node, main) {
  // A small young generation keeps some 20 MB out of memory; the cache saves reading and stripping every source again.
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];
  const args = [...flags, main, ...process.argv.slice(2)];
  process.env.NODE_COMPILE_CACHE ??= path.join(modules, '.cache/trikon');
  if (!process.execve) return waitBeside(node, args);
  // "execve is experimental" is for us, not for the reader of the server's output.
  process.removeAllListeners('warning');
  process.execve(node, [node, ...args], process.env);
}

/**
 * For a Node that cannot do that, which is usually the very first start. The server has a session of its own, so that
 * of a Ctrl-C (which reaches the whole group, and npm passes its own on too) it hears once, from here. What comes
 * within a second is the same wish; a later one means "now".
 */
function waitBeside(node, args) {
  const server = spawn(node, args, { stdio: 'inherit', detached: true });
  server.once('error', (error) => say(`The server could not be started: ${error.message}.`));
  // Ends the server when this process is killed without a word.
  const script = ['-c', 'read -r dismissed || kill -TERM "$0"', String(server.pid)];
  const watchdog = spawn('/bin/sh', script, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watchdog.stdin.on('error', () => {});
  server.once('close', (code, signal) => {
    watchdog.stdin.end('dismissed\n', () => process.exit(code ?? 128 + constants.signals[signal]));
  });
  let asked = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (asked && Date.now() - asked < 1000) return;
      server.kill(asked ? 'SIGKILL' : signal);
      asked ||= Date.now();
    });
  }
}

function runQuietly([file, ...args], options) {
  const result = spawnSync(file, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  // Ctrl-C while it ran was meant for all of this.
  if (result.signal === 'SIGINT' || result.status === 130) process.exit(130);
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? `${result.error.message}\n` : ''}`;
  return { ok: result.status === 0, output };
}

function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** A folder that belongs to somebody else is used as it is, and looked through again at the next start. */
function leaveMark(file, content) {
  try {
    writeFileSync(file, content);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
