import { categoryOfClass } from '../asked.ts';
import type { Bind } from '../../../../platform/db/index.ts';
import { zoneKey } from '../nights.ts';
import type { Rule } from '../rule.ts';

const morning = (bind: Bind, nights: Readonly<Record<string, string>>): string =>
  `(${bind(JSON.stringify(nights), 'jsonb')} ->> ${zoneKey})`;

export const quietHours: Rule = {
  name: 'quiet_hours',
  sentence: {
    en: 'It is late where the contact is. It will leave in the morning.',
    hi: 'संपर्क के यहाँ अभी देर का समय है। संदेश सुबह भेजा जाएगा।',
  },
  needs: [],
  applies: ({ class: as, nights }) =>
    categoryOfClass[as] !== 'service' &&
    categoryOfClass[as] !== 'authentication' &&
    Object.keys(nights).length > 0,
  stops: (_words, bind, { nights }) => `${morning(bind, nights)} is not null`,
  holdsUntil: (_words, bind, { nights }) => `${morning(bind, nights)}::timestamptz`,
};
