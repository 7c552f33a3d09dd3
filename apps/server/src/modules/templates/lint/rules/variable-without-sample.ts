import { isAuthentication } from '../copy.ts';
import type { LintRule } from '../rule.ts';

export const variableWithoutSample: LintRule = {
  code: 'variable_without_sample',
  severity: 'blocks',
  explanation: {
    en: 'Every variable needs a sample, by which people at WhatsApp see what will stand there.',
    hi: 'हर वेरिएबल का नमूना चाहिए, जिससे WhatsApp के समीक्षक देख सकें कि वहाँ क्या आएगा।',
  },
  fix: {
    en: 'Give a sample as real as possible, such as Asha or ₹1,250, and nobody’s real data.',
    hi: 'जितना हो सके असली जैसा नमूना दें, जैसे आशा या ₹1,250, पर किसी का असली डेटा नहीं।',
  },
  finds: (copy) =>
    isAuthentication(copy)
      ? []
      : [
          ...copy.variables.filter(({ sample }) => sample.trim() === '').map(({ path }) => ({ path })),
          ...copy.buttons
            .filter(({ url }) => url?.includes('{{') === true)
            .map(({ path }) => ({ path: `${path}.url` }))
            .filter(({ path }) => (copy.draft.content.variables[path]?.sample ?? '').trim() === ''),
        ],
};
