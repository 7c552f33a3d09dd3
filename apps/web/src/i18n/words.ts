import type { Catalogue, Messages } from './define-messages.ts';
import { useLocale, type Locale } from './locale.ts';
import { readMessage } from './use-t.ts';

/** A message named where no component runs (a page's title, a command, a destination) and read later in any language. */
export interface Words {
  messages: Messages;
  key: string;
}

export function words<English extends Catalogue>(
  messages: Messages<English>,
  key: keyof English & string,
): Words {
  return { messages, key };
}

export function readWords({ messages, key }: Words, locale: Locale): string {
  return readMessage(messages, key, {}, locale);
}

export function useWords(): (given: Words) => string {
  const locale = useLocale();
  return (given) => readWords(given, locale);
}
