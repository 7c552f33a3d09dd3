import type { Import } from '../imports.ts';
import { importFinding, type Rule } from '../rule.ts';
import type { Tree } from '../tree.ts';

interface Allowed {
  code?: readonly string[];
  typesOnly?: readonly string[];
  testsToo?: readonly string[];
}

// Who may import whom. The emulator shares the wire types with the Cloud API client and none of its logic,
// or both would be wrong together.
const table: Record<string, Allowed> = {
  'packages/contract': {},
  'packages/whatsapp': {},
  'packages/sdk': { code: ['packages/contract'] },
  'apps/server': { code: ['packages/contract', 'packages/whatsapp'], testsToo: ['apps/emulator'] },
  'apps/web': { code: ['packages/contract'] },
  'apps/emulator': { typesOnly: ['packages/whatsapp'] },
};

export const rule: Rule = {
  says: 'A package imports only the packages that the table in scripts/architecture/rules/package-table.ts gives it, and by their name.',
  fix: "Move what is shared to packages/contract, or import it as '@trikon/<package>'.",
  *find(tree) {
    for (const { folder } of tree.packages) {
      if (folder !== '.' && !table[folder]) {
        yield { file: `${folder}/package.json`, line: 1, what: 'this package has no row in the table' };
      }
    }
    for (const one of tree.imports) if (isWrong(one, tree)) yield importFinding(one, tree);
  },
};

function isWrong(one: Import, tree: Tree): boolean {
  const [own, other] = [packageOf(one.from), packageOf(one.to)];
  const allowed = own && table[own];
  if (!allowed || own === other) return false;
  const isTest = !tree.code.has(one.from);
  if (!other) return !isTest;
  if (one.specifier.startsWith('.')) return true;
  return !(
    allowed.code?.includes(other) ||
    (one.typeOnly && allowed.typesOnly?.includes(other)) ||
    (isTest && allowed.testsToo?.includes(other))
  );
}

const packageOf = (file: string): string | undefined => /^(?:apps|packages)\/[^/]+/.exec(file)?.[0];
