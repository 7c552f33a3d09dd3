import { english } from './english.ts';
import type { FindingCode } from './findings.ts';
import { hindi } from './hindi.ts';

interface Sentences {
  happened: string;
  next: string;
}

export const wordsOf = (code: FindingCode): { en: Sentences; hi: Sentences } => ({
  en: sentences(english[code]),
  hi: sentences(hindi[code]),
});

const sentences = ([happened, next]: readonly [string, string]): Sentences => ({ happened, next });
