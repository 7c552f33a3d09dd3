// `npm test` begins here. This file runs on Node 20 and before anything is installed, so it only brings what is
// missing and hands over to the Node that the project brings along.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

if (!isInstalled()) {
  console.log('Installing what package-lock.json names …');
  run('npm', ['ci', '--include=dev', '--loglevel=error']);
}
const ownNode = path.join(root, 'node_modules/.bin/node');
run(existsSync(ownNode) ? ownNode : process.execPath, [path.join(root, 'scripts/test-suite.ts')]);

/** What npm noted when it installed is held against the lock file: a pulled change installs by itself. */
function isInstalled() {
  const noted = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional, link }]) =>
      !place.includes('node_modules') || optional || link || installed[place]?.version === version,
  );
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
