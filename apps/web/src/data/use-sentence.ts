import { useCallback } from 'react';
import { useLocale } from '../i18n/locale.ts';

/** What the server says in both languages, in the one that is read here. */
export function useSentence(): <Said>(said: { en: Said; hi: Said }) => Said {
  const { language } = useLocale();
  return useCallback((said) => (language === 'hi' ? said.hi : said.en), [language]);
}
