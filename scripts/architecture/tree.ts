import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Import, readImports } from './imports.ts';
import { type ModuleOrder, orderFile } from './module-order.ts';
import { type Package, readPackages } from './packages.ts';
import { isSource, isTest } from './sources.ts';

/** The checkout as the rules see it: texts, packages and who imports whom. Reads nothing after it is built. */
export interface Tree {
  /** Every text file by its path from the root. */
  texts: ReadonlyMap<string, string>;
  /** TypeScript files, tests among them; generated files are not. */
  sources: readonly string[];
  /** Those of them that are not tests, benches or the crash harness. */
  code: ReadonlySet<string>;
  packages: readonly Package[];
  /** Imports that lead to a file of ours, type-only ones included. */
  imports: readonly Import[];
  moduleOrder: ModuleOrder;
}

/** Documents name pictures; their bytes say nothing to a rule. */
const picture = /\.(?:png|jpe?g|webp)$/;
const textFile =
  /\.(?:[cm]?[jt]sx?|json|md|sql|css|html|ya?ml|sh|svg|txt)$|(?:^|\/)(?:Dockerfile|\.npmrc|\.ci\/[\w-]+)$/;

export async function readTree(root: string): Promise<Tree> {
  const texts = new Map(
    listFiles(root).map(
      (file) => [file, picture.test(file) ? '' : readFileSync(path.join(root, file), 'utf8')] as const,
    ),
  );
  if (!texts.has(orderFile)) throw new Error(`${orderFile} is missing: it states the order of the modules.`);
  const order: { moduleOrder: ModuleOrder } = await import(pathToFileURL(path.join(root, orderFile)).href);
  return buildTree(texts, order.moduleOrder);
}

export function buildTree(texts: ReadonlyMap<string, string>, moduleOrder: ModuleOrder): Tree {
  const sources = [...texts.keys()].filter(isSource);
  const code = new Set(sources.filter((file) => !isTest(file)));
  const packages = readPackages(texts);
  const imports = readImports(sources, texts, packages);
  return { texts, code, sources, packages, imports, moduleOrder };
}

// A walk instead of asking git: the same answer in an unpacked archive, and no process to start.
function listFiles(root: string): string[] {
  const ignored = readIgnored(root);
  const visit = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (ignored.has(entry.name) || ignored.has(`/${file}`)) return [];
      if (entry.isDirectory()) return visit(file);
      return entry.isFile() && (textFile.test(file) || picture.test(file)) ? [file] : [];
    });
  return visit('');
}

function readIgnored(root: string): Set<string> {
  const lines = readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n');
  return new Set(['.git', ...lines.map((line) => line.trim().replace(/\/$/, '')).filter(Boolean)]);
}
