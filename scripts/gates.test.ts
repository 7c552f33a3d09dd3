import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryTree } from './test/temporary-tree.ts';

// A checker that cannot read our files reports nothing and looks content. These plant what each must find.
const root = path.join(import.meta.dirname, '..');

function runGate(program: string, args: string[], cwd: string): { status: number | null; output: string } {
  const result = spawnSync(path.join(root, 'node_modules/.bin', program), args, { cwd, encoding: 'utf8' });
  return { status: result.status, output: result.stdout + result.stderr };
}

test('an unused export, an unused file and an unused dependency are reported', () => {
  const tree = temporaryTree({
    'package.json': '{"name":"x","type":"module","main":"main.ts","dependencies":{"left-pad":"1.0.0"}}',
    'main.ts': `import { used } from './verbs.ts';\nused();`,
    'verbs.ts': 'export const used = () => 1;\nexport const unused: number = 2;',
    'forgotten.ts': 'export {};',
  });
  const { status, output } = runGate('knip', ['--no-progress'], tree);
  expect(status).toBe(1);
  for (const name of ['left-pad', 'forgotten.ts', 'unused']) expect(output).toContain(name);
});

test('a function of 81 lines, an any and a forgotten promise are reported', () => {
  const tree = temporaryTree({
    'tsconfig.json': '{"compilerOptions":{"strict":true,"types":[]}}',
    'long.ts': `export function long(): void {\n${'  Math.abs(1);\n'.repeat(79)}}\n`,
    'loose.ts': 'export const x: any = 1;\n',
    'lost.ts': 'export function lost(): void {\n  Promise.resolve(1);\n}\n',
  });
  const { status, output } = runGate('oxlint', ['--type-aware', '-c', `${root}/.oxlintrc.json`, '.'], tree);
  expect(status).toBe(1);
  for (const name of ['max-lines-per-function', 'no-explicit-any', 'no-floating-promises']) {
    expect(output).toContain(name);
  }
});
