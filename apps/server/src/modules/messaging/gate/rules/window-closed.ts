import type { Rule, Words } from '../rule.ts';

const stops = ({ at }: Words): string => `coalesce(v.window_ends_at <= ${at}, true)`;

export const windowClosed: Rule = {
  name: 'window_closed',
  sentence: {
    en: 'The customer has not written in the last 24 hours, so only a template can be sent.',
    hi: 'ग्राहक ने पिछले 24 घंटों में नहीं लिखा है, इसलिए केवल टेम्पलेट भेजा जा सकता है।',
  },
  needs: ['v'],
  applies: ({ usesTemplate }) => !usesTemplate,
  stops,
  again: { applies: 'o.template_id is null', stops },
};
