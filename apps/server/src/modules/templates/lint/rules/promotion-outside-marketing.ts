import { isAuthentication, isMarketing } from '../copy.ts';
import { whereSeen } from '../words/match.ts';
import { promotion } from '../words/promotion.ts';
import type { LintRule } from '../rule.ts';

export const promotionOutsideMarketing: LintRule = {
  code: 'promotion_outside_marketing',
  severity: 'risk',
  explanation: {
    en: 'Words that sell make this marketing. WhatsApp then charges it as marketing, and after repeated cases takes the utility category away.',
    hi: 'बेचने वाले शब्द इसे मार्केटिंग बना देते हैं। WhatsApp तब मार्केटिंग का दाम लेता है, और बार-बार होने पर यूटिलिटी श्रेणी छीन लेता है।',
  },
  fix: {
    en: 'Take the offer out and send it as a marketing template of its own, or make this one marketing.',
    hi: 'ऑफ़र हटाकर अलग मार्केटिंग टेम्पलेट में भेजें, या इसे ही मार्केटिंग बनाएँ।',
  },
  finds: (copy) => {
    if (isMarketing(copy)) return [];
    const found = whereSeen(copy.pieces, promotion);
    return isAuthentication(copy) ? found.map((each) => ({ ...each, severity: 'blocks' })) : found;
  },
};
