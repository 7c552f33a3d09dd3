import { useCallback } from 'react';
import { useLocale } from '../../../i18n/locale.ts';

/** "Hindi (Latin)" for hi-Latn, in the person's own language. */
export function useLanguageName(): (tag: string) => string {
  const { language } = useLocale();
  return useCallback(
    (tag) => new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag,
    [language],
  );
}
