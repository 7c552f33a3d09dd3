import { useLocale } from '../../../i18n/locale.ts';

/** What the server says in both languages, in the one that is read here. */
export function useBothLanguages(): <Said>(said: { en: Said; hi: Said }) => Said {
  const { language } = useLocale();
  return (said) => (language === 'hi' ? said.hi : said.en);
}
