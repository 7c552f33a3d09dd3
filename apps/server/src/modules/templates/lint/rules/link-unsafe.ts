import { linksOf, toFound } from '../links.ts';
import type { LintRule } from '../rule.ts';

export const linkUnsafe: LintRule = {
  code: 'link_unsafe',
  severity: 'risk',
  explanation: {
    en: 'The link leads to a bare IP address, hides a sign-in, uses look-alike letters or is not encrypted. Phones warn of it, and so do people.',
    hi: 'लिंक सीधे IP पते पर जाता है, लॉगिन छिपाता है, मिलते-जुलते अक्षर लेता है या एन्क्रिप्टेड नहीं है। फ़ोन और लोग दोनों इससे सावधान करते हैं।',
  },
  fix: {
    en: 'Use an https address on your own domain.',
    hi: 'अपने डोमेन का https पता दें।',
  },
  finds: (copy) =>
    linksOf(copy).flatMap((link) => {
      const { url, host, pointer, text } = link;
      if (
        /^(\d{1,3}\.){3}\d{1,3}$|^\[/.test(host) ||
        /^https?:\/\/[^/]*@/i.test(url) ||
        /(^|\.)xn--/.test(host)
      )
        return [toFound(link)];
      if (!/^http:\/\//i.test(url)) return [];
      const value = text.replace(url, url.replace(/^http:/i, 'https:'));
      return [{ ...toFound(link), cures: [{ op: 'replace', pointer, value }] }];
    }),
};
