/**
 * What `npm run emulator` runs. The emulator is TypeScript that Node runs as it is, so an older Node gives way to the
 * one that came with the packages.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const bundled = path.resolve(import.meta.dirname, '../../node_modules/.bin/node');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

if (runsTypeScript) {
  await import('./src/main.ts');
} else if (existsSync(bundled)) {
  const main = path.join(import.meta.dirname, 'src/main.ts');
  const child = spawn(bundled, ['--disable-warning=ExperimentalWarning', main], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => process.exit(code ?? 1));
} else {
  process.stderr.write(
    `The emulator needs Node 22.18 or later and this is ${process.version}; run npm ci, which brings one.\n`,
  );
  process.exitCode = 1;
}
