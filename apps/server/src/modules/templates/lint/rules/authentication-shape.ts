import { isAuthentication } from '../copy.ts';
import { whereSeen } from '../words/match.ts';
import type { LintRule } from '../rule.ts';

export const authenticationShape: LintRule = {
  code: 'authentication_shape',
  severity: 'blocks',
  explanation: {
    en: 'WhatsApp writes authentication messages itself: no header, links, own words or emoji, and exactly one button for the code.',
    hi: 'ऑथेंटिकेशन संदेश WhatsApp ख़ुद लिखता है: हेडर, लिंक, अपने शब्द या इमोजी नहीं, और कोड के लिए ठीक एक बटन।',
  },
  fix: {
    en: 'Leave the text to WhatsApp and keep one button that copies or fills in the code.',
    hi: 'टेक्स्ट WhatsApp पर छोड़ें और कोड कॉपी करने या भरने वाला एक बटन रखें।',
  },
  finds: (copy) => {
    if (!isAuthentication(copy)) return [];
    const foreign = [...copy.kinds].filter((kind) => !allowed.has(kind));
    const codes = copy.buttons.filter(({ type }) => type === 'OTP').length;
    return [
      ...foreign.map((kind) => ({ path: 'template', excerpt: kind })),
      ...(codes === 1 ? [] : [{ path: 'template' }]),
      ...whereSeen(copy.pieces, linkOrEmoji),
    ];
  },
};

const allowed = new Set(['BODY', 'FOOTER', 'BUTTONS', 'OTP']);
const linkOrEmoji = [/https?:\/\/\S+/i, /\p{Extended_Pictographic}/u];
