import { isAuthentication, piecesOf } from '../copy.ts';
import { firstMatch, isIn, sentencesOf } from '../words/match.ts';
import { handover, oneTimeCode, warning } from '../words/codes.ts';
import type { LintRule } from '../rule.ts';

export const oneTimeCodeOutsideAuthentication: LintRule = {
  code: 'one_time_code_outside_authentication',
  severity: 'blocks',
  explanation: {
    en: 'A one-time code may only be sent with an authentication template. WhatsApp rejects it in any other.',
    hi: 'वन-टाइम कोड केवल ऑथेंटिकेशन टेम्पलेट से भेजा जा सकता है। किसी और में WhatsApp इसे ठुकरा देता है।',
  },
  fix: {
    en: 'Make an authentication template for the code. A code for a delivery partner or a driver may stay, if the text says so.',
    hi: 'कोड के लिए ऑथेंटिकेशन टेम्पलेट बनाएँ। डिलीवरी या ड्राइवर को बताने वाला कोड रह सकता है, अगर लिखा हो कि किसके लिए है।',
  },
  finds: (copy) => {
    if (isAuthentication(copy) || isIn(copy.text, handover)) return [];
    return piecesOf(copy, 'header', 'body').flatMap(({ path, text }) => {
      const sentence = sentencesOf(text).find((each) => givesCode(each, text));
      return sentence === undefined ? [] : [{ path, excerpt: firstMatch(sentence, oneTimeCode)! }];
    });
  },
};

/** "Never share your OTP" beside an order number is advice; "{{1}} is your OTP" is a code. */
const givesCode = (sentence: string, text: string): boolean =>
  isIn(sentence, oneTimeCode) && text.includes('{{') && (sentence.includes('{{') || !isIn(sentence, warning));
