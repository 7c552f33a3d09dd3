import { expect, test } from 'vitest';
import { provideChromium } from './chromium.ts';
import { temporaryTree } from './test/temporary-tree.ts';

const isRoot = process.getuid?.() === 0;
const program = '#!/bin/sh\n';
const brokenApt = '#!/bin/sh\n[ "$1" = --version ] && exit 0\necho "E: no network" >&2\nexit 100\n';
const workingApt = `#!/bin/sh\n[ "$1" = install ] && /bin/cp "$0" "\${0%/*}/chromium"\nexit 0\n`;

/** A machine on which these programs are all there is. */
function machine(programs: Record<string, string>): string {
  return temporaryTree({ 'README.md': '', ...programs });
}

test('the one that is named comes first', () => {
  const PATH = machine({ chromium: program, mine: program });
  expect(provideChromium({ PATH, CHROMIUM_PATH: `${PATH}/mine` })).toEqual({ path: `${PATH}/mine` });
});

test('one that is there is taken', () => {
  const PATH = machine({ 'google-chrome': program });
  expect(provideChromium({ PATH })).toEqual({ path: `${PATH}/google-chrome` });
});

test.runIf(isRoot)('one that is missing is installed', () => {
  const PATH = machine({ 'apt-get': workingApt });
  expect(provideChromium({ PATH })).toEqual({ path: `${PATH}/chromium` });
});

test.runIf(isRoot)('what keeps it from being installed is said', () => {
  expect(provideChromium({ PATH: machine({}) })).toEqual({
    missing: 'it is not on this machine, which has no apt-get',
  });
  expect(provideChromium({ PATH: machine({ 'apt-get': brokenApt }) })).toEqual({
    missing: 'it is not on this machine, and apt-get could not install it (E: no network)',
  });
});
