import { firstMatch, isIn, sentencesOf } from '../words/match.ts';
import { askedSecrets, warning } from '../words/codes.ts';
import type { LintRule } from '../rule.ts';

export const asksForSecret: LintRule = {
  code: 'asks_for_secret',
  severity: 'blocks',
  explanation: {
    en: 'Nobody may be asked for a code, PIN, password, or card or account number in a chat. WhatsApp rejects it as a scam.',
    hi: 'चैट में किसी से कोड, पिन, पासवर्ड, कार्ड या खाता नंबर नहीं माँगा जा सकता। WhatsApp इसे धोखाधड़ी मानकर ठुकराता है।',
  },
  fix: {
    en: 'Send people to your app or website instead, and add a line that you never ask for codes.',
    hi: 'लोगों को अपने ऐप या वेबसाइट पर भेजें, और लिखें कि आप कभी कोड नहीं माँगते।',
  },
  finds: (copy) =>
    copy.pieces.flatMap(({ path, text }) => {
      const sentence = sentencesOf(text).find((each) => asks(each));
      return sentence === undefined ? [] : [{ path, excerpt: firstMatch(sentence, askedSecrets)! }];
    }),
};

/** A sentence with a value gives a code rather than asks for one. */
const asks = (sentence: string): boolean =>
  isIn(sentence, askedSecrets) && !isIn(sentence, warning) && !sentence.includes('{{');
