import { readMessage } from '../../../i18n/use-t.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { metaWordMessages } from './messages.ts';

type About = 'quality' | 'name' | 'status' | 'code' | 'review' | 'token';

/** Meta adds words without notice: one that we do not know is shown as it came. */
export function useMetaWords(): (about: About, word: string) => string {
  const locale = useLocale();
  return (about, word) => {
    const key = `${about}.${word}`;
    return Object.hasOwn(metaWordMessages.en, key) ? readMessage(metaWordMessages, key, {}, locale) : word;
  };
}
