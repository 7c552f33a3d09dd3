import type { Rule } from '../rule.ts';

const gone = new Set(['BANNED', 'DELETED', 'DISCONNECTED', 'MIGRATED', 'UNLINKED']);

export const numberUnready: Rule = {
  name: 'number_unready',
  sentence: {
    en: 'The number is not connected or not registered, so nothing can be sent from it.',
    hi: 'नंबर जुड़ा हुआ या रजिस्टर नहीं है, इसलिए उससे कुछ नहीं भेजा जा सकता।',
  },
  needs: [],
  applies: ({ number: { disconnected, registered, status } }) =>
    disconnected || !registered || gone.has(status),
  stops: () => 'true',
};
