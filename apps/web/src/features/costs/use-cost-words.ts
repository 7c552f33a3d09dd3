import { useLocale } from '../../i18n/locale.ts';
import { readMessage } from '../../i18n/use-t.ts';
import { costMessages } from './messages.ts';

/** Meta adds categories, and we add origins: one without words is shown as it came. */
export function useCostWords(): (about: 'category' | 'origin', word: string) => string {
  const locale = useLocale();
  return (about, word) => {
    const key = `${about}.${word}`;
    return Object.hasOwn(costMessages.en, key) ? readMessage(costMessages, key, {}, locale) : word;
  };
}
