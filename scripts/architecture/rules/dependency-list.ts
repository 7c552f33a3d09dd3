import type { Manifest } from '../packages.ts';
import { type Finding, lineAt, type Rule } from '../rule.ts';

const list = 'docs/dependencies.md';

export const rule: Rule = {
  says: `${list} has one line for each direct dependency, and none for anything else. A star stands for a family that is released together.`,
  fix: `Write a row or bullet that begins with the name in backticks and says what it is for; take out what is gone.`,
  *find({ texts, packages }) {
    const text = texts.get(list) ?? '';
    const rows = [...text.matchAll(/^(?:\||[-*])\s*`([^`]+)`/gm)].map((match) => ({
      name: match[1] ?? '',
      line: lineAt(text, match.index),
    }));
    const used = new Map(
      packages.flatMap(({ folder, manifest }) =>
        namesOf(manifest).map((name) => [name, folder === '.' ? '' : `${folder}/`] as const),
      ),
    );
    yield* missingRows(used, rows);
    for (const { name, line } of rows) {
      const uses = [...used.keys()].filter((dependency) => covers(name, dependency));
      const twice = rows.filter((row) => row.name === name).length > 1;
      if (uses.length === 0) yield { file: list, line, what: `${name} is in no package.json` };
      else if (twice) yield { file: list, line, what: `${name} is listed twice` };
    }
  },
};

function* missingRows(used: Map<string, string>, rows: { name: string }[]): Generator<Finding> {
  for (const [name, folder] of used) {
    if (rows.some((row) => covers(row.name, name))) continue;
    yield { file: `${folder}package.json`, line: 1, what: `${name} has no line in ${list}` };
  }
}

function namesOf({ dependencies, devDependencies, optionalDependencies }: Manifest): string[] {
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    (name) => !name.startsWith('@trikon/'),
  );
}

const covers = (row: string, name: string): boolean =>
  row.endsWith('*') ? name.startsWith(row.slice(0, -1)) : row === name;
