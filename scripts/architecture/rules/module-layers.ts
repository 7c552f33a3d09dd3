import type { Import } from '../imports.ts';
import { isKnown, mayImport } from '../module-order.ts';
import { importFinding, type Rule } from '../rule.ts';
import type { Tree } from '../tree.ts';

export const rule: Rule = {
  says: 'The platform imports no module; a module imports only lower modules, and those only through their index.ts.',
  fix: 'Call downwards; what a lower module needs from a higher one is registered by the higher one in app.ts. The order is in apps/server/src/modules/order.ts.',
  *find(tree) {
    for (const one of tree.imports) {
      if (tree.code.has(one.from) && isWrong(one, tree)) yield importFinding(one, tree);
    }
    for (const file of tree.code) {
      const name = moduleOf(file);
      if (name && !isKnown(tree.moduleOrder, name)) {
        yield { file, line: 1, what: `the module ${name} has no place in order.ts` };
      }
    }
  },
};

function isWrong({ from, to }: Import, tree: Tree): boolean {
  const [own, other] = [moduleOf(from), moduleOf(to)];
  if (!other || own === other) return false;
  if (from.startsWith('apps/server/src/platform/')) return true;
  if (!own) return false;
  return !mayImport(tree.moduleOrder, own, other) || !to.endsWith(`/modules/${other}/index.ts`);
}

function moduleOf(file: string): string | undefined {
  return /^apps\/server\/src\/modules\/([^/]+)\//.exec(file)?.[1];
}
