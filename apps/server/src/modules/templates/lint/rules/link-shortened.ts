import { linksOf, toFound } from '../links.ts';
import type { LintRule } from '../rule.ts';

export const linkShortened: LintRule = {
  code: 'link_shortened',
  severity: 'blocks',
  explanation: {
    en: 'Shortened links hide where they lead. WhatsApp rejects them.',
    hi: 'छोटे किए गए लिंक छिपाते हैं कि कहाँ ले जाएँगे। WhatsApp इन्हें ठुकराता है।',
  },
  fix: {
    en: 'Use the full address on your own domain.',
    hi: 'अपने डोमेन का पूरा पता दें।',
  },
  finds: (copy) =>
    linksOf(copy)
      .filter(({ host }) => shorteners.test(host))
      .map(toFound),
};

const shorteners =
  /^(www\.)?(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|cutt\.ly|rb\.gy|rebrand\.ly|shorturl\.at|tiny\.cc|buff\.ly|lnkd\.in|t\.ly|s\.id|bl\.ink|linktr\.ee)$/;
