import { piecesOf } from '../copy.ts';
import { wordsIn } from '../words/match.ts';
import type { LintRule } from '../rule.ts';

export const variantUntranslated: LintRule = {
  code: 'variant_untranslated',
  severity: 'risk',
  explanation: {
    en: 'The text is the same as in another language: it was copied and not translated.',
    hi: 'टेक्स्ट दूसरी भाषा वाला ही है: कॉपी किया गया, अनुवाद नहीं हुआ।',
  },
  fix: {
    en: 'Translate it, or take the language out of the family.',
    hi: 'अनुवाद करें, या यह भाषा परिवार से हटाएँ।',
  },
  finds: (copy, { variants }) => {
    const own = piecesOf(copy, 'body').find(({ card }) => card === null);
    if (own === undefined || wordsIn(own.text).length < 3) return [];
    const same = variants.find(
      ({ language, body }) => language.split('_')[0] !== copy.base && essence(body) === essence(own.text),
    );
    return same === undefined ? [] : [{ path: 'body', excerpt: same.language }];
  },
};

const essence = (text: string): string => wordsIn(text).join(' ').toLowerCase();
