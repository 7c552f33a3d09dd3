import type { LintRule } from '../rule.ts';

export const missingFallback: LintRule = {
  code: 'missing_fallback',
  severity: 'advice',
  explanation: {
    en: 'Contacts without a value for this get no message at all.',
    hi: 'जिन संपर्कों के पास यह मान नहीं है, उन्हें संदेश जाएगा ही नहीं।',
  },
  fix: {
    en: 'Give what stands there instead, such as “there” or “ग्राहक” for a name.',
    hi: 'बताएँ कि उसकी जगह क्या आए, जैसे नाम के लिए “ग्राहक”।',
  },
  finds: (copy) =>
    copy.variables
      .filter(
        ({ source, fallback }) => source?.startsWith('contact.') === true && (fallback ?? '').trim() === '',
      )
      .map(({ path, source }) => ({ path, excerpt: source! })),
};
