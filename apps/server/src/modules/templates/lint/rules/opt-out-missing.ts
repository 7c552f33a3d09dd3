import { isMarketing, piecesOf, type Copy } from '../copy.ts';
import type { Cure } from '../rule.ts';
import { isIn, ownIn } from '../words/match.ts';
import { optOut, optOutLines } from '../words/opt-out.ts';
import type { LintRule } from '../rule.ts';

export const optOutMissing: LintRule = {
  code: 'opt_out_missing',
  severity: 'risk',
  explanation: {
    en: 'A marketing message that shows no way out is blocked instead, and blocks lower the number’s quality.',
    hi: 'जिस मार्केटिंग संदेश में रुकने का रास्ता नहीं, उसे लोग ब्लॉक करते हैं, और ब्लॉक से नंबर की क्वालिटी गिरती है।',
  },
  fix: {
    en: 'Add a “Stop offers” button, or a line about STOP in the footer.',
    hi: '“ऑफ़र बंद करें” बटन जोड़ें, या फ़ुटर में STOP की पंक्ति।',
  },
  finds: (copy) => {
    if (!isMarketing(copy)) return [];
    const hasWayOut = piecesOf(copy, 'body', 'footer', 'button').some(({ text }) => isIn(text, optOut));
    if (hasWayOut) return [];
    const canAdd = !copy.kinds.has('FOOTER') && !copy.kinds.has('LIMITED_TIME_OFFER');
    const text = ownIn(optOutLines, copy.base) ?? optOutLines.en!;
    const cures: Cure[] = [{ op: 'add', pointer: `/${footerPlace(copy)}`, value: { type: 'FOOTER', text } }];
    return [{ path: 'footer', ...(canAdd && { cures }) }];
  },
};

/** Behind the body, before the buttons and cards. */
function footerPlace({ draft: { content } }: Copy): number | string {
  const at = content.components.findIndex(
    (component) => (component as { type?: unknown } | null)?.type === 'BODY',
  );
  return at < 0 ? '-' : at + 1;
}
