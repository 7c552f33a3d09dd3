import { piecesOf } from '../copy.ts';
import { whereSeen } from '../words/match.ts';
import type { LintRule } from '../rule.ts';

export const dateFormat: LintRule = {
  code: 'date_format',
  severity: 'advice',
  explanation: {
    en: 'The date can be read as another day, or only by a machine.',
    hi: 'यह तारीख़ कोई दूसरा दिन समझी जा सकती है, या केवल मशीन पढ़ सकती है।',
  },
  fix: {
    en: 'Write it as 8 Nov 2026, and times as 6:30 pm.',
    hi: 'ऐसे लिखें: 8 नवंबर 2026, और समय शाम 6:30 बजे।',
  },
  finds: (copy) => whereSeen(piecesOf(copy, 'header', 'body', 'footer', 'offer'), unclear),
};

const unclear = [
  /\b\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?/,
  /\b(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|[12]\d|3[01])[/.-](\d{4}|\d{2})\b/,
  /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(st|nd|rd|th)?, ?\d{4}\b/i,
  /\b([01]?\d|2[0-3]):[0-5]\d ?hrs\b/i,
];
