import type { Rule, Words } from '../rule.ts';

const stops = ({ contact }: Words): string => `${contact}.blocked_at is not null`;

export const blocked: Rule = {
  name: 'blocked',
  sentence: {
    en: 'You have blocked this contact on WhatsApp.',
    hi: 'आपने इस संपर्क को WhatsApp पर ब्लॉक किया है।',
  },
  needs: [],
  applies: () => true,
  stops,
  again: { applies: 'true', stops },
};
