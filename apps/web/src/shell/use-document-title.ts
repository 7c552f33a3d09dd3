import { useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useT } from '../i18n/use-t.ts';
import { useWords } from '../i18n/words.ts';
import { shellMessages } from './messages.ts';

let named: string | undefined;

/** The tab says which page it is: from the route's `staticData.title`. */
export function useDocumentTitle(): void {
  const t = useT(shellMessages);
  const read = useWords();
  const title = useMatches({
    select: (matches) => matches.findLast((match) => match.staticData.title)?.staticData.title,
  });
  const text = title && read(title);
  useEffect(() => {
    if (named === undefined) document.title = text ? `${text} · ${t('product')}` : t('product');
  }, [text, t]);
}

/** A page about one thing names the thing: "Meera Joshi · Contacts". Call it with undefined until the name is known. */
export function usePageName(name: string | undefined): void {
  useEffect(() => {
    if (name === undefined) return undefined;
    const before = document.title;
    named = name;
    document.title = `${name} · ${before}`;
    return () => {
      named = undefined;
      document.title = before;
    };
  }, [name]);
}
