import path from 'node:path';
import { lineAt } from './rule.ts';

interface Owner {
  folder: string;
  tables: string[];
}

const statement =
  /^\s*(?:create\s+table\s+(?:if\s+not\s+exists\s+)?([\w.]+)\s*\(|drop\s+table\s+(?:if\s+exists\s+)?([\w.]+)|alter\s+table\s+([\w.]+)\s+rename\s+to\s+(\w+))/gim;

/** The tables that stand once every migration ran, each with the place that created it. Partitions belong to their parent. */
export function readTables(texts: ReadonlyMap<string, string>): Map<string, { file: string; line: number }> {
  const tables = new Map<string, { file: string; line: number }>();
  for (const file of [...texts.keys()].filter((name) => /\/migrations\/[^/]+\.sql$/.test(name)).sort()) {
    const text = texts.get(file) ?? '';
    for (const [whole, created, dropped, renamed, newName] of text.matchAll(statement)) {
      const at = { file, line: lineAt(text, text.indexOf(whole) + whole.search(/\S/)) };
      if (created) tables.set(created, at);
      if (dropped) tables.delete(dropped);
      if (renamed && newName && tables.delete(renamed)) tables.set(withSchemaOf(renamed, newName), at);
    }
  }
  return tables;
}

/** Who owns what: the names in backticks in the paragraph of a README.md that begins with "Owns:". */
export function ownersOf(texts: ReadonlyMap<string, string>): Owner[] {
  return [...texts].flatMap(([file, text]) => {
    if (!/^apps\/server\/src\/(?:modules|platform)\/[^/]+\/README\.md$/.test(file)) return [];
    const paragraph = /^[*-]*\s*\**Owns:\**([^]*?)(?:\n\s*\n|\n[*-]|(?![^]))/m.exec(text)?.[1] ?? '';
    const tables = [...paragraph.matchAll(/`([\w.]+)`/g)].map((match) => match[1] ?? '');
    return [{ folder: path.posix.dirname(file), tables }];
  });
}

const withSchemaOf = (old: string, name: string): string =>
  old.includes('.') ? `${old.slice(0, old.indexOf('.'))}.${name}` : name;
