import type { Rule } from '../rule.ts';

const free = new Set(['CONNECTED', 'LINKED']);

/** Whatever word of Meta's it is: it may begin to send again by itself. */
export const numberRestricted: Rule = {
  name: 'number_restricted',
  sentence: {
    en: 'WhatsApp restricts the number at present. It will leave when that ends.',
    hi: 'WhatsApp ने फ़िलहाल नंबर पर रोक लगाई है। रोक हटने पर संदेश भेजा जाएगा।',
  },
  needs: [],
  applies: ({ number: { status }, class: as }) => !free.has(status) && as !== 'reply',
  stops: () => 'true',
  holdsUntil: ({ at }) => `${at} + interval '15 minutes'`,
};
