import path from 'node:path';
import type { Rule } from '../rule.ts';

/** Licences that let anyone run, change and sell what they ship in, with no more than a notice. */
const allowed = new Set(
  'MIT MIT-0 ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 CC0-1.0 Unlicense Python-2.0 PostgreSQL OFL-1.1'.split(
    ' ',
  ),
);

/** Packages whose manifest does not say it, with the licence that their own files state. */
const statedElsewhere: Record<string, string> = {};

interface Locked {
  license?: string;
  link?: boolean;
  resolved?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export const rule: Rule = {
  says: 'Everything that ships is under a licence on the list in scripts/architecture/rules/licences.ts.',
  fix: 'Choose another library; add a licence only if it asks for no more than a notice.',
  *find({ texts }) {
    const file = 'package-lock.json';
    const lock = JSON.parse(texts.get(file) ?? '{}') as { packages?: Record<string, Locked> };
    for (const [place, { license }] of shipped(lock.packages ?? {})) {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const says = statedElsewhere[name] ?? license ?? 'none';
      if (!isAllowed(says)) yield { file, line: 1, what: `${name} is under ${says}` };
    }
  },
};

/** What is installed for a user: from each workspace's and the root's dependencies down, without the tools. */
function shipped(locked: Record<string, Locked>): Map<string, Locked> {
  const found = new Map<string, Locked>();
  const take = (from: string, needs: Locked): void => {
    for (const name of Object.keys({ ...needs.dependencies, ...needs.optionalDependencies })) {
      const place = whereFound(locked, from, name);
      const entry = place === undefined ? undefined : locked[place];
      if (place === undefined || !entry || entry.link || found.has(place)) continue;
      found.set(place, entry);
      take(place, entry);
    }
  };
  for (const [place, entry] of Object.entries(locked))
    if (!place.includes('node_modules')) take(place, entry);
  return found;
}

function whereFound(locked: Record<string, Locked>, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = path.posix.dirname(folder)) {
    const place = path.posix.join(folder, 'node_modules', name);
    if (locked[place]) return place;
    if (folder === '.' || folder === '') return undefined;
  }
}

/** SPDX: one side of an OR is enough, both sides of an AND are needed. */
function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '').trim();
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed);
  return plain.split(' AND ').every((one) => allowed.has(one.trim()));
}
