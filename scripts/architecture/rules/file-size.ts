import type { Rule } from '../rule.ts';

const wall = 400;

/** Files above the wall, each with the reason why splitting it would make it harder to read. */
const exceptions: Record<string, string> = {
  'packages/contract/src/events.ts': 'one table of all events, read from top to bottom',
};

export const rule: Rule = {
  says: `A file has at most ${wall} lines. (Functions have at most 80: oxlint holds that.)`,
  fix: 'Split it by verb. A pure table may be named in scripts/architecture/rules/file-size.ts with its reason.',
  *find({ code, texts }) {
    for (const file of code) {
      const lines = (texts.get(file) ?? '').split('\n').length;
      if (lines > wall && !exceptions[file]) yield { file, line: wall, what: `${lines} lines` };
      if (lines <= wall && exceptions[file]) yield { file, line: 1, what: 'no longer needs its exception' };
    }
  },
};
