import { spawn } from 'node:child_process';
import path from 'node:path';

// `npm run dev`: the server starts again when one of its files changes, and Vite serves the web app as it is edited.
const root = path.join(import.meta.dirname, '..');
const server = `http://127.0.0.1:${process.env['TRIKON_PORT'] ?? 4100}`;
const vite = path.join(root, 'node_modules/.bin/vite');
const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(vite, {
    cwd: path.join(root, 'apps/web'),
    stdio: 'inherit',
    env: { TRIKON_URL: server, ...process.env },
  }),
];

for (const child of children) child.once('exit', (code) => stop(code ?? 0));
// A terminal tells the children itself; this is for a signal sent to this process alone.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));

function stop(code: number): void {
  process.exitCode ??= code;
  for (const child of children) child.kill('SIGTERM');
}
