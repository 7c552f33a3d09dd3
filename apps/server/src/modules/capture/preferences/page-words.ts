import { bn, en, gu, hi, mr, pa, ur } from './words/northern.ts';
import { kn, ml, ta, te } from './words/southern.ts';

export const pageLanguages = { en, hi, bn, mr, gu, pa, ur, te, ta, kn, ml } as const;
export type PageLanguage = keyof typeof pageLanguages;

export const isPageLanguage = (language: string): language is PageLanguage =>
  Object.hasOwn(pageLanguages, language);

export function pageLanguageOf(wanted: string): PageLanguage {
  const [bare = 'en'] = wanted.split('-', 1);
  return isPageLanguage(bare) ? bare : 'en';
}
