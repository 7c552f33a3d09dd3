import type { Rule } from '../rule.ts';

export const notContactable: Rule = {
  name: 'not_contactable',
  sentence: {
    en: 'There is neither a phone number nor a WhatsApp user id of this contact.',
    hi: 'इस संपर्क का न फ़ोन नंबर है, न WhatsApp यूज़र आईडी।',
  },
  needs: [],
  applies: () => true,
  stops: () => 'c.phone is null and c.user_id is null',
};
