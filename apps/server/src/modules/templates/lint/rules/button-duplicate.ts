import type { LintRule } from '../rule.ts';

export const buttonDuplicate: LintRule = {
  code: 'button_duplicate',
  severity: 'blocks',
  explanation: {
    en: 'Two buttons say the same. WhatsApp refuses that, and a reply would not tell which was pressed.',
    hi: 'दो बटनों पर एक ही बात है। WhatsApp इसे नहीं लेता, और जवाब से पता नहीं चलेगा कि कौन सा दबा।',
  },
  fix: {
    en: 'Give each its own words.',
    hi: 'हर बटन को अपने शब्द दें।',
  },
  finds: ({ buttons }) =>
    buttons
      .filter(({ card, text }, at) => {
        const same = (other: (typeof buttons)[number]): boolean =>
          other.card === card && other.text.trim().toLowerCase() === text.trim().toLowerCase();
        return text.trim() !== '' && buttons.findIndex(same) < at;
      })
      .map(({ path, text }) => ({ path, excerpt: text })),
};
