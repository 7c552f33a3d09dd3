import { linksOf, toFound } from '../links.ts';
import type { LintRule } from '../rule.ts';

export const linkToWhatsapp: LintRule = {
  code: 'link_to_whatsapp',
  severity: 'blocks',
  explanation: {
    en: 'Links back into WhatsApp are not allowed in templates.',
    hi: 'टेम्पलेट में वापस WhatsApp ले जाने वाले लिंक नहीं चलते।',
  },
  fix: {
    en: 'Use a quick reply or a call button, or the address of your website.',
    hi: 'झटपट जवाब या कॉल का बटन रखें, या अपनी वेबसाइट का पता दें।',
  },
  finds: (copy) =>
    linksOf(copy)
      .filter(({ host }) => ofWhatsApp.test(host))
      .map(toFound),
};

const ofWhatsApp = /(^|\.)(wa\.me|whatsapp\.com|wa\.link)$/;
