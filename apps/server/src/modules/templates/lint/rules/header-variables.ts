import { piecesOf } from '../copy.ts';
import { variablePattern } from '../words/match.ts';
import type { LintRule } from '../rule.ts';

export const headerVariables: LintRule = {
  code: 'header_variables',
  severity: 'blocks',
  explanation: {
    en: 'A header takes one variable at most, and a footer none.',
    hi: 'हेडर में अधिक से अधिक एक वेरिएबल हो सकता है, और फ़ुटर में एक भी नहीं।',
  },
  fix: {
    en: 'Move the variables into the body.',
    hi: 'वेरिएबल मुख्य टेक्स्ट में ले जाएँ।',
  },
  finds: (copy) =>
    piecesOf(copy, 'header', 'footer', 'offer')
      .filter(({ role, text }) => new Set(text.match(variablePattern)).size > (role === 'header' ? 1 : 0))
      .map(({ path }) => ({ path })),
};
