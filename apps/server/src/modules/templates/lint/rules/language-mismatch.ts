import { isAuthentication, piecesOf } from '../copy.ts';
import { withoutVariables, wordsIn } from '../words/match.ts';
import { lettersOf, scriptOf, shareOf, speaksInLatin } from '../words/scripts.ts';
import type { LintRule } from '../rule.ts';

export const languageMismatch: LintRule = {
  code: 'language_mismatch',
  severity: 'blocks',
  explanation: {
    en: 'The text is not in the language that the template says. WhatsApp rejects that.',
    hi: 'टेक्स्ट उस भाषा में नहीं है जो टेम्पलेट बताता है। WhatsApp इसे ठुकराता है।',
  },
  fix: {
    en: 'Choose the language of the text, or write it in that language.',
    hi: 'टेक्स्ट की भाषा चुनें, या उसी भाषा में लिखें।',
  },
  finds: (copy) => {
    if (isAuthentication(copy)) return [];
    const text = withoutVariables(
      piecesOf(copy, 'header', 'body', 'footer')
        .map((piece) => piece.text)
        .join(' '),
    );
    const script = scriptOf(copy.base);
    if (script === null || lettersOf(text).length < 15) return [];
    if (script !== 'Latin' && speaksInLatin(copy.base, text)) return [];
    return shareOf(text, script) < 0.35
      ? [{ path: 'body', excerpt: wordsIn(text).slice(0, 4).join(' ') }]
      : [];
  },
};
