import type { NeededValue } from '../asked.ts';
import type { Rule } from '../rule.ts';

const missing = ({ field }: NeededValue): string =>
  field === null ? 'true' : `coalesce(c.${field}, '') !~ '\\S'`;

/** Filled are places that everybody gets the same in, and those with something for whoever has nothing there. */
const open = (needed: readonly NeededValue[]): NeededValue[] =>
  needed.filter(({ given, fallback }) => !given && fallback === null);

export const valuesMissing: Rule = {
  name: 'values_missing',
  sentence: {
    en: 'The template has a place for which there is no value, and no fallback.',
    hi: 'टेम्पलेट में ऐसी जगह है जिसके लिए न मान है, न विकल्प।',
  },
  needs: [],
  applies: ({ needed }) => open(needed).length > 0,
  stops: (_words, _bind, { needed }) => `(${open(needed).map(missing).join(' or ')})`,
};
