import { piecesOf } from '../copy.ts';
import { variablePattern, wordsIn } from '../words/match.ts';
import type { LintRule } from '../rule.ts';

export const tooManyVariables: LintRule = {
  code: 'too_many_variables',
  severity: 'blocks',
  explanation: {
    en: 'There are too few words around the variables. WhatsApp wants at least two words for each, and one more.',
    hi: 'वेरिएबलों के आसपास शब्द बहुत कम हैं। WhatsApp हर वेरिएबल के लिए कम से कम दो शब्द चाहता है, और एक और।',
  },
  fix: {
    en: 'Write more fixed text, or put fewer variables in.',
    hi: 'कुछ और तय टेक्स्ट लिखें, या वेरिएबल कम करें।',
  },
  finds: (copy) =>
    piecesOf(copy, 'body').flatMap(({ path, text }) => {
      const count = text.match(variablePattern)?.length ?? 0;
      return count > 0 && wordsIn(text).length < 2 * count + 1 ? [{ path, excerpt: `${count} × {{ }}` }] : [];
    }),
};
