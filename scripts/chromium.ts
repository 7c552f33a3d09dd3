import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

type Chromium = { path: string } | { missing: string };

/** The browser for the browser tests: the one that is named, one that is there, or one that can be installed. */
export function provideChromium(env: NodeJS.ProcessEnv): Chromium {
  const named = env['CHROMIUM_PATH'];
  if (named)
    return isProgram(named) ? { path: named } : { missing: `CHROMIUM_PATH names no program: ${named}` };
  const present = findChromium(env);
  if (present) return { path: present };
  const refusal = installChromium(env);
  const installed = findChromium(env);
  return installed ? { path: installed } : { missing: refusal ?? 'the package chromium brought no program' };
}

function findChromium({ PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const onPath = PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...onPath, ...elsewhere].find(isProgram);
}

/** Installs what the system packages, and says why when it cannot. */
function installChromium(env: NodeJS.ProcessEnv): string | undefined {
  const missing = 'it is not on this machine, ';
  if (process.getuid?.() !== 0) return `${missing}and only root can install it`;
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      encoding: 'utf8',
      timeout: 4 * 60_000,
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  if (apt('--version').status !== 0) return `${missing}which has no apt-get`;
  console.log('Installing Chromium for the browser tests …');
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'chromium'],
  ]) {
    const { status, stderr } = apt(...args);
    if (status === 0) continue;
    return `${missing}and apt-get could not install it (${stderr.trim().split('\n').at(-1) || 'no answer'})`;
  }
  return undefined;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
