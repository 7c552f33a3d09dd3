import { isAuthentication, piecesOf } from '../copy.ts';
import type { LintRule } from '../rule.ts';

export const duplicateContent: LintRule = {
  code: 'duplicate_content',
  severity: 'blocks',
  explanation: {
    en: 'Another template of the account has the same body and footer. WhatsApp rejects the second one.',
    hi: 'खाते के किसी और टेम्पलेट का मुख्य टेक्स्ट और फ़ुटर यही है। WhatsApp दूसरे को ठुकराता है।',
  },
  fix: {
    en: 'Use that template, or change the words.',
    hi: 'वही टेम्पलेट इस्तेमाल करें, या शब्द बदलें।',
  },
  finds: (copy, { others }) => {
    if (isAuthentication(copy)) return [];
    const textOf = (role: 'body' | 'footer'): string =>
      piecesOf(copy, role).find(({ card }) => card === null)?.text ?? '';
    const [body, footer] = [textOf('body'), textOf('footer')];
    const same = others.find(
      (other) => other.name !== copy.draft.name && other.body === body && other.footer === footer,
    );
    return same === undefined || body === '' ? [] : [{ path: 'body', excerpt: same.name }];
  },
};
