import type { Rule } from '../rule.ts';

export const countryBlocked: Rule = {
  name: 'country_blocked',
  sentence: {
    en: 'Your workspace sends nothing to this country except answers and codes.',
    hi: 'आपका वर्कस्पेस इस देश में जवाब और कोड के अलावा कुछ नहीं भेजता।',
  },
  needs: [],
  applies: ({ policies, class: as }) =>
    policies.blockedCountries.length > 0 && as !== 'reply' && as !== 'otp',
  stops: (_words, bind, { policies }) =>
    `coalesce(c.country = any(${bind(policies.blockedCountries, 'text[]')}), false)`,
};
