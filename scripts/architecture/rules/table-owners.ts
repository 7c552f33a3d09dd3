import { type Finding, lineAt, type Rule } from '../rule.ts';
import { withoutComments } from '../sources.ts';
import { ownersOf, readTables } from '../tables.ts';
import type { Tree } from '../tree.ts';

const write =
  /\b(?:insert\s+into|merge\s+into|delete\s+from|truncate(?:\s+table)?|update)\s+(?:only\s+)?"?([a-z_][\w.]*)|\.(?:insertInto|mergeInto|deleteFrom|updateTable|replaceInto)\(\s*['"]([\w.]+)/gi;

// Inside the owner the SQL stands in queries.ts or in the verb that needs it; these only call.
const callOnly = /\/(?:index|routes|subscribers|jobs)\.ts$/;

export const rule: Rule = {
  says: 'Each table has one owner, and only its queries.ts and verb files write it. The owner names it in the line "Owns:" of its README.md.',
  fix: "Call a function of the owner's index.ts instead of writing its table; a new table goes into its owner's README.md.",
  *find(tree) {
    const tables = readTables(tree.texts);
    const owners = ownersOf(tree.texts);
    yield* wrongOwners(tables, owners);
    for (const file of tree.code) yield* wrongWrites(file, tree, tables, owners);
  },
};

type Tables = ReturnType<typeof readTables>;
type Owners = ReturnType<typeof ownersOf>;

function* wrongOwners(tables: Tables, owners: Owners): Generator<Finding> {
  for (const [table, at] of tables) {
    const named = owners.filter((owner) => owner.tables.includes(table)).map(({ folder }) => folder);
    if (named.length === 0) yield { ...at, what: `no README.md owns the table ${table}` };
    if (named.length > 1) yield { ...at, what: `${table} has several owners: ${named.join(', ')}` };
  }
  for (const { folder, tables: owned } of owners) {
    for (const table of owned.filter((name) => !tables.has(name))) {
      yield { file: `${folder}/README.md`, line: 1, what: `owns ${table}, which no migration creates` };
    }
  }
}

function* wrongWrites(file: string, { texts }: Tree, tables: Tables, owners: Owners): Generator<Finding> {
  const text = withoutComments(texts.get(file) ?? '');
  for (const match of text.matchAll(write)) {
    const table = match[1] ?? match[2] ?? '';
    if (!tables.has(table)) continue;
    const owner = owners.find((one) => one.tables.includes(table));
    const line = lineAt(text, match.index);
    if (!owner) continue;
    if (!file.startsWith(`${owner.folder}/`))
      yield { file, line, what: `writes ${table} of ${owner.folder}` };
    else if (callOnly.test(file)) yield { file, line, what: `writes ${table} here instead of in queries.ts` };
  }
}
