import type { Rule } from '../rule.ts';

export const templateUnknown: Rule = {
  name: 'template_unknown',
  sentence: {
    en: 'The account of this number has no template of this name in this language.',
    hi: 'इस नंबर के अकाउंट में इस भाषा में इस नाम का कोई टेम्पलेट नहीं है।',
  },
  needs: [],
  applies: ({ usesTemplate, templateId }) => usesTemplate && templateId === null,
  stops: () => 'true',
};
