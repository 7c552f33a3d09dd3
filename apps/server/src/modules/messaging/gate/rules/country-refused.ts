import type { Rule } from '../rule.ts';

export const countryRefused: Rule = {
  name: 'country_refused',
  sentence: {
    en: 'WhatsApp lets this account write to nobody in this country. It is tried again a day later.',
    hi: 'WhatsApp इस खाते को इस देश में किसी को लिखने नहीं देता। एक दिन बाद फिर कोशिश होगी।',
  },
  needs: [],
  applies: ({ number: { refusedCountries } }) => refusedCountries.length > 0,
  stops: (_words, bind, { number: { refusedCountries } }) =>
    `coalesce(c.country = any(${bind(refusedCountries, 'text[]')}), false)`,
};
