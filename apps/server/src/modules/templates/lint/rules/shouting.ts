import { piecesOf } from '../copy.ts';
import { withoutVariables } from '../words/match.ts';
import type { LintRule } from '../rule.ts';

export const shouting: LintRule = {
  code: 'shouting',
  severity: 'advice',
  explanation: {
    en: 'Capitals shout. Filters and people take it for spam.',
    hi: 'बड़े अक्षर चिल्लाने जैसे लगते हैं। फ़िल्टर और लोग इसे स्पैम समझते हैं।',
  },
  fix: {
    en: 'Write in small letters and put *bold* around the one word that matters.',
    hi: 'सामान्य अक्षरों में लिखें और जो एक शब्द ज़रूरी हो उसे *मोटा* करें।',
  },
  finds: (copy) =>
    piecesOf(copy, 'header', 'body', 'offer').flatMap(({ path, text }) => {
      const loud = loudIn(text);
      const letters = withoutVariables(text).match(/[A-Za-z]/g)?.length ?? 0;
      const share = loud.join('').length / Math.max(letters, 1);
      if (loud.length < 3 || share < 0.2) return [];
      return [{ path, excerpt: loud.slice(0, 4).join(' '), severity: share > 0.6 ? 'risk' : 'advice' }];
    }),
};

/** Abbreviations that are always written so do not shout. */
const usual =
  /^(STOP|EMI|KYC|OTP|UPI|PNR|GST|PAN|AWB|SIP|NEFT|IMPS|RTGS|NACH|ATM|FAQ|PDF|IST|INR|UTR|BMI|MRI|ECG|RBI|IRDAI|SEBI|HDFC|ICICI|SBI|COD|SMS|QR|AM|PM|MRP|TDS|ITR|FD|RD|CBSE|JEE|NEET|BHK|RERA)$/;

const loudIn = (text: string): string[] =>
  (withoutVariables(text).match(/\b[A-Z][A-Z'’]{2,}\b/g) ?? []).filter((word) => !usual.test(word));
