import type { Rule, Words } from '../rule.ts';

const stops = ({ contact }: Words): string => `${contact}.phone is null`;

/** Meta refuses a code that is addressed to a business-scoped user id (131062). */
export const codeNeedsPhone: Rule = {
  name: 'code_needs_phone',
  sentence: {
    en: 'A code can only be sent to a phone number, and this contact has not shared theirs. Ask for it.',
    hi: 'कोड केवल फ़ोन नंबर पर भेजा जा सकता है, और इस संपर्क ने अपना नंबर नहीं दिया है। उनसे नंबर माँगें।',
  },
  needs: [],
  applies: ({ category }) => category === 'authentication',
  stops,
  again: { applies: `o.class = 'otp'`, stops },
};
