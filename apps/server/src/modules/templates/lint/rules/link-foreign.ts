import { linksOf, toFound } from '../links.ts';
import type { LintRule } from '../rule.ts';

export const linkForeign: LintRule = {
  code: 'link_foreign',
  severity: 'advice',
  explanation: {
    en: 'The link leads to a domain that is not yours. People trust the business they know, and filters do too.',
    hi: 'लिंक ऐसे डोमेन पर जाता है जो आपका नहीं। लोग और फ़िल्टर दोनों जाने-पहचाने नाम पर भरोसा करते हैं।',
  },
  fix: {
    en: 'Lead to your own domain, or add this one to the domains of the workspace.',
    hi: 'अपने डोमेन पर ले जाएँ, या इसे वर्कस्पेस के डोमेन में जोड़ें।',
  },
  finds: (copy, { domains }) =>
    domains.length === 0
      ? []
      : linksOf(copy)
          .filter(({ host }) => !domains.some((domain) => host === domain || host.endsWith(`.${domain}`)))
          .map(toFound),
};
