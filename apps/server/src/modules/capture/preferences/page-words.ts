import { bn, en, gu, hi, mr, pa, ur } from './words/northern.ts';
import { kn, ml, ta, te } from './words/southern.ts';

/** What the page says; in English where somebody's language is not among these. */
export interface PageWords {
  title: string;
  about: string;
  save: string;
  stopAll: string;
  saved: string;
  nothingChanged: string;
  answers: string;
  /** WhatsApp's own preference, which no page of ours can change. */
  stoppedTitle: string;
  stopped: string;
  cannotAgree: string;
  tooOld: string;
  tooOldAbout: string;
  promotions: { name: string; explanation: string };
  orders: { name: string; explanation: string };
}

export const pageLanguages = { en, hi, bn, mr, gu, pa, ur, te, ta, kn, ml } as const;
export type PageLanguage = keyof typeof pageLanguages;

export const isPageLanguage = (language: string): language is PageLanguage =>
  Object.hasOwn(pageLanguages, language);

export function pageLanguageOf(wanted: string): PageLanguage {
  const [bare = 'en'] = wanted.split('-', 1);
  return isPageLanguage(bare) ? bare : 'en';
}
