import { isAuthentication, piecesOf } from '../copy.ts';
import type { LintRule } from '../rule.ts';

export const bodyMissing: LintRule = {
  code: 'body_missing',
  severity: 'blocks',
  explanation: {
    en: 'A template needs a text.',
    hi: 'टेम्पलेट में टेक्स्ट होना ज़रूरी है।',
  },
  fix: {
    en: 'Write the body.',
    hi: 'मुख्य टेक्स्ट लिखें।',
  },
  finds: (copy) => {
    const hasBody = piecesOf(copy, 'body').some(({ card, text }) => card === null && text.trim() !== '');
    return hasBody || isAuthentication(copy) ? [] : [{ path: 'body' }];
  },
};
