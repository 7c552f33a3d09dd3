import { userIdIn } from '../../../contacts/index.ts';
import type { Rule } from '../rule.ts';

export const notContactable: Rule = {
  name: 'not_contactable',
  sentence: {
    en: 'There is neither a phone number nor a WhatsApp user id of this contact.',
    hi: 'इस संपर्क का न फ़ोन नंबर है, न WhatsApp यूज़र आईडी।',
  },
  needs: [],
  applies: () => true,
  stops: (_words, bind, { number }) =>
    `c.phone is null and ${userIdIn('c', bind(number.portfolioId, 'text'))} is null`,
};
