import { type Finding, importFinding, type Rule } from '../rule.ts';
import type { Tree } from '../tree.ts';

export const rule: Rule = {
  says: 'Files never import each other in a circle, not even for types.',
  fix: 'Move what both sides need into a file of its own, below them.',
  find: findCircles,
};

function findCircles(tree: Tree): Finding[] {
  const importsOf = Map.groupBy(
    tree.imports.filter(({ from, to }) => tree.code.has(from) && tree.code.has(to)),
    ({ from }) => from,
  );
  const found: Finding[] = [];
  const done = new Set<string>();
  const path: string[] = [];

  const visit = (file: string): void => {
    path.push(file);
    for (const one of importsOf.get(file) ?? []) {
      const start = path.indexOf(one.to);
      if (start !== -1) found.push({ ...importFinding(one, tree), what: describe(path.slice(start)) });
      else if (!done.has(one.to)) visit(one.to);
    }
    path.pop();
    done.add(file);
  };
  for (const file of importsOf.keys()) if (!done.has(file)) visit(file);
  return found;
}

const describe = (circle: string[]): string => [...circle, circle[0]].join(' → ');
