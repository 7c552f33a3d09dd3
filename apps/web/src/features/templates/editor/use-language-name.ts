import { useCallback } from 'react';
import { useLocale } from '../../../i18n/locale.ts';

/** `en_GB` as a person calls it. */
export function useLanguageName(): (language: string) => string {
  const { language: own } = useLocale();
  return useCallback(
    (language) => {
      try {
        const names = new Intl.DisplayNames([own], { type: 'language' });
        return names.of(language.replace('_', '-')) ?? language;
      } catch {
        return language;
      }
    },
    [own],
  );
}
