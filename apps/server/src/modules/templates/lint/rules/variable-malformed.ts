import { piecesOf } from '../copy.ts';
import { variablePattern } from '../words/match.ts';
import type { LintRule } from '../rule.ts';

export const variableMalformed: LintRule = {
  code: 'variable_malformed',
  severity: 'blocks',
  explanation: {
    en: 'A variable is written {{1}}, {{2}} without a gap, or by a name of small letters, digits and underscores.',
    hi: 'वेरिएबल {{1}}, {{2}} बिना अंतर छोड़े लिखा जाता है, या छोटे अक्षरों, अंकों और अंडरस्कोर वाले नाम से।',
  },
  fix: {
    en: 'Write the variable with two braces on each side and a plain name.',
    hi: 'वेरिएबल को दोनों ओर दो-दो कोष्ठकों और सादे नाम के साथ लिखें।',
  },
  finds: (copy) =>
    piecesOf(copy, 'header', 'body').flatMap(({ path, text }) => {
      const wrong = firstWrong(text, copy.draft.content.parameterFormat === 'NAMED');
      return wrong === null ? [] : [{ path, excerpt: wrong }];
    }),
};

function firstWrong(text: string, isNamed: boolean): string | null {
  const rest = text.replaceAll(variablePattern, '');
  const stray = /\{\{|\}\}|\{[a-z_\d]+\}/.exec(rest)?.[0];
  if (stray !== undefined) return stray;
  const names = [...new Set(Array.from(text.matchAll(variablePattern), ([all]) => all.slice(2, -2)))];
  const odd = names.find((name) => !(isNamed ? /^[a-z][a-z0-9_]*$/ : /^[1-9]\d{0,2}$/).test(name));
  if (odd !== undefined) return `{{${odd}}}`;
  if (isNamed) return null;
  const gap = names.toSorted((a, b) => Number(a) - Number(b)).find((name, at) => Number(name) !== at + 1);
  return gap === undefined ? null : `{{${gap}}}`;
}
