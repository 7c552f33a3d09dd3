import { piecesOf } from '../copy.ts';
import type { LintRule } from '../rule.ts';

export const exclamations: LintRule = {
  code: 'exclamations',
  severity: 'advice',
  explanation: {
    en: 'Many exclamation marks look like spam.',
    hi: 'बहुत सारे विस्मय-चिह्न स्पैम लगते हैं।',
  },
  fix: {
    en: 'Keep one at most.',
    hi: 'ज़्यादा से ज़्यादा एक रखें।',
  },
  finds: (copy) =>
    piecesOf(copy, 'header', 'body', 'offer', 'footer').flatMap(({ path, pointer, text }) => {
      const count = text.match(/[!！]/g)?.length ?? 0;
      const inARow = /[!！]{2,}|\?!|!\?/.exec(text)?.[0];
      if (count < 3 && inARow === undefined) return [];
      const value = text.replaceAll(/[!！]{2,}/g, '!').replaceAll(/\?!+|!\?+/g, '?');
      return [
        {
          path,
          excerpt: inARow ?? `${count} × !`,
          ...(value !== text && { cures: [{ op: 'replace' as const, pointer, value }] }),
        },
      ];
    }),
};
