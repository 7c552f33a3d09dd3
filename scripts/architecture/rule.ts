import type { Import } from './imports.ts';
import type { Tree } from './tree.ts';

export interface Finding {
  file: string;
  line: number;
  /** What stands there, in a few words: the imported file, the forbidden call, the missing link. */
  what: string;
}

/** One rule, one file in `rules/`; every file there is run, so adding a rule is adding a file. */
export interface Rule {
  /** The rule as a sentence a newcomer understands without opening this folder. */
  says: string;
  /** What to do about a finding. */
  fix: string;
  find(tree: Tree): Iterable<Finding>;
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Every place where a pattern stands in a file. */
export function* matches(file: string, text: string, pattern: RegExp): Generator<Finding> {
  for (const match of text.matchAll(pattern)) {
    const start = match.index + match[0].search(/\S/);
    yield { file, line: lineAt(text, start), what: match[0].trim() };
  }
}

export function importFinding({ from, to, offset }: Import, { texts }: Tree): Finding {
  return { file: from, line: lineAt(texts.get(from) ?? '', offset), what: `imports ${to}` };
}
