import { createContext, use } from 'react';
import type { Language, LanguagePack } from './language.ts';

export type Grouping = 'indian' | 'international';

/** How this person and this workspace read words, numbers and times. */
export interface Locale {
  language: Language;
  /** IANA zone of the workspace: every time on screen is shown in it. */
  zone: string;
  /** 1,25,000 or 125,000. */
  grouping: Grouping;
  pack?: LanguagePack | undefined;
}

export const defaultLocale: Locale = { language: 'en', zone: 'Asia/Kolkata', grouping: 'indian' };

export const LocaleContext = createContext<Locale>(defaultLocale);

export function useLocale(): Locale {
  return use(LocaleContext);
}

/** The tag that decides digits' grouping: India's own for lakh and crore, British for thousands. */
export function numberTag(locale: Locale): string {
  return locale.grouping === 'indian' ? 'en-IN' : 'en-GB';
}

/** The tag that decides words in dates; British order, never the American one. */
export function dateTag(locale: Locale): string {
  return locale.language === 'en' ? 'en-GB' : `${locale.language}-IN`;
}
