import { isMarketing } from '../copy.ts';
import type { LintRule } from '../rule.ts';

export const sellingComponentOutsideMarketing: LintRule = {
  code: 'selling_component_outside_marketing',
  severity: 'blocks',
  explanation: {
    en: 'Offers with a deadline, coupon codes, carousels, catalogs and products belong to marketing alone.',
    hi: 'समय-सीमा वाले ऑफ़र, कूपन कोड, कैरोसेल, कैटलॉग और उत्पाद केवल मार्केटिंग में चलते हैं।',
  },
  fix: {
    en: 'Make the template marketing, or take this part out.',
    hi: 'टेम्पलेट को मार्केटिंग बनाएँ, या यह हिस्सा हटाएँ।',
  },
  finds: (copy) => (isMarketing(copy) ? [] : selling.filter((kind) => copy.kinds.has(kind)).map(toFound)),
};

const selling = ['CAROUSEL', 'LIMITED_TIME_OFFER', 'COPY_CODE', 'CATALOG', 'MPM', 'SPM'];

const toFound = (kind: string) => ({ path: 'template', excerpt: kind });
