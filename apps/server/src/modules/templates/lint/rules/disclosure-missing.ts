import { ownIn } from '../words/match.ts';
import { isAuthentication } from '../copy.ts';
import type { LintRule } from '../rule.ts';

export const disclosureMissing: LintRule = {
  code: 'disclosure_missing',
  severity: 'risk',
  explanation: {
    en: 'The workspace has to say certain words in such messages, and they are not there.',
    hi: 'वर्कस्पेस को ऐसे संदेशों में कुछ शब्द लिखने होते हैं, और वे यहाँ नहीं हैं।',
  },
  fix: {
    en: 'Add the words as they are.',
    hi: 'वे शब्द ज्यों के त्यों जोड़ें।',
  },
  finds: (copy, { disclosures }) => {
    const wanted = ownIn(disclosures, copy.draft.language) ?? ownIn(disclosures, copy.base) ?? disclosures.en;
    if (wanted === undefined || isAuthentication(copy)) return [];
    return essence(copy.text).includes(essence(wanted)) ? [] : [{ path: 'template', excerpt: wanted }];
  },
};

const essence = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
