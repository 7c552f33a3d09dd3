import { piecesOf } from '../copy.ts';
import { wordsIn } from '../words/match.ts';
import type { LintRule } from '../rule.ts';

export const emojiExcess: LintRule = {
  code: 'emoji_excess',
  severity: 'advice',
  explanation: {
    en: 'More than a few emoji, or several in a row, make a message harder to read and look like spam. Screen readers speak each of them.',
    hi: 'बहुत सारे या लगातार इमोजी संदेश को पढ़ना कठिन बनाते हैं और स्पैम लगते हैं। स्क्रीन रीडर हर एक को बोलता है।',
  },
  fix: {
    en: 'Keep one or two, where they help to find something.',
    hi: 'एक-दो रखें, जहाँ वे कुछ खोजने में मदद करें।',
  },
  finds: (copy) =>
    piecesOf(copy, 'body').flatMap(({ path, text }) => {
      const all = text.match(/\p{Extended_Pictographic}/gu) ?? [];
      const inARow = /(\p{Extended_Pictographic}\uFE0F?){3,}/u.test(text);
      const count = wordsIn(text).length;
      const isTooMuch = all.length > 5 || (all.length > 2 && all.length * 6 > count);
      return inARow || isTooMuch
        ? [{ path, excerpt: all.slice(0, 6).join(''), severity: all.length > 10 ? 'risk' : 'advice' }]
        : [];
    }),
};
