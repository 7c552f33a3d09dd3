import { useCallback } from 'react';
import { useLocale } from '../i18n/locale.ts';

interface Sentence {
  en: string;
  hi: string;
}

/** What the server says in both languages, in the person's own. */
export function useSentence(): (sentence: Sentence) => string {
  const { language } = useLocale();
  return useCallback((sentence) => (language === 'hi' ? sentence.hi : sentence.en), [language]);
}
