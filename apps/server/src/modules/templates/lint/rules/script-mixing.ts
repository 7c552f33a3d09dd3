import { withoutVariables } from '../words/match.ts';
import { mixedWord, secondScript } from '../words/scripts.ts';
import type { LintRule } from '../rule.ts';

export const scriptMixing: LintRule = {
  code: 'script_mixing',
  severity: 'risk',
  explanation: {
    en: 'One word is made of letters of two scripts, or the text mixes two Indian scripts. It looks like a disguise, and searching does not find it.',
    hi: 'एक ही शब्द में दो लिपियों के अक्षर हैं, या टेक्स्ट में दो भारतीय लिपियाँ मिली हैं। यह भेस बदलने जैसा लगता है।',
  },
  fix: {
    en: 'Write each word in one script, and one Indian language in a template.',
    hi: 'हर शब्द एक लिपि में लिखें, और एक टेम्पलेट में एक भारतीय भाषा।',
  },
  finds: (copy) =>
    copy.pieces.flatMap(({ path, text }) => {
      const mixed = mixedWord(withoutVariables(text)) ?? secondScript(withoutVariables(text));
      return mixed === null ? [] : [{ path, excerpt: mixed }];
    }),
};
