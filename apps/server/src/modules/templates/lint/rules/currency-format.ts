import type { LintRule } from '../rule.ts';

export const currencyFormat: LintRule = {
  code: 'currency_format',
  severity: 'advice',
  explanation: {
    en: 'Amounts in India are written ₹1,00,000: the rupee sign before the number, grouped by lakh and crore, no $.',
    hi: 'भारत में रकम ₹1,00,000 लिखी जाती है: आगे रुपये का चिह्न, लाख-करोड़ के हिसाब से अल्पविराम, $ नहीं।',
  },
  fix: {
    en: 'Write the amount as ₹1,00,000.',
    hi: 'रकम ₹1,00,000 की तरह लिखें।',
  },
  finds: (copy) =>
    copy.pieces.flatMap(({ path, pointer, text }) => {
      if (copy.draft.language === 'en_US' || copy.draft.language === 'en_GB') return [];
      const dollar = /(US)?\$ ?\d[\d,.]*/.exec(text)?.[0];
      const value = inRupees(text);
      if (value !== text)
        return [{ path, excerpt: firstChanged(text), cures: [{ op: 'replace' as const, pointer, value }] }];
      return dollar === undefined ? [] : [{ path, excerpt: dollar }];
    }),
};

const amount =
  /(?:₹|\bRs\.?|\bINR)[ \t]?(\d[\d,]*)(\.\d{1,2})?(?:\s?\/-)?(?![\d,])|(\d[\d,]*)(\.\d{1,2})? ?₹/gi;

const inRupees = (text: string): string =>
  text.replaceAll(
    amount,
    (_whole, before?: string, paise = '', after?: string, afterPaise = '') =>
      `₹${grouped(before ?? after ?? '')}${paise}${afterPaise}`,
  );

const firstChanged = (text: string): string =>
  text.match(amount)?.find((each) => inRupees(each) !== each) ?? '';

/** A comma that ends the clause belongs to the sentence. */
function grouped(written: string): string {
  const digits = written.replaceAll(',', '');
  const tail = written.endsWith(',') ? ',' : '';
  return `${digits.replaceAll(/\B(?=(\d\d)*\d{3}$)/g, ',')}${tail}`;
}
