import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const left = new Set(['.git', 'node_modules', 'dist', 'data', 'test-results', '.cache']);

/** The whole tree at another place, which may be changed there. What npm installed is shared. */
export function copyTree(target: string): void {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(root)) {
    if (left.has(name)) continue;
    cpSync(path.join(root, name), path.join(target, name), {
      recursive: true,
      filter: (file) => !left.has(path.basename(file)),
    });
  }
  linkInstalled(target);
}

/** All but our own packages, which have to be the copied ones. */
function linkInstalled(target: string): void {
  const installed = path.join(root, 'node_modules');
  mkdirSync(path.join(target, 'node_modules/@trikon'), { recursive: true });
  for (const name of readdirSync(installed))
    if (name !== '@trikon') symlinkSync(path.join(installed, name), path.join(target, 'node_modules', name));
  for (const workspace of [
    'apps/server',
    'apps/emulator',
    'apps/web',
    'packages/contract',
    'packages/whatsapp',
  ]) {
    symlinkSync(
      path.join('../..', workspace),
      path.join(target, 'node_modules/@trikon', path.basename(workspace)),
    );
    const own = path.join(root, workspace, 'node_modules');
    if (existsSync(own)) symlinkSync(own, path.join(target, workspace, 'node_modules'));
  }
}
