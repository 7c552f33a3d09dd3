import path from 'node:path';
import type { Package } from './packages.ts';

export interface Import {
  from: string;
  to: string;
  /** As written: a relative path or a package's name. */
  specifier: string;
  typeOnly: boolean;
  offset: number;
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Reads every static import, re-export and import() that leads to a file of ours. */
export function readImports(
  sources: readonly string[],
  texts: ReadonlyMap<string, string>,
  packages: readonly Package[],
): Import[] {
  const known = new Set(sources);
  return sources.flatMap((from) =>
    [...(texts.get(from) ?? '').matchAll(statement)].flatMap((match) => {
      const specifier = match[1] ?? match[2] ?? '';
      const to = resolve(from, specifier, known, packages);
      if (to === undefined || to === from) return [];
      const typeOnly = /^\s*(?:import|export)\s+type\b/.test(match[0]);
      return [{ from, to, specifier, typeOnly, offset: match.index + match[0].indexOf(specifier) }];
    }),
  );
}

function resolve(from: string, specifier: string, known: Set<string>, packages: readonly Package[]) {
  if (specifier.startsWith('.')) {
    return asFile(path.posix.join(path.posix.dirname(from), specifier), known);
  }
  const target = packages.find(
    ({ manifest: { name } }) => name && (specifier === name || specifier.startsWith(`${name}/`)),
  );
  if (!target?.manifest.name) return undefined;
  const rest = specifier.slice(target.manifest.name.length + 1);
  return asFile(`${target.folder}/src/${rest}`, known) ?? asFile(`${target.folder}/${rest}`, known);
}

function asFile(base: string, known: Set<string>): string | undefined {
  const plain = base.replace(/\/$/, '');
  const candidates = [
    plain,
    `${plain}.ts`,
    `${plain}.tsx`,
    plain.replace(/\.js(x?)$/, '.ts$1'),
    `${plain}/index.ts`,
    `${plain}/index.tsx`,
  ];
  return candidates.find((candidate) => known.has(candidate));
}
