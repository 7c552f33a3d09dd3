import { templateRefusalSql } from '../../../templates/index.ts';
import type { Rule } from '../rule.ts';

export const templateUnsendable: Rule = {
  name: 'template_unsendable',
  sentence: {
    en: 'WhatsApp does not send this template now: it is not approved, paused, or gone.',
    hi: 'WhatsApp अभी यह टेम्पलेट नहीं भेजता: यह स्वीकृत नहीं है, रुका हुआ है या हटा दिया गया है।',
  },
  needs: [],
  applies: ({ templateSendable, templateId }) => templateId !== null && !templateSendable,
  stops: () => 'true',
  again: { applies: 'o.template_id is not null', stops: () => `${templateRefusalSql('t')} is not null` },
};
