import { type Finding, lineAt, type Rule } from '../rule.ts';

const perThousandLines = 0.3;
// The names are split so that this file does not count itself.
const suppression = /@ts-(?:expect-error|nocheck|ignore)|\b(?:oxlint|eslint|biome)-(?:disable|ignore)[\w-]*/g;
const withReason = /^[^\n]*\s--\s+\S/;

export const rule: Rule = {
  says: `A warning is silenced rarely (at most ${perThousandLines} per 1,000 lines), by the narrowest means, and with its reason after "--".`,
  fix: 'Change the code so that the warning goes; otherwise silence one rule on one line and end the comment with -- and the reason.',
  *find({ sources, texts }) {
    const all = sources.flatMap((file) => [...suppressionsOf(file, texts.get(file) ?? '')]);
    for (const { file, line, what } of all.filter(({ bare }) => bare)) {
      yield { file, line, what: `${what} without a reason, or wider than it needs to be` };
    }
    const lines = sources.reduce((sum, file) => sum + (texts.get(file) ?? '').split('\n').length, 0);
    // A young tree gets one.
    const allowed = Math.max(1, Math.floor((lines / 1000) * perThousandLines));
    for (const { file, line, what } of all.slice(allowed)) {
      yield { file, line, what: `${what} is one of ${all.length}; ${allowed} are allowed` };
    }
  },
};

function* suppressionsOf(file: string, text: string): Generator<Finding & { bare: boolean }> {
  for (const match of text.matchAll(suppression)) {
    const bare = /nocheck|ts-ignore/.test(match[0]) || !withReason.test(text.slice(match.index));
    yield { file, line: lineAt(text, match.index), what: match[0], bare };
  }
}
