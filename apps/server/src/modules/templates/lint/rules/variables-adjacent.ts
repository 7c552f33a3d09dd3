import { piecesOf } from '../copy.ts';
import type { LintRule } from '../rule.ts';

export const variablesAdjacent: LintRule = {
  code: 'variables_adjacent',
  severity: 'blocks',
  explanation: {
    en: 'Two variables stand together with nothing between them. WhatsApp rejects that.',
    hi: 'दो वेरिएबल बिना कुछ बीच में रखे साथ खड़े हैं। WhatsApp इसे ठुकराता है।',
  },
  fix: {
    en: 'Put a word or a comma between them.',
    hi: 'उनके बीच कोई शब्द या अल्पविराम रखें।',
  },
  finds: (copy) =>
    piecesOf(copy, 'header', 'body').flatMap(({ path, pointer, text }) => {
      const excerpt = adjacent.exec(text)?.[0];
      if (excerpt === undefined) return [];
      const value = text.replaceAll(/(\{\{[^{}]*\}\})\s*(?=\{\{)/g, '$1, ');
      return [{ path, excerpt, cures: [{ op: 'replace', pointer, value }] }];
    }),
};

const adjacent = /\{\{[^{}]*\}\}\s*\{\{[^{}]*\}\}/;
