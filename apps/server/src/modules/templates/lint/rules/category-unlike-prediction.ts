import { predictCategory } from '../category/predict.ts';
import type { LintRule } from '../rule.ts';

export const categoryUnlikePrediction: LintRule = {
  code: 'category_unlike_prediction',
  severity: 'risk',
  explanation: {
    en: 'WhatsApp would most likely take this for another category, charge it so, or reject it.',
    hi: 'WhatsApp शायद इसे दूसरी श्रेणी का मानेगा, उसी का दाम लेगा, या ठुकरा देगा।',
  },
  fix: {
    en: 'Choose that category, or take out what speaks for it.',
    hi: 'वही श्रेणी चुनें, या जो उसकी ओर इशारा करता है उसे हटाएँ।',
  },
  finds: (copy) => {
    const { category, certainty, reasons } = predictCategory(copy);
    const declared = copy.draft.category.toUpperCase();
    // Marketing may say anything; what would do as utility is only cheaper so.
    if (category === declared || declared === 'MARKETING') return [];
    return [
      {
        path: 'category',
        excerpt: [category, reasons[0]?.excerpt].filter(Boolean).join(': '),
        severity: certainty === 'unsure' ? 'advice' : 'risk',
      },
    ];
  },
};
