import path from 'node:path';

export interface Package {
  /** From the root; '.' is the root itself. */
  folder: string;
  manifest: Manifest;
}

export interface Manifest {
  name?: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export function readPackages(texts: ReadonlyMap<string, string>): Package[] {
  return [...texts]
    .filter(([file]) => path.posix.basename(file) === 'package.json')
    .map(([file, text]) => ({ folder: path.posix.dirname(file), manifest: JSON.parse(text) as Manifest }));
}
