import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Finding, Rule } from './architecture/rule.ts';
import { readTree } from './architecture/tree.ts';

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..'));
const started = performance.now();
const tree = await readTree(root);
const rules = await readRules(path.join(import.meta.dirname, 'architecture/rules'));
const broken = rules.map((rule) => ({ rule, findings: [...rule.find(tree)] })).filter(hasFindings);

for (const { rule, findings } of broken) {
  console.log(`\n${rule.says}\n  ${findings.map(describe).join('\n  ')}\n  Fix: ${rule.fix}`);
}
const count = broken.reduce((sum, { findings }) => sum + findings.length, 0);
const milliseconds = Math.round(performance.now() - started);
console.log(`${rules.length} rules, ${tree.code.size} program files, ${count} findings, ${milliseconds} ms`);
// A checker that sees nothing finds nothing; that must not look like a clean tree.
if (tree.imports.length === 0)
  console.log('It saw no imports at all, so it cannot have looked at the program.');
if (count > 0 || tree.imports.length === 0) process.exitCode = 1;

async function readRules(folder: string): Promise<Rule[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const modules = files.map((file): Promise<{ rule: Rule }> => import(path.join(folder, file)));
  return (await Promise.all(modules)).map(({ rule }) => rule);
}

function hasFindings({ findings }: { findings: Finding[] }): boolean {
  return findings.length > 0;
}

function describe({ file, line, what }: Finding): string {
  return `${file}:${line}  ${what}`;
}
