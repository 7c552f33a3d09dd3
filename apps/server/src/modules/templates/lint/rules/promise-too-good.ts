import { whereSeen } from '../words/match.ts';
import { promises } from '../words/alarm.ts';
import type { LintRule } from '../rule.ts';

export const promiseTooGood: LintRule = {
  code: 'promise_too_good',
  severity: 'blocks',
  explanation: {
    en: 'Prizes nobody entered for, money that doubles and guaranteed returns read as a scam and are rejected.',
    hi: 'बिना भाग लिए इनाम, दोगुना होता पैसा और गारंटीड मुनाफ़ा धोखाधड़ी लगते हैं और ठुकरा दिए जाते हैं।',
  },
  fix: {
    en: 'Say plainly what is offered, to whom and on which conditions.',
    hi: 'साफ़ लिखें कि क्या दिया जा रहा है, किसे, और किन शर्तों पर।',
  },
  finds: (copy) => whereSeen(copy.pieces, promises),
};
