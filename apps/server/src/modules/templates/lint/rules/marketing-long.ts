import { isMarketing, piecesOf } from '../copy.ts';
import type { LintRule } from '../rule.ts';

export const marketingLong: LintRule = {
  code: 'marketing_long',
  severity: 'advice',
  explanation: {
    en: 'People read the first lines. Long marketing texts are cut behind “Read more” and are read less.',
    hi: 'लोग पहली पंक्तियाँ पढ़ते हैं। लंबा मार्केटिंग टेक्स्ट “और पढ़ें” के पीछे छिप जाता है।',
  },
  fix: {
    en: 'Keep it below 550 characters and lead to a page with the rest.',
    hi: 'इसे 550 अक्षरों से कम रखें और बाकी के लिए पेज पर ले जाएँ।',
  },
  finds: (copy) =>
    isMarketing(copy)
      ? piecesOf(copy, 'body')
          .filter(({ text }) => text.length > 550)
          .map(({ path, text }) => ({ path, excerpt: `${text.length} > 550` }))
      : [],
};
