import type { Import } from '../imports.ts';
import { mayImport } from '../module-order.ts';
import { importFinding, type Rule } from '../rule.ts';
import type { Tree } from '../tree.ts';

const web = 'apps/web/src/';

export const rule: Rule = {
  says: 'In the web app ui/, data/ and whatsapp/ know no feature and no shell, and ui/ no whatsapp/; a feature imports only lower features, and those only through their index.',
  fix: 'Pass it in as a prop or a slot that routes.tsx fills. Features follow the order in apps/server/src/modules/order.ts.',
  *find(tree) {
    for (const one of tree.imports) {
      if (tree.code.has(one.from) && isWrong(one, tree)) yield importFinding(one, tree);
    }
  },
};

function isWrong({ from, to }: Import, tree: Tree): boolean {
  const [own, other] = [featureOf(from), featureOf(to)];
  const [here, there] = [inWeb(from), inWeb(to)];
  if (here.startsWith('ui/') && there.startsWith('whatsapp/')) return true;
  if (/^(?:ui|data|whatsapp)\//.test(here)) return other !== undefined || there.startsWith('shell/');
  if (!own || !other || own === other) return false;
  return !mayImport(tree.moduleOrder, own, other) || !/^features\/[^/]+\/index\.tsx?$/.test(inWeb(to));
}

const inWeb = (file: string): string => (file.startsWith(web) ? file.slice(web.length) : '');
const featureOf = (file: string): string | undefined => /^features\/([^/]+)\//.exec(inWeb(file))?.[1];
