import { templateRefusalSql } from '../../../templates/index.ts';
import type { Rule } from '../rule.ts';

const stops = (): string => `${templateRefusalSql('t')} is not null`;

export const templateUnsendable: Rule = {
  name: 'template_unsendable',
  sentence: {
    en: 'WhatsApp does not send this template now: it is not approved, paused, or gone.',
    hi: 'WhatsApp अभी यह टेम्पलेट नहीं भेजता: यह स्वीकृत नहीं है, रुका हुआ है या हटा दिया गया है।',
  },
  needs: ['t'],
  applies: ({ templateId }) => templateId !== null,
  stops,
  again: { applies: 'o.template_id is not null', stops },
};
