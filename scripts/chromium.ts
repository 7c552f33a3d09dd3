import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The browser for the browser tests: the one that is named, one that is there, or one that can be installed. */
export function provideChromium(): { path: string } | { missing: string } {
  const named = process.env['CHROMIUM_PATH'];
  if (named)
    return isProgram(named) ? { path: named } : { missing: `CHROMIUM_PATH names no program: ${named}` };
  const present = findChromium();
  if (present) return { path: present };
  const refusal = installChromium();
  const installed = refusal === undefined ? findChromium() : undefined;
  return installed ? { path: installed } : { missing: refusal ?? 'the package chromium brought no program' };
}

function findChromium(): string | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)];
  const places = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...places, ...elsewhere].find(isProgram);
}

/** Installs what the system packages, and says why when it cannot. */
function installChromium(): string | undefined {
  if (process.getuid?.() !== 0) return 'it is not on this machine, and only root can install it';
  if (spawnSync('apt-get', ['--version']).status !== 0)
    return 'it is not on this machine, which has no apt-get';
  console.log('Installing Chromium for the browser tests …');
  try {
    const options = {
      stdio: 'pipe',
      timeout: 4 * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    } as const;
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
    return undefined;
  } catch (error) {
    const complaint = String((error as { stderr?: Buffer }).stderr ?? error).trim();
    return `it is not on this machine, and apt-get could not install it (${complaint.split('\n').at(-1)})`;
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
