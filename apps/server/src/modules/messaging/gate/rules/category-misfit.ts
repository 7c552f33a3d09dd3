import { baseOf } from '../../../consent/index.ts';
import type { MessageCategory, SendClass } from '../asked.ts';
import type { Rule } from '../rule.ts';

/** A message may be held to stricter rules than its category asks for, never to laxer ones. */
const fitting: Record<MessageCategory, readonly SendClass[]> = {
  authentication: ['otp'],
  marketing: ['marketing'],
  utility: ['utility', 'marketing'],
  service: ['reply', 'utility', 'marketing'],
};

export const categoryMisfit: Rule = {
  name: 'category_misfit',
  sentence: {
    en: 'What it is for does not fit what it is: codes need an authentication template, and a template that promotes has to be a marketing template.',
    hi: 'उद्देश्य और श्रेणी मेल नहीं खाते: कोड के लिए ऑथेंटिकेशन टेम्पलेट चाहिए, और प्रचार वाला टेम्पलेट मार्केटिंग टेम्पलेट होना चाहिए।',
  },
  needs: [],
  applies: ({ class: as, category, purpose, usesTemplate }) =>
    !fitting[category].includes(as) ||
    (usesTemplate && purpose !== null && baseOf(purpose) === 'promotions' && category !== 'marketing'),
  stops: () => 'true',
};
