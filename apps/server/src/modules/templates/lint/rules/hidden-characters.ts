import type { LintRule } from '../rule.ts';

export const hiddenCharacters: LintRule = {
  code: 'hidden_characters',
  severity: 'risk',
  explanation: {
    en: 'There are invisible characters in it, or ones that turn the direction of text. They hide what is said.',
    hi: 'इसमें अदृश्य अक्षर हैं, या ऐसे जो लिखावट की दिशा पलटते हैं। वे असली बात छिपाते हैं।',
  },
  fix: {
    en: 'Take them out.',
    hi: 'इन्हें हटाएँ।',
  },
  finds: (copy) =>
    copy.pieces.flatMap(({ path, pointer, text }) => {
      const value = text.replaceAll(hidden, '').replaceAll(strayJoiner, '$1');
      return value === text ? [] : [{ path, cures: [{ op: 'replace' as const, pointer, value }] }];
    }),
};

/** Joiners mean something between letters of Indian and Arabic scripts, and in emoji; beside Latin letters they hide. */
const hidden = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\u00AD\uFEFF\u180E\u3164]/g;
const strayJoiner = /([A-Za-z0-9])[\u200C\u200D]+/g;
