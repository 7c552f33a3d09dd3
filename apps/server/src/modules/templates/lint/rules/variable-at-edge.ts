import { piecesOf } from '../copy.ts';
import { fullStopOf } from '../words/match.ts';
import type { LintRule } from '../rule.ts';

export const variableAtEdge: LintRule = {
  code: 'variable_at_edge',
  severity: 'blocks',
  explanation: {
    en: 'WhatsApp takes no text that begins or ends with a variable.',
    hi: 'WhatsApp ऐसा टेक्स्ट नहीं लेता जो वेरिएबल से शुरू या ख़त्म हो।',
  },
  fix: {
    en: 'Write a word before it, such as a greeting, and a full stop or a word after it.',
    hi: 'पहले कोई शब्द लिखें, जैसे अभिवादन, और बाद में पूर्ण विराम या कोई शब्द।',
  },
  finds: (copy) =>
    piecesOf(copy, 'body').flatMap(({ path, pointer, text }) => {
      const trimmed = text.trim();
      const first = /^\{\{[^{}]*\}\}/.exec(trimmed)?.[0];
      const last = /\{\{[^{}]*\}\}$/.exec(trimmed)?.[0];
      if (first !== undefined) return [{ path, excerpt: first }];
      if (last === undefined) return [];
      return [
        { path, excerpt: last, cures: [{ op: 'replace', pointer, value: `${trimmed}${fullStopOf(copy)}` }] },
      ];
    }),
};
