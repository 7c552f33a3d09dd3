import type { CaptureWords } from './capture-words.ts';
import { keywordOf } from '../keyword.ts';
import { bn, en, gu, hi, mr, pa, ur } from './northern.ts';
import { kn, ml, ta, te } from './southern.ts';

const languages: Readonly<Record<string, CaptureWords>> = { en, hi, bn, mr, gu, pa, ur, te, ta, kn, ml };

/** In English where the language is not one of ours, as may be of a notice that somebody wrote in Odia. */
export const wordsIn = (language: string): CaptureWords => languages[language.split('-')[0]!] ?? en;

const choiceWords = new Map(
  Object.entries(languages).map(([language, { myChoices }]) => [keywordOf(myChoices), language]),
);

/** The language in which a message asks for what somebody gets, and asks nothing else. */
export const asksForChoices = (keyword: string): string | undefined => choiceWords.get(keyword);

export const fill = (text: string, brand: string): string => text.replaceAll('{brand}', () => brand);

export const directionOf = (language: string): 'rtl' | 'ltr' => (/^ur\b/.test(language) ? 'rtl' : 'ltr');
